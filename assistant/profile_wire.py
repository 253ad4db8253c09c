"""A Profile <-> the JSON object that programs give and read. docs/programs.md documents its keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from assistant.answering.places import JURISDICTIONS
from assistant.errors import WrongUseError
from assistant.types import Profile

__all__ = ["SCHEDULES", "STAGES", "profile_from_json", "profile_to_json"]

STAGES = ("exploring", "student", "trainee", "certified", "experienced")
SCHEDULES = ("days", "evenings", "nights", "weekends", "part-time")
_ID = re.compile(r"[a-z0-9-]{1,64}")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """The fields of a profile that are known."""
    named = {field.name: getattr(profile, field.name) for field in fields(Profile)}
    lists = {name: list(value) if isinstance(value, tuple) else value for name, value in named.items()}
    return {name: value for name, value in lists.items() if value not in (None, [])}


def profile_from_json(data: object) -> Profile:
    """A profile from JSON values; WrongUseError names the key that is wrong. null is unknown."""
    if not isinstance(data, Mapping):
        raise WrongUseError('"profile" must be an object such as {"state": "OH"}')
    for key in data:
        if key not in _READERS:
            raise WrongUseError(f"profile: unknown key {key!r}; known are: {', '.join(sorted(_READERS))}")
    return Profile(**{key: _READERS[key](key, value) for key, value in data.items() if value is not None})


def _state(key: str, value: object) -> str:
    if not isinstance(value, str) or value.upper() not in JURISDICTIONS:
        raise WrongUseError(f"profile: {key} {value!r} is not a two-letter US code such as OH")
    return value.upper()


def _id(key: str, value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise WrongUseError(f"profile: {key} {value!r} is not an id such as ptcb-cpht")
    return value


def _ids(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise WrongUseError(f"profile: {key} {value!r} is not a list of ids")
    return tuple(_id(key, item) for item in value)


def _date(key: str, value: object) -> str:
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        raise WrongUseError(f"profile: {key} {value!r} is not a date such as 2027-05 or 2027-05-31")
    return value


def _years(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 120:
        raise WrongUseError(f"profile: {key} {value!r} is not a whole number of years")
    return value


def _one_of(accepted: tuple[str, ...]) -> Callable[[str, object], str]:
    def read(key: str, value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise WrongUseError(f"profile: {key} {value!r} is not one of: {', '.join(accepted)}")
        return value

    return read


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "state": _state,
    "stage": _one_of(STAGES),
    "credential": _id,
    "expires": _date,
    "settings": _ids,
    "years": _years,
    "age": _years,
    "schedule": _one_of(SCHEDULES),
    "goal": _id,
}
