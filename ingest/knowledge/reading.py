"""Guides -> findings where the prose is too hard: Flesch-Kincaid above grade 9, by textstat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.knowledge.findings import Finding
from ingest.knowledge.guide import Guide

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

__all__ = ["HARDEST_GRADE", "check_reading", "grade"]

HARDEST_GRADE = 9.0  # US school grade
_FEWEST_SENTENCES = 5  # fewer give no stable grade
_ASIDE = re.compile(r"\s*\([^)]*\)")
_NAME = re.compile(r"(?<!^)(?<![.!?:] )\b[A-Z][\w'’.-]*(?:(?: (?:of|for|the|and|in))* [A-Z][\w'’.-]*)*")
_TRADE = re.compile(r"\b(?:pharmacy technicians?|technicians?|pharmacists?|pharmac(?:y|ies))\b", re.I)


def check_reading(guides: Iterable[Guide]) -> Iterator[Finding]:
    """Guides that a ninth-grader would find hard."""
    for guide in guides:
        prose = [s.text for s in guide.sentences if s.kind in ("text", "item")]
        found = grade(prose)
        if len(prose) >= _FEWEST_SENTENCES and found > HARDEST_GRADE:
            message = f"reading grade {found:.1f}; at most {HARDEST_GRADE:.0f}. Shorten sentences."
            yield Finding(guide.file, 1, "hard-to-read", message)


def grade(sentences: Iterable[str]) -> float:
    """Sentences -> US school grade.

    Proper names, asides in parentheses (they spell names out) and the names of the trade itself
    ("pharmacy technician", "pharmacist") count as one short word: nobody can write around them.
    """
    return float(_measure().flesch_kincaid_grade(" ".join(_plain(text) for text in sentences)))


def _plain(text: str) -> str:
    return _TRADE.sub("it", _NAME.sub("it", _ASIDE.sub("", text)))


@lru_cache(maxsize=1)
def _measure() -> textstatistics:
    from textstat.textstat import textstatistics  # brings nltk along: half a second

    measure = textstatistics()
    # "en" and "en_US" make textstat download a pronouncing dictionary; spelt with a hyphen it
    # counts syllables by the hyphenation patterns that come with it.
    measure.set_lang("en-US")
    return measure
