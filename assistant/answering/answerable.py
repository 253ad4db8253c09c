"""Passages for a question -> the probability that they answer it, by a small logistic model.

A similarity threshold alone abstains badly, so it is combined with what else tells an answered
question from one that only sounds like the sources. The weights are fitted by `evals/calibrate.py`
and kept beside this file; every feature lies in 0..1 and depends on no particular corpus.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.answering.evidence import Relevance
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.text import fold
from assistant.types import Passage

__all__ = ["Calibration", "Features", "asks_particulars", "features_of", "load_calibration"]

_FILE = "calibration.json"
_TOP = 5


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a retrieval, each 0..1."""

    similarity: float  # cosine of the best representation
    sentence: float  # cosine or term share of the best sentence
    margin: float  # best similarity less the tenth's: how much the best stands out
    coverage: float  # rarity-weighted share of the question's terms in the best passages
    coverage_best: float  # the same in the first passage alone
    entities: float  # share of the places and credentials asked about that occur; 1 when none


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted logistic model and the probability below which the answer is "not in my sources"."""

    weights: Mapping[str, float]
    bias: float
    threshold: float  # 0..1

    def probability(self, features: Features) -> float:
        """The probability that the passages answer, 0..1."""
        values = asdict(features)
        score = self.bias + sum(weight * values[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


# What changes daily, or is one person's: when the next one begins, how many are open now, who holds an
# office, a private number. Kept to the shape of the question; a list of subjects would refuse fair ones.
_PARTICULAR = re.compile(
    r"\bwhen (?:is|are|does|do|will)\b.{0,40}\bnext\b|"
    r"\bhow many\b.{0,60}\b(?:today|right now|last year|this (?:week|month|year))\b|"
    r"\b(?:openings?|jobs?|hiring|slots?|seats?|lines?|open)\b.{0,40}\b(?:today|tonight|tomorrow|right now|this (?:week|month))\b|"
    r"\bdates? (?:are )?(?:open|available)\b|\bwho (?:is|was) the\b|\bname of the\b|"
    r"\b(?:cell|home|direct|personal) (?:number|phone|address)\b"
)


def asks_particulars(question: str) -> bool:
    """Whether a question asks for something live or private."""
    return _PARTICULAR.search(fold(question)) is not None


def load_calibration() -> Calibration:
    """The calibration that comes with the package."""
    data = json.loads(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"))
    return Calibration(data["weights"], data["bias"], data["threshold"])


def features_of(
    question: str, found: Sequence[Passage], relevance: Relevance, vocabulary: Vocabulary
) -> Features:
    """The features of one retrieval."""
    if not found:
        return Features(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    top = found[:_TOP]
    texts = [f"{p.chunk.title}\n{p.chunk.section}\n{p.chunk.text}" for p in top]
    similarities = sorted((p.similarity for p in found), reverse=True)
    scores = relevance.of_chunks([passage.chunk for passage in top])
    sentence = max((float(s.max()) for s in scores.values() if len(s)), default=0.0)
    return Features(
        similarity=max(0.0, similarities[0]),
        sentence=max(0.0, sentence),
        margin=max(0.0, similarities[0] - similarities[min(9, len(similarities) - 1)]),
        coverage=relevance.coverage(texts),
        coverage_best=relevance.coverage(texts[:1]),
        entities=_entities(question, "\n".join(texts), vocabulary),
    )


def _entities(question: str, text: str, vocabulary: Vocabulary) -> float:
    asked = {place.code for place in find_places(question, {})}
    asked |= set(vocabulary.credentials_of(question))
    if not asked:
        return 1.0
    present = {place.code for place in find_places(text, {})}
    present |= set(vocabulary.credentials_of(text))
    return len(asked & present) / len(asked)
