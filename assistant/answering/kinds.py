"""A question's adapted vector and form -> the kind of thing that it asks for, by a linear classifier.

Sources of a guide keep what holds for many people and for long. What is live, private, local, one shop's or
one school's, abroad or still to come stands in none of them, however alike the words. Fitted by
`evals/fit_kinds.py` on examples; `answerable.py` weighs it against what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from assistant.answering.cues import CUES, cues_of
from assistant.retrieval.encoder import Vectors

__all__ = ["KEPT", "NO_KIND", "Kind", "Kinds", "Missing", "inputs_of", "load_kinds"]

KEPT = "kept"
Missing = Literal[
    "live", "own", "person", "employer", "school", "future", "abroad", "trade", "local", "count", "detail"
]
_FILE = "kinds.npz"
_WIDTH = 384  # of a sentence vector
_CUE_SCALE = 0.7  # so that some twenty cues weigh against 384 small vector entries


@dataclass(frozen=True, slots=True)
class Kind:
    """What a question asks for."""

    kept: float  # probability that it is of a kind that sources keep, 0..1
    likeliest: Missing  # of the kinds that they do not keep


NO_KIND = Kind(1.0, "detail")


def inputs_of(question: str, vector: Vectors) -> Vectors:
    """What the classifier sees; shape (384 + len(CUES),)."""
    return np.concatenate([vector, cues_of(question) * _CUE_SCALE]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Kinds:
    """A fitted softmax classifier."""

    labels: Sequence[str]
    weights: npt.NDArray[np.float32]  # shape (labels, 384 + cues)
    bias: npt.NDArray[np.float32]  # shape (labels,)

    def of(self, question: str, vector: Vectors) -> Kind:
        """The kind of thing that a question asks for."""
        scores = self.weights @ inputs_of(question, vector) + self.bias
        exponents = np.exp(scores - scores.max())
        shares = dict(zip(self.labels, (exponents / exponents.sum()).tolist(), strict=True))
        likeliest = max(get_args(Missing), key=lambda kind: shares.get(kind, 0.0))
        return Kind(shares[KEPT], likeliest)


def load_kinds() -> Kinds:
    """The classifier that comes with the package; one that calls everything kept when there is none."""
    path = Path(__file__).with_name(_FILE)
    if not path.is_file():  # before the first fit
        return Kinds((KEPT,), np.zeros((1, _WIDTH + len(CUES)), np.float32), np.zeros(1, np.float32))
    with np.load(path, allow_pickle=False) as data:
        return Kinds(tuple(str(label) for label in data["labels"]), data["weights"], data["bias"])
