"""A turn that asks for something of the last answer itself: more of it."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["asks_for_more"]

_MORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|yes|please|can you|could you|thanks)\b[\s,]*)*(?:tell me more|more(?: (?:info|information|details?|please))?|go on|continue|what else|anything else|explain(?: (?:that|it|more|further))?|elaborate|say more|give me more(?: details?)?|keep going|expand(?: on (?:that|it))?)\W*$"
)


def asks_for_more(question: str) -> bool:
    """Whether more of the same is asked for: "tell me more", "what else"."""
    return _MORE.match(fold(question)) is not None
