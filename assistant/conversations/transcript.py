"""Answers, turns and profiles <-> our own JSON, complete and versioned: what is stored and exported.

wire.py is for programs and leaves out what they need not see. This form leaves out nothing: passage,
chunk, confidence and source of every citation come back as they were. Its first key is `version`.
Version 1 is types.py's dataclasses, field by field, under their own names; when one of those changes,
the version goes up, and `_MIGRATIONS` says how a former version becomes the next.

pydantic reads it strictly, so that a file from anywhere gives sound values or one clear error.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from assistant.errors import TranscriptError
from assistant.types import Answer, Profile, Turn

__all__ = [
    "VERSION",
    "answer_from_text",
    "answer_to_text",
    "check_citations",
    "profile_from_text",
    "profile_to_text",
    "turn_from_text",
    "turn_to_text",
]

VERSION = 1
_Value = TypeVar("_Value")
# version -> what makes the body of the next version of it
_MIGRATIONS: Mapping[int, Callable[[Any], Any]] = {}


def answer_to_text(answer: Answer) -> str:
    """An Answer as JSON text."""
    return _to_text(_answers(), answer)


def answer_from_text(text: str) -> Answer:
    """The Answer of a JSON text; TranscriptError when it is not one."""
    return _from_text(_answers(), text)


def profile_to_text(profile: Profile) -> str:
    """A Profile as JSON text."""
    return _to_text(_profiles(), profile)


def profile_from_text(text: str) -> Profile:
    """The Profile of a JSON text; TranscriptError when it is not one."""
    return _from_text(_profiles(), text)


def turn_to_text(turn: Turn) -> str:
    """A Turn with its answer, where there is one, as JSON text."""
    return _to_text(_turns(), turn)


def turn_from_text(text: str) -> Turn:
    """The Turn of a JSON text; TranscriptError when it is not one."""
    return _from_text(_turns(), text)


def check_citations(answer: Answer) -> None:
    """For an answer from elsewhere: each number is one citation's, and addresses are http(s) only.

    Raises:
        TranscriptError: it is otherwise; says where.
    """
    numbers = [citation.number for citation in answer.citations]
    if len(set(numbers)) != len(numbers) or any(number < 1 for number in numbers):
        raise TranscriptError("citations: the numbers are not 1 or more, each once.")
    for claim in answer.claims():
        missing = set(claim.citations) - set(numbers)
        if missing:
            raise TranscriptError(f"claims: there is no citation {min(missing)}.")
    for citation in answer.citations:
        if citation.source.url and not citation.source.url.startswith(("https://", "http://")):
            raise TranscriptError(f"citation {citation.number}: the address is not an http(s) one.")


def _to_text(adapter: TypeAdapter[_Value], value: _Value) -> str:
    body = adapter.dump_python(value, mode="json")
    text = json.dumps({"version": VERSION, "body": body}, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate can be typed by no one but sent by anyone; UTF-8 has no place for it.
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _from_text(adapter: TypeAdapter[_Value], text: str) -> _Value:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TranscriptError(f"This is not JSON: {error}") from error
    version = data.get("version") if isinstance(data, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise TranscriptError(f"version is {version!r}; this TechPath reads versions 1 to {VERSION}.")
    body = data.get("body")
    for step in range(version, VERSION):
        body = _MIGRATIONS[step](body)
    try:
        return adapter.validate_json(json.dumps(body), strict=True)
    except ValidationError as error:
        raise TranscriptError(_first_fault(error)) from error


# pydantic builds a validator in some milliseconds, so that it is made once, on first use.
@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


@cache
def _profiles() -> TypeAdapter[Profile]:
    return TypeAdapter(Profile)


@cache
def _turns() -> TypeAdapter[Turn]:
    return TypeAdapter(Turn)


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(map(str, fault["loc"])) or "the whole"
    more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{where}: {fault['msg']}{more}."
