"""What an answer says -> the US school grade that reads it with ease, by textstat."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

__all__ = ["reading_grade"]

_FEWEST_WORDS = 30  # fewer give no stable grade


def reading_grade(sentences: Sequence[str]) -> float | None:
    """0.39 words / sentences + 11.8 syllables / words - 15.59; None for fewer than 30 words.

    Flesch-Kincaid grade (Kincaid et al. 1975, Navy research branch report 8-75). Names count as the
    words that they are, so "Pharmacy Technician Certification Board" makes any sentence hard.
    """
    text = " ".join(sentence.strip().rstrip(".") + "." for sentence in sentences if sentence.strip())
    if len(text.split()) < _FEWEST_WORDS:
        return None
    return float(_measure().flesch_kincaid_grade(text))


@lru_cache(maxsize=1)
def _measure() -> textstatistics:
    from textstat.textstat import textstatistics  # brings nltk along: half a second

    measure = textstatistics()
    # "en" and "en_US" make textstat download a pronouncing dictionary; spelt with a hyphen it
    # counts syllables by the hyphenation patterns that come with it.
    measure.set_lang("en-US")
    return measure
