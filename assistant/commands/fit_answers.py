"""A file or text with a person's answers -> Answers and a Profile; what is wrong is named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.errors import WrongUseError
from assistant.guidance.choices import Choice, read_choice
from assistant.guidance.own_words import OwnWords, read_own_words
from assistant.guidance.reasons import Answers
from assistant.guidance.scales import load_scales
from assistant.guidance.told import merged
from assistant.guidance.wishes import Wish
from assistant.profile_wire import profile_from_json
from assistant.types import Profile
from assistant.wording_fit import FitTerminal

__all__ = ["Given", "read_given"]

_KEYS = frozenset({"choices", "wishes", "text", "profile"})
_STRENGTHS = range(-2, 3)


class Given(tuple[Answers, Profile, OwnWords]):
    """What was given: answers, what is known of the person, and the text as it was understood."""

    __slots__ = ()


def read_given(text: str, file: Path | None) -> Given:
    """The options `--text` and `--answers` -> what they say; wishes of the file stand over those of a text.

    Raises:
        WrongUseError: the file cannot be read or does not hold what it should.
    """
    data = _load(file) if file else {}
    words = read_own_words(" ".join((text, _text(data, file))).strip())
    stated = _wishes(data.get("wishes", {}), file)
    read = tuple(wish for wish in words.wishes if wish.scale not in stated)
    answers = Answers(_choices(data.get("choices", []), file), (*read, *stated.values()))
    return Given((answers, merged(words.profile, profile_from_json(data.get("profile") or {})), words))


def _load(file: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUseError(f"--answers {file} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise _wrong(file, f"it is not JSON ({error})") from error
    if not isinstance(data, dict):
        raise _wrong(file, "it is not an object")
    if unknown := sorted(set(data) - _KEYS):
        raise _wrong(file, f"unknown key {unknown[0]!r}")
    return data


def _text(data: Mapping[str, Any], file: Path | None) -> str:
    text = data.get("text", "")
    if not isinstance(text, str):
        raise _wrong(file, '"text" is not a text')
    return text


def _choices(items: object, file: Path | None) -> tuple[Choice, ...]:
    if not isinstance(items, list):
        raise _wrong(file, '"choices" is not a list')
    found = [(item, read_choice(item) if isinstance(item, str) else None) for item in items]
    if bad := [item for item, choice in found if choice is None]:
        raise _wrong(file, f"{bad[0]!r} is not a choice")
    return tuple(choice for _, choice in found if choice)


def _wishes(items: object, file: Path | None) -> Mapping[str, Wish]:
    """Scale id -> the wish; a wish that was set and not written has no words."""
    if not isinstance(items, dict):
        raise _wrong(file, '"wishes" is not an object')
    known = {scale.id for scale in load_scales()}
    for scale, strength in items.items():
        if scale not in known:
            raise _wrong(file, f"{scale!r} is not one of the scales: {', '.join(sorted(known))}")
        if isinstance(strength, bool) or strength not in _STRENGTHS:
            raise _wrong(file, f"{scale}: {strength!r} is not a whole number from -2 to 2")
    return {scale: Wish(scale, strength, ()) for scale, strength in items.items()}


def _wrong(file: Path | None, problem: str) -> WrongUseError:
    return WrongUseError(FitTerminal.ANSWERS_SHAPE.format(path=file, problem=problem))
