"""A conversation and a profile -> the few lines that a model reads of them.

The last turns stand as they were; of the earlier ones only what was asked is kept, because the facts of
an answer may be cited from its sources alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.generation.messages import tokens_of
from assistant.types import Answer, Profile, Turn

__all__ = ["conversation_lines", "person_lines"]

_IN_FULL = 2  # turns
_ANSWER_CHARACTERS = 400  # of an answer that stands as it was
_QUESTION_CHARACTERS = 200
_NONE = "(nothing yet)"


def conversation_lines(history: Sequence[Turn], budget: int) -> str:
    """The conversation in at most `budget` tokens; the oldest is left out first."""
    recent = [line for turn in history[-_IN_FULL:] for line in _in_full(turn)]
    earlier = [f"Earlier, the person asked: {_asked(turn)}" for turn in history[:-_IN_FULL]]
    lines: list[str] = []
    for line in reversed([*earlier, *recent]):
        budget -= tokens_of(line)
        if budget < 0:
            break
        lines.insert(0, line)
    return "\n".join(lines) or _NONE


def person_lines(profile: Profile) -> str:
    """What is known of the person, one line each."""
    state = profile.state
    known = {
        "state": place_name(state) if state and state in JURISDICTIONS else None,
        "stage": profile.stage,
        "credential": profile.credential,
        "age": profile.age,
    }
    return "\n".join(f"{name}: {value}" for name, value in known.items() if value is not None) or _NONE


def _in_full(turn: Turn) -> list[str]:
    said = f"You answered: {_plain(turn.answer)}" if turn.answer else ""
    return [line for line in (f"The person asked: {_asked(turn)}", said) if line]


def _asked(turn: Turn) -> str:
    return _safe(turn.standalone_question or turn.question)[:_QUESTION_CHARACTERS]


def _plain(answer: Answer) -> str:
    return _safe(" ".join(claim.text for claim in answer.claims()))[:_ANSWER_CHARACTERS]


def _safe(text: str) -> str:
    """On one line and without angle brackets, so that no text can close the mark around it."""
    return " ".join(text.split()).replace("<", "(").replace(">", ")")
