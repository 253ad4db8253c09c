"""A question's vector and its retrieval -> whether it must be declined, by a small linear classifier.

The patterns of `guard.py` catch what is plain; this catches the same wishes in other words. Fitted by
`evals/fit_intents.py` on examples; a question is declined only when the classifier is sure of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
import numpy.typing as npt

from assistant.answering.answerable import Features
from assistant.answering.guard import Refusal
from assistant.retrieval.encoder import Vectors

__all__ = ["IN_DOMAIN", "Intents", "inputs", "load_intents"]

IN_DOMAIN = "in_domain"
_FILE = "intents.npz"
# Probability that one reason needs, so that a doubtful accusation is not made: where the sources answer, and
# where they do not. Out of fold 3 % of the field's questions that they leave out are accused of wrongdoing.
_CLEAR, _CLEAR_UNANSWERED = 0.5, 0.3
_FAR = 0.95  # probability of not being of the field, from which it is declined whatever the reason
_NO_ACCUSATION = ("off_topic", "clinical")
# The same where the sources hold no answer: then there is none to be kept from anybody, and what is left to
# choose is how to say no. Out of fold nine in ten of what is clinical and four in five of what is off topic
# reach it, and 15 % of the questions of the field that sources leave out.
_UNANSWERED = 0.45
_RETRIEVAL_SCALE = 3.0  # so that four retrieval features weigh against 384 small vector entries


def inputs(vector: Vectors, features: Features) -> Vectors:
    """What the classifier sees: the question's vector and how well the sources fit it; shape (388,)."""
    seen = (features.similarity, features.sentence, features.coverage, features.coverage_best)
    return np.concatenate([vector, np.array(seen, dtype=np.float32) * _RETRIEVAL_SCALE])


@dataclass(frozen=True, slots=True)
class Intents:
    """A fitted softmax classifier."""

    labels: tuple[str, ...]
    weights: npt.NDArray[np.float32]  # shape (labels, 388)
    bias: npt.NDArray[np.float32]  # shape (labels,)
    threshold: float  # probability from which a question is declined, 0..1

    def probabilities(self, vector: Vectors, features: Features) -> dict[str, float]:
        """Label -> probability; they add up to 1."""
        scores = self.weights @ inputs(vector, features) + self.bias
        exponents = np.exp(scores - scores.max())
        return dict(zip(self.labels, (exponents / exponents.sum()).tolist(), strict=True))

    def inside(self, vector: Vectors, features: Features) -> float:
        """The probability that a question is of the field, 0..1."""
        return self.probabilities(vector, features)[IN_DOMAIN] if self.labels else 1.0

    def refusal(self, vector: Vectors, features: Features, unanswered: bool = False) -> Refusal | None:
        """The likeliest reason to decline, when declining is likely enough; else None.

        Args:
            vector: the question's.
            features: of its retrieval.
            unanswered: whether the sources hold no answer anyway.
        """
        if not self.labels:
            return None
        probabilities = self.probabilities(vector, features)
        outside = 1.0 - probabilities.pop(IN_DOMAIN)
        label = max(probabilities, key=lambda name: probabilities[name])
        threshold = _UNANSWERED if unanswered else self.threshold
        spared = _NO_ACCUSATION if unanswered else _NO_ACCUSATION[:1]
        if outside < threshold:
            return None
        clear = _CLEAR_UNANSWERED if unanswered else _CLEAR
        if label not in spared and probabilities[label] < clear:
            return "off_topic" if outside >= _FAR else None
        return next(refusal for refusal in get_args(Refusal) if refusal == label)


def load_intents() -> Intents:
    """The classifier that comes with the package; one that declines nothing when there is none."""
    path = Path(__file__).with_name(_FILE)
    if not path.is_file():
        return Intents((), np.empty((0, 388), np.float32), np.empty(0, np.float32), 1.0)
    with np.load(path, allow_pickle=False) as data:
        return Intents(
            tuple(str(label) for label in data["labels"]),
            data["weights"],
            data["bias"],
            float(data["threshold"]),
        )
