"""What people write of themselves -> wishes on the scales, a profile, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.guidance.told import told
from assistant.guidance.wishes import LONGEST_TEXT, Wish, read_wishes
from assistant.types import Profile

__all__ = ["OwnWords", "read_own_words"]

_PIECE = re.compile(r"[.!?;\n]+")
_HOURS: Mapping[str, str] = {
    "nights": r"\b(?:over)?nights?\b|\bgraveyard\b",
    "evenings": r"\bevenings?\b",
    "weekends": r"\bweekends?\b",
}


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A text as it was understood."""

    wishes: tuple[Wish, ...]
    profile: Profile  # what it states of the person; the rest is unknown
    unread: tuple[str, ...]  # sentences from which nothing was read, as written


def read_own_words(text: str) -> OwnWords:
    """A text -> what was understood; no more than its first LONGEST_TEXT characters are read."""
    text = text[:LONGEST_TEXT]
    wishes = read_wishes(text)
    profile = told(text)
    if profile.schedule is None:
        profile = replace(profile, schedule=_schedule(wishes))
    pieces = (" ".join(piece.split()) for piece in _PIECE.split(text))
    unread = tuple(piece for piece in pieces if piece and not _is_read(piece))
    return OwnWords(wishes, profile, unread)


def _is_read(piece: str) -> bool:
    return bool(read_wishes(piece)) or told(piece) != Profile()


def _schedule(wishes: tuple[Wish, ...]) -> str | None:
    """The hours a person can work, from what they said of daytime and other hours."""
    daytime = next((wish for wish in wishes if wish.scale == "daytime"), None)
    if daytime is None:
        return None
    if daytime.strength > 0:
        return "days"
    words = " ".join(daytime.words)
    return next((name for name, pattern in _HOURS.items() if re.search(pattern, words)), None)
