"""Lines of JSON in -> lines of JSON out: what `--jsonl` does for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from assistant.answering.places import JURISDICTIONS
from assistant.build import Assistant
from assistant.errors import WrongUseError
from assistant.profile_wire import profile_from_json, profile_to_json
from assistant.retrieval.retriever import Filters
from assistant.types import DocumentKind, Profile, Turn
from assistant.wire import answer_to_json, found_to_json

__all__ = ["answer_lines", "filters_from", "search_lines"]


def answer_lines(assistant: Assistant, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Each {"conversation", "question", "profile"} line -> its Answer, in order.

    Lines of one conversation see its former turns; a line without a conversation stands alone.
    """
    histories: dict[str, list[Turn]] = {}
    for number, data in _objects(lines):
        question = _text(data, "question", number)
        conversation = data.get("conversation")
        history = histories.setdefault(str(conversation), []) if conversation is not None else []
        answer = assistant.ask(question, history, _profile(data, history, number))
        history.append(Turn(question, answer.standalone_question, answer))
        yield answer_to_json(answer)


def search_lines(
    assistant: Assistant, lines: Iterable[str], k: int, filters: Filters
) -> Iterator[dict[str, Any]]:
    """Each {"question", "history"} line -> its passages, in order."""
    for number, data in _objects(lines):
        history = data.get("history") or []
        if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
            raise WrongUseError(f'line {number}: "history" must be a list of texts')
        found = assistant.search(_text(data, "question", number), history, k, filters)
        yield found_to_json(found)


def filters_from(jurisdiction: str, topic: str, kind: str) -> Filters:
    """Command-line words -> Filters; WrongUseError names the one that is not known."""
    if jurisdiction and jurisdiction.upper() not in JURISDICTIONS:
        raise WrongUseError(f"{jurisdiction!r} is not a two-letter US code such as OH")
    kinds: tuple[DocumentKind, ...] = get_args(DocumentKind)
    chosen = next((known for known in kinds if known == kind), None)
    if kind and chosen is None:
        raise WrongUseError(f"{kind!r} is not a kind of document; known are: {', '.join(kinds)}")
    return Filters(jurisdiction.upper() or None, topic or None, chosen)


def _profile(data: Mapping[str, Any], history: list[Turn], number: int) -> Profile | None:
    """The profile given, over what the conversation has told; None when none is given."""
    given = data.get("profile")
    if given is None:
        return None
    try:
        profile = profile_from_json(given)
    except WrongUseError as error:
        raise WrongUseError(f"line {number}: {error}") from error
    last = history[-1].answer if history else None
    return replace(last.assumptions, **profile_to_json(profile)) if last else profile


def _objects(lines: Iterable[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except ValueError as error:
            raise WrongUseError(f"line {number} is not JSON: {error}") from error
        if not isinstance(data, dict):
            raise WrongUseError(f'line {number} must be an object such as {{"question": "..."}}')
        yield number, data


def _text(data: Mapping[str, Any], key: str, number: int) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise WrongUseError(f'line {number}: "{key}" must be a text')
    return value
