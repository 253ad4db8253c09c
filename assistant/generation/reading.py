"""A question in its conversation -> the question that a model reads in it, or None.

The embedded reading stands whenever the model's cannot be had at once or adds something of its own: a
state, a figure or a name that nobody mentioned would answer another question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from assistant.answering.places import find_places
from assistant.answering.prompts import READ
from assistant.errors import ModelError
from assistant.generation.chat import Chat
from assistant.generation.deadline import Deadline
from assistant.generation.dialogue import conversation_lines, person_lines
from assistant.generation.messages import Message
from assistant.judging.names import unknown_acronym, unknown_name
from assistant.text import figures
from assistant.types import Profile, Turn

__all__ = ["Intent", "Reading", "read_question"]

Intent = Literal["career", "clinical", "other"]
_SECONDS = 6.0  # a reader waits for this before the first word
_CONVERSATION_TOKENS = 500
_LONGEST = 300  # characters
_QUESTION = re.compile(r"^\W*question:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_INTENT = re.compile(r"^\W*intent:\s*([a-z]+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model made of a question."""

    question: str  # complete without the conversation
    intent: Intent
    tokens: int  # what it took


def read_question(
    chat: Chat,
    question: str,
    history: Sequence[Turn],
    profile: Profile,
    deadline: Deadline,
    config: Any = None,
) -> Reading | None:
    """The question as a model reads it; None at once when it fails, dawdles or invents."""
    conversation, person = conversation_lines(history, _CONVERSATION_TOKENS), person_lines(profile)
    asked = READ.fill(conversation=conversation, person=person, question=question.replace("<", "("))
    try:
        reply, tokens = chat.write([Message("user", asked)], deadline.within(_SECONDS), config, tries=1)
    except ModelError:
        return None
    found, intent = _QUESTION.search(reply), _INTENT.search(reply)
    rewritten = " ".join(found.group(1).split()) if found else ""
    if (
        not rewritten
        or len(rewritten) > _LONGEST
        or not _adds_nothing(rewritten, "\n".join((question, conversation, person)))
    ):
        return None
    named = intent.group(1).lower() if intent else "career"
    return Reading(rewritten, next((i for i in get_args(Intent) if i == named), "career"), tokens)


def _adds_nothing(rewritten: str, known: str) -> bool:
    """Whether every place, figure and name of the rewritten question was mentioned before."""
    places = {place.code for place in find_places(rewritten, {})}
    return (
        places <= {place.code for place in find_places(known, {})}
        and figures(rewritten) <= figures(known)
        and not unknown_acronym(rewritten, known)
        and not unknown_name(rewritten, known)
    )
