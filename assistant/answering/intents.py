"""A question's vector -> whether it must be declined, by a small linear classifier.

The patterns of `guard.py` catch what is plain; this catches the same wishes in other words. Fitted by
`evals/calibrate.py` on examples; a question is declined only when the classifier is sure of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
import numpy.typing as npt

from assistant.answering.guard import Refusal
from assistant.answering.understand import Query
from assistant.retrieval.encoder import Vectors

__all__ = ["IN_DOMAIN", "Intents", "load_intents"]

IN_DOMAIN = "in_domain"
_FILE = "intents.npz"


@dataclass(frozen=True, slots=True)
class Intents:
    """A fitted softmax classifier over unit vectors."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.float32]  # shape (labels, 384)
    bias: npt.NDArray[np.float32]  # shape (labels,)
    threshold: float  # probability from which a question is declined, 0..1

    def probabilities(self, vector: Vectors) -> dict[str, float]:
        """Label -> probability; they add up to 1."""
        scores = self.weights @ vector + self.bias
        exponents = np.exp(scores - scores.max())
        return dict(zip(self.labels, (exponents / exponents.sum()).tolist(), strict=True))

    def refusal(self, vector: Vectors, query: Query) -> Refusal | None:
        """The reason to decline, or None. A follow-up that leans on an answered turn is not judged."""
        if not self.labels or query.leans:
            return None
        ranked = sorted(self.probabilities(vector).items(), key=lambda item: -item[1])
        label, probability = ranked[0]
        if label == IN_DOMAIN or probability < self.threshold:
            return None
        return next(refusal for refusal in get_args(Refusal) if refusal == label)


def load_intents() -> Intents:
    """The classifier that comes with the package; one that declines nothing when there is none."""
    path = Path(__file__).with_name(_FILE)
    if not path.is_file():
        return Intents((), np.empty((0, 384), np.float32), np.empty(0, np.float32), 1.0)
    with np.load(path, allow_pickle=False) as data:
        return Intents(
            tuple(str(label) for label in data["labels"]),
            data["weights"],
            data["bias"],
            float(data["threshold"]),
        )
