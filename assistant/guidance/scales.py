"""The file of the scales -> Scale values: the dimensions on which people and specialties are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError

__all__ = ["LEVELS", "End", "Scale", "load_scales", "scales_by_code"]

# Level -> its place on a scale, -1 (low) to 1 (high).
LEVELS: Mapping[str, float] = {"low": -1.0, "medium": 0.0, "high": 1.0}
_FILE = Path(__file__).with_name("scales.yaml")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a scale, as it is offered, stated and said. All words are lower case but `offer`."""

    offer: str  # the card of the questionnaire
    short: str  # the same in a few words, for the middle of a sentence
    stated: tuple[str, ...] = ()  # words of records that put a specialty here
    said: tuple[str, ...] = ()  # people's words
    hard: tuple[str, ...] = ()  # people's words that tell nothing without a feeling beside them


@dataclass(frozen=True, slots=True)
class Scale:
    """One dimension of work, from low to high."""

    id: str
    code: str  # two letters, in addresses
    name: str
    fields: tuple[str, ...]  # fields of a specialty's record that carry a value on it
    values: Mapping[str, str]  # such a value -> low, medium or high
    low: End
    high: End

    def end(self, high: bool) -> End:
        """One of its two ends."""
        return self.high if high else self.low


@cache
def load_scales() -> tuple[Scale, ...]:
    """The scales in the order of the file; KnowledgeError names the entry that is wrong."""
    data = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    scales = tuple(_scale(id, entry) for id, entry in data.items())
    if len({scale.code for scale in scales}) < len(scales):
        raise KnowledgeError(f"{_FILE.name}: two scales have the same code; give each its own two letters")
    return scales


@cache
def scales_by_code() -> Mapping[str, Scale]:
    """The scales by the code that stands for them in an address."""
    return {scale.code: scale for scale in load_scales()}


def _scale(id: str, entry: Mapping[str, Any]) -> Scale:
    try:
        values: Mapping[str, str] = entry["values"]
        if not set(values.values()) <= set(LEVELS):
            raise KnowledgeError(f"{_FILE.name}: {id}: values must be one of: {', '.join(LEVELS)}")
        return Scale(
            id=id,
            code=entry["code"],
            name=entry["name"],
            fields=tuple(entry["fields"]),
            values=values,
            low=_end(entry["low"]),
            high=_end(entry["high"]),
        )
    except KeyError as error:
        raise KnowledgeError(f"{_FILE.name}: {id} has no {error}; every scale has one") from error


def _end(entry: Mapping[str, Any]) -> End:
    words = {key: tuple(entry.get(key, ())) for key in ("stated", "said", "hard")}
    return End(entry["offer"], entry["short"], **words)
