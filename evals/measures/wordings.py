"""A text and wordings -> which of them it says, and what it must not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.text import fold

__all__ = ["forbidden", "says"]


def says(text: str, wording: str) -> bool:
    """Whether a text holds a wording, letter case and accents aside.

    A figure at either end must be the whole figure: "16 hours" does not say "6 hour".
    """
    return _pattern(wording).search(fold(text)) is not None


def forbidden(text: str, must_not: Sequence[str]) -> tuple[str, ...]:
    """The fragments said that must not be."""
    return tuple(wording for wording in must_not if says(text, wording))


@lru_cache(maxsize=8_192)
def _pattern(wording: str) -> re.Pattern[str]:
    plain = fold(wording)
    before = r"(?<!\d)(?<!\d[.,])" if plain[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if plain[-1:].isdigit() else ""
    return re.compile(before + re.escape(plain) + after)
