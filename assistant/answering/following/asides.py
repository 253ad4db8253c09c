"""A turn of several sentences -> those that ask or say what the question is about."""

from __future__ import annotations

import re

from assistant.answering.following.talk import Talk
from assistant.answering.frames import own_terms
from assistant.text import fold

__all__ = ["without_asides"]

_BREAK = re.compile(r"(?<=[.!?;])\s+")
_ASKS = re.compile(
    r"\?|\b(?:what|whats|how|hows|which|where|wheres|who|when|whens|why|can|could|do|does|did|is|are|will|would|should|may|any)\b"
)


def without_asides(talk: Talk, question: str) -> str:
    """A question without the sentences beside it that only tell: "and in Kansas? i live on the line"."""
    parts = _BREAK.split(question)
    if len(parts) < 2 or not any(_ASKS.search(fold(part)) for part in parts):
        return question
    kept = [part for part in parts if _ASKS.search(fold(part)) or _names_something(talk, part)]
    return " ".join(kept)


def _names_something(talk: Talk, part: str) -> bool:
    frame = talk.read(part)
    return bool(frame.things or frame.places or talk.aspects(part)) and bool(own_terms(part) or frame.places)
