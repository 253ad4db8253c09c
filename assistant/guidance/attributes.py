"""A specialty's record -> where it stands on each scale, as probabilities, with what states it.

Nothing is made up. A scale of which no statement speaks is unknown: low, medium and high are then
equally likely (the principle of indifference), so that on average it counts neither for nor against
the specialty, and the spread of what it could be goes into the uncertainty of the result.

A statement does not put the whole probability on its level: the share that it gets depends on its
confidence, and the rest stays spread evenly. The shares are a judgement of ours, not a measurement.
A specialty found at two levels, such as one that exists in hospitals and in stores, is put on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.guidance.cited import Support, support_of
from assistant.guidance.records import Record, Statement
from assistant.guidance.scales import LEVELS, End, Scale
from assistant.text import fold

__all__ = ["Attribute", "Traits", "traits_of"]

# Confidence of a statement -> the probability that its level is right.
_SHARES = {"high": 1.0, "medium": 0.9, "low": 0.7}
_SHARE_OF_WORDS = 0.7  # at most, where a sentence and not a value puts the specialty on the scale
_SHARE_OF_DISPUTED = 0.5  # at most, where another source says otherwise
_SENTENCES = ("what", "day", "fit")  # fields that describe the work in sentences


@dataclass(frozen=True, slots=True)
class Attribute:
    """Where a specialty stands on one scale."""

    scale: str  # scale id
    levels: tuple[float, float, float]  # probabilities of low, medium and high; they sum to 1
    support: tuple[Support, ...] = ()  # what states it; empty when it is unknown

    @property
    def known(self) -> bool:
        """Whether any statement speaks of it."""
        return bool(self.support)

    @property
    def mean(self) -> float:
        """The expected place on the scale, -1 to 1; 0 when it is unknown."""
        low, _, high = self.levels
        return high - low


@dataclass(frozen=True, slots=True)
class Traits:
    """A specialty and where it stands on every scale, in the order of the scales."""

    record: Record
    attributes: tuple[Attribute, ...]

    def unknown(self) -> tuple[str, ...]:
        """Ids of the scales on which nothing is known of it."""
        return tuple(attribute.scale for attribute in self.attributes if not attribute.known)


def traits_of(record: Record, scales: Iterable[Scale]) -> Traits:
    """A specialty's record -> its place on each scale."""
    return Traits(record, tuple(_attribute(record, scale) for scale in scales))


def _attribute(record: Record, scale: Scale) -> Attribute:
    found = list(_valued(record, scale)) or list(_worded(record, scale))
    if not found:
        return Attribute(scale.id, _spread((), 0.0))
    share = min(share for _, share, _ in found)
    support = tuple(dict.fromkeys(support_of(record, statement) for statement, _, _ in found))
    return Attribute(scale.id, _spread([level for _, _, level in found], share), support)


def _spread(stated: Sequence[float], share: float) -> tuple[float, float, float]:
    """Probabilities of the levels. What is stated shares `share`; the rest is spread evenly."""
    rest = (1.0 - share) / len(LEVELS)
    low, medium, high = (
        share * stated.count(level) / max(len(stated), 1) + rest for level in LEVELS.values()
    )
    return low, medium, high


def _valued(record: Record, scale: Scale) -> Iterator[tuple[Statement, float, float]]:
    """What the scale's own fields say, as statement, share and level."""
    for statement in record.statements_of(*scale.fields):
        for value in _values(statement):
            if value in scale.values:
                yield statement, _share(statement), LEVELS[scale.values[value]]


def _values(statement: Statement) -> list[str]:
    value = statement.value
    if isinstance(value, list):
        return value
    return [] if value is None else [str(value).lower()]


def _worded(record: Record, scale: Scale) -> Iterator[tuple[Statement, float, float]]:
    """What its sentences say in words of the scale."""
    for statement in record.statements_of(*dict.fromkeys((*scale.fields, *_SENTENCES))):
        text = fold(statement.says)
        for end, level in ((scale.low, LEVELS["low"]), (scale.high, LEVELS["high"])):
            if _states(text, end):
                yield statement, min(_share(statement), _SHARE_OF_WORDS), level


def _states(text: str, end: End) -> bool:
    return any(re.search(rf"\b{re.escape(words)}", text) for words in end.stated)


def _share(statement: Statement) -> float:
    share = _SHARES[statement.confidence]
    return min(share, _SHARE_OF_DISPUTED) if statement.disputed else share
