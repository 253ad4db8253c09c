"""An Answer -> how long it is."""

from __future__ import annotations

from assistant.text import words
from assistant.types import Answer
from evals.measures.statements import said

__all__ = ["length"]


def length(answer: Answer) -> int:
    """Words said."""
    return len(words(said(answer)))
