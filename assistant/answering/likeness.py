"""Sentence vectors -> vectors in which what this field tells apart lies apart, by a small residual network.

all-MiniLM-L6-v2 knows English, not pharmacy: to it two questions on fees are alike, whatever the fee is for.
`evals/fit_likeness.py` fits

    f(x) = (x + max(0, x A + b) B) / |...|,   x: unit vector, shape (384,); A: (384, h), b: (h,), B: (h, 384)

on the questions that the knowledge lists, so that those of one section come near to each other and to its
text: a residual adapter (Houlsby et al. 2019) behind a frozen encoder. The weights lie beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.retrieval.encoder import DIMENSIONS, Vectors

__all__ = ["LIKENESS_FILE", "Likeness", "likeness_path", "load_likeness"]

LIKENESS_FILE = "likeness.npz"


@dataclass(frozen=True, slots=True)
class Likeness:
    """A fitted adapter of sentence vectors."""

    inward: npt.NDArray[np.float32]  # A, shape (384, h)
    bias: npt.NDArray[np.float32]  # b, shape (h,)
    outward: npt.NDArray[np.float32]  # B, shape (h, 384)

    def of(self, vectors: Vectors) -> Vectors:
        """Unit vectors, shape (..., 384) -> unit vectors of the same shape."""
        moved = vectors + np.maximum(vectors @ self.inward + self.bias, 0.0) @ self.outward
        return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)


def likeness_path() -> Path:
    """Where the adapter lies that comes with the package."""
    return Path(__file__).with_name(LIKENESS_FILE)


@lru_cache(maxsize=1)
def load_likeness() -> Likeness:
    """The adapter that comes with the package, read once; one that changes nothing when there is none."""
    path = likeness_path()
    if not path.is_file():  # before the first fit
        nothing = np.zeros((DIMENSIONS, 0), np.float32)
        return Likeness(nothing, np.zeros(0, np.float32), nothing.T)
    with np.load(path, allow_pickle=False) as data:
        return Likeness(*(data[name].astype(np.float32) for name in ("inward", "bias", "outward")))
