"""Words of people -> stems, and the phrases of the scales and of feelings found among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.guidance.scales import load_scales
from assistant.text import fold, stem

__all__ = ["Feeling", "Mention", "Negation", "find_phrases", "plain_words"]

_FILE = Path(__file__).with_name("feelings.yaml")
_NEGATIONS = tuple("not no never without less hardly zero nothing none nobody neither nor".split()) + (
    "away from",
    "instead of",
    "rather than",
)
_SHORTENED = re.compile(
    r"\b(do|does|did|is|are|was|were|would|could|should|ca|wo|have|has)n'?t\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z0-9]+")
_IRREGULAR = {"ca": "can", "wo": "will"}


@dataclass(frozen=True, slots=True)
class Mention:
    """An end of a scale named in the words from `start` to `end` (exclusive)."""

    start: int
    end: int
    scale: str
    high: bool
    hard: bool  # names something few people want


@dataclass(frozen=True, slots=True)
class Feeling:
    """A feeling named in the words from `start` to `end` (exclusive)."""

    start: int
    end: int
    strength: int  # -2 hates to 2 loves


@dataclass(frozen=True, slots=True)
class Negation:
    """A negation named in the words from `start` to `end` (exclusive)."""

    start: int
    end: int


_Meaning = tuple[str, bool, bool] | int | None  # of a mention, a feeling or a negation
_Found = Mention | Feeling | Negation


def plain_words(text: str) -> list[str]:
    """The words of a text, folded; "don't" and "dont" are "do not"."""
    whole = _SHORTENED.sub(lambda match: f"{_IRREGULAR.get(match[1], match[1])} not", fold(text))
    whole = re.sub(r"\bcannot\b", "can not", whole)
    return _WORD.findall(re.sub(r"'(?:s|m|d|ll|ve|re)\b", "", whole))


def find_phrases(words: Sequence[str]) -> Iterator[_Found]:
    """The phrases among words, from left to right, the longest first; none overlap."""
    stems, known, longest = [stem(word) for word in words], *_phrases()
    place = 0
    while place < len(stems):
        for length in range(min(longest, len(stems) - place), 0, -1):
            key = tuple(stems[place : place + length])
            if key in known:
                yield _found(place, place + length, known[key])
                place += length
                break
        else:
            place += 1


def _found(start: int, end: int, meaning: _Meaning) -> _Found:
    if meaning is None:
        return Negation(start, end)
    if isinstance(meaning, int):
        return Feeling(start, end, meaning)
    return Mention(start, end, *meaning)


@cache
def _phrases() -> tuple[Mapping[tuple[str, ...], _Meaning], int]:
    """Stems of every phrase -> what it means, and the length of the longest in words."""
    known: dict[tuple[str, ...], _Meaning] = {}
    for phrases, meaning in _listed():
        known |= {tuple(stem(word) for word in plain_words(phrase)): meaning for phrase in phrases}
    return known, max(len(key) for key in known)


def _listed() -> Iterator[tuple[Iterable[str], _Meaning]]:
    yield _NEGATIONS, None
    feelings = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    yield from ((phrases, int(strength)) for strength, phrases in feelings.items())
    for scale in load_scales():
        for high in (False, True):
            end = scale.end(high)
            yield end.said, (scale.id, high, False)
            yield end.hard, (scale.id, high, True)
