"""The former turns of a conversation -> what was known of the person, and what was said."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Profile, Turn

__all__ = ["known_before", "said_before"]


def known_before(history: Sequence[Turn]) -> Profile:
    """What was known of the person after the last turn."""
    last = history[-1].answer if history else None
    return last.assumptions if last else Profile()


def said_before(history: Sequence[Turn]) -> frozenset[str]:
    """Every sentence that was said, as it was said."""
    return frozenset(claim.text for turn in history if turn.answer for claim in turn.answer.claims())
