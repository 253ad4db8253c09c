"""A conversation <-> a JSON file that a person keeps, moves to another installation and reads in again.

It holds every branch. What is read in is marked as brought: anybody can write such a file, so this
installation vouches for nothing in it, and whatever shows or shares it has to say so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from assistant.conversations.limits import MOST_FILE_BYTES, MOST_QUESTION, MOST_TITLE, MOST_TURNS, fitting
from assistant.conversations.stored import NewTurn, StoredTurn
from assistant.conversations.transcript import answer_from_text, answer_to_text, check_citations
from assistant.conversations.wording import StorageWording
from assistant.errors import TranscriptError, WrongUseError

__all__ = ["FORMAT", "VERSION", "conversation_from_json", "conversation_to_json"]

FORMAT = "techpath-conversation"
VERSION = 1
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class _Turn:
    parent: int | None  # place of its parent in the list, 0-based
    chosen: bool
    question: str
    asked: AwareDatetime
    answered: AwareDatetime
    generation: str | None
    answer: dict[str, Any]  # of transcript.py, with its own version


@dataclass(frozen=True, slots=True)
class _File:
    title: str
    turns: tuple[_Turn, ...]


def conversation_to_json(title: str, turns: Sequence[StoredTurn], shown: Sequence[str], now: datetime) -> str:
    """A conversation as the text of a JSON file.

    Args:
        title: of the conversation.
        turns: all of its answered turns, in the order of asking (`Conversations.whole`).
        shown: the ids of the turns of the shown branch.
        now: the moment of the export.
    """
    places = {turn.id: place for place, turn in enumerate(turns)}
    body = {
        "format": FORMAT,
        "version": VERSION,
        "title": title,
        "exported": now.isoformat(),
        "turns": [
            {
                "parent": None if turn.parent is None else places[turn.parent],
                "chosen": turn.id in shown,
                "question": turn.question,
                "asked": turn.asked.isoformat(),
                "answered": turn.answered.isoformat(),
                "generation": turn.generation,
                "answer": json.loads(answer_to_text(turn.answer)),
            }
            for turn in turns
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1)


def conversation_from_json(data: bytes) -> tuple[str, tuple[NewTurn, ...]]:
    """The title and turns of such a file, ready for `Turns.keep`.

    Raises:
        TranscriptError: it is not a conversation, or too large; says what and where.
    """
    if len(data) > MOST_FILE_BYTES:
        raise TranscriptError(
            StorageWording.FILE_TOO_LARGE.format(size=len(data) / _MEGABYTE, most=MOST_FILE_BYTES / _MEGABYTE)
        )
    file = _parsed(data)
    if not 1 <= len(file.turns) <= MOST_TURNS:
        raise TranscriptError(StorageWording.TOO_MANY_TURNS.format(count=len(file.turns), most=MOST_TURNS))
    turns = tuple(_new_turn(place, turn) for place, turn in enumerate(file.turns))
    return " ".join(file.title.split())[:MOST_TITLE], turns


def _parsed(data: bytes) -> _File:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _not_one(f"it is not JSON ({error}).") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _not_one(f'"format" is not "{FORMAT}".')
    if content.get("version") != VERSION:
        raise _not_one(f'"version" is {content.get("version")!r}; this TechPath reads version {VERSION}.')
    try:
        return _files().validate_json(json.dumps(content), strict=True)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise _not_one(f"{_place(fault['loc'])}: {fault['msg']}.") from error


def _new_turn(place: int, turn: _Turn) -> NewTurn:
    where = f"turn {place + 1}"
    if turn.parent is not None and not 0 <= turn.parent < place:
        raise _not_one(f"{where}: its parent does not stand before it.")
    try:
        question = fitting("The question", turn.question, MOST_QUESTION)
        answer = answer_from_text(json.dumps(turn.answer))
        check_citations(answer)
    except (TranscriptError, WrongUseError) as error:
        raise _not_one(f"{where}: {error}") from error
    return NewTurn(
        question, answer, turn.asked, turn.answered, turn.parent, turn.chosen,
        answer.assumptions, turn.generation,
    )  # fmt: skip


@cache
def _files() -> TypeAdapter[_File]:
    return TypeAdapter(_File)


def _place(parts: Sequence[int | str]) -> str:
    """Where a fault is, counted from 1 as people count: ("turns", 0, "asked") is "turns 1 asked"."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in parts) or "the whole"


def _not_one(reason: str) -> TranscriptError:
    return TranscriptError(StorageWording.NOT_A_CONVERSATION.format(reason=reason))
