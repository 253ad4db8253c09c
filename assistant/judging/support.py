"""A claim and what it cites -> the probability that the one carries the other, and the bar it must pass.

Hard checks find wrong figures and names; this finds what is simply not there. A small logistic model
on lexical and embedding features, fitted by `techpath eval calibrate` on labelled claims; the
weights and the bar stand in `bar.json` beside this file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from assistant.judging.clauses import content_terms
from assistant.judging.quantities import spelled
from assistant.retrieval.encoder import Vectors
from assistant.text import stem

__all__ = ["Bar", "SupportFeatures", "load_bar", "support_features"]

_FILE = "bar.json"
# Words that say the same in this field, and words that add nothing to what the figure or the noun says.
_SAME: Mapping[str, str] = {
    stem(word): group[0]
    for group in (
        "cost costs price fee fees charge charges pay paid amount".split(),
        "expire expires end ends lapse lapses expiration".split(),
        "last lasts valid good".split(),
        "try retake attempt".split(),
        "finish complete completed".split(),
        "job work position role".split(),
        "wage salary earn earns pay".split(),
        "need require must ask want shall necessary mandatory".split(),
        "let allow permit may".split(),
        "least minimum".split(),
        "accept approve".split(),
        "second 2".split(),
        "third 3".split(),
        "apply application applicant".split(),
        "register registration registered".split(),
        "graduate graduation".split(),
        "verify verification".split(),
        "vaccinate vaccine vaccination".split(),
        "supervise supervision supervisor".split(),
    )
    for word in group
}
_LIGHT = frozenset(
    stem(word)
    for word in "get take keep hold set sets put come comes say says show list lists according per year every each time once "
    "full total both also currently specific include includes order must need require cost let".split()
)
_NOVEL = 5  # new terms from which a claim counts as wholly new


@dataclass(frozen=True, slots=True)
class SupportFeatures:
    """How a claim and its evidence compare, each 0..1 (a cosine below 0 counts as 0)."""

    coverage: float  # rarity-weighted share of the claim's terms that the evidence holds
    best: float  # cosine to the nearest cited sentence
    joined: float  # cosine to all cited sentences together
    novel: float  # terms of the claim that the evidence lacks / 5, at most 1
    rarest: float  # rarity of the rarest lacking term / the highest rarity


@dataclass(frozen=True, slots=True)
class Bar:
    """A fitted logistic model and the probability below which a claim is not shown."""

    weights: Mapping[str, float]
    bias: float
    threshold: float  # 0..1

    def probability(self, features: SupportFeatures) -> float:
        """The probability that the evidence carries the claim, 0..1."""
        values = asdict(features)
        score = self.bias + sum(weight * values[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))

    def passes(self, features: SupportFeatures) -> bool:
        """Whether the claim may be shown."""
        return self.probability(features) >= self.threshold


@lru_cache(maxsize=1)
def load_bar() -> Bar:
    """The bar that comes with the package."""
    data = json.loads(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"))
    return Bar(data["weights"], data["bias"], data["threshold"])


def support_features(
    claim: str,
    cited: Sequence[str],
    about: str,
    weight: Callable[[str], float],
    encode: Callable[[Sequence[str]], Vectors],
) -> SupportFeatures:
    """The features of one claim.

    Args:
        claim: one sentence.
        cited: the sentences that it cites, at least one.
        about: what these speak of: title, heading, place, publisher.
        weight: a term's rarity, more than 0; of a term never seen the highest.
        encode: texts -> unit vectors, one a row.
    """
    mine = _meant(claim)
    lacking = mine - _meant("\n".join([*cited, about]))
    total = sum(weight(term) for term in mine)
    own, joined, *single = encode([claim, " ".join(cited), *cited])
    highest = weight("")
    return SupportFeatures(
        coverage=1.0 - sum(weight(term) for term in lacking) / total if total else 0.0,
        best=_positive(np.stack(single) @ own),
        joined=_positive(joined @ own),
        novel=min(1.0, len(lacking) / _NOVEL),
        rarest=max((weight(term) for term in lacking), default=0.0) / highest if highest else 0.0,
    )


def _meant(text: str) -> set[str]:
    """What a text says beside its figures, which are compared apart."""
    found = {_SAME.get(term, term) for term in content_terms(spelled(text)) - _LIGHT}
    return {term for term in found - _LIGHT if not term.isdigit()}


def _positive(cosines: Vectors) -> float:
    return max(0.0, float(np.max(cosines)))
