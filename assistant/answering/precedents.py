"""Questions of which it is known whether the bundled sources answer them -> which of them a new one is like.

What sources leave out has habits: a shop's own policy, the price of one school, somebody's own result, a wage
in one town. A window estimate (Parzen 1962) of both densities, on the sphere of sentence vectors,

    share(x) = K(x, held) / (K(x, held) + K(x, unheld)),   K(x, Y) = mean over y of Y of e^(s x.y),

says how much more like the questions that are answered a question is: once by its own vector, and once by
that of the question as it is read in its conversation, which `evals/fit_context.py` has taught to tell them
apart. `evals/fit_answerable.py` writes the vectors that lie beside this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.retrieval.encoder import DIMENSIONS, Vectors

__all__ = ["PRECEDENTS_FILE", "Precedents", "load_precedents"]

PRECEDENTS_FILE = "precedents.npz"
_SHARPNESS = 20.0  # s; of 10 to 40 the best on questions held out
_EVEN = 0.5  # the share where nothing is known
_ITSELF = 0.999  # cosine to its own stored copy


@dataclass(frozen=True, slots=True)
class Precedents:
    """The vectors of questions that sources answer, and of those that they do not; shape (n, 384) each."""

    held: Vectors
    unheld: Vectors

    def of(self, vector: Vectors, itself: Vectors | None = None) -> float:
        """The share of a question by its vector, shape (384,); 0..1, 0.5 where nothing is known.

        Args:
            vector: the question's, as published or as it is read in its conversation.
            itself: where it is one of the precedents, its vector as published: the others count (for a fit).
        """
        held, unheld = (_density(_others(those, itself) @ vector) for those in (self.held, self.unheld))
        return held / (held + unheld) if held and unheld else _EVEN


def _others(vectors: Vectors, itself: Vectors | None) -> Vectors:
    return vectors if itself is None else vectors[vectors @ itself < _ITSELF]


def _density(cosines: Vectors) -> float:
    return float(np.exp(_SHARPNESS * cosines).mean()) if len(cosines) else 0.0


@lru_cache(maxsize=1)
def load_precedents() -> Precedents:
    """Those that come with the package; none before the first fit."""
    path = Path(__file__).with_name(PRECEDENTS_FILE)
    if not path.is_file():
        return Precedents(np.zeros((0, DIMENSIONS), np.float32), np.zeros((0, DIMENSIONS), np.float32))
    with np.load(path, allow_pickle=False) as data:
        return Precedents(data["held"].astype(np.float32), data["unheld"].astype(np.float32))
