"""What a person types as a place -> the place, or what is wrong with it and which others it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.guidance.distance import Point
from assistant.guidance.zips import Town, middle_of_state, town_of_zip, towns_named, zip_code
from assistant.wording_schools import SchoolWording

__all__ = ["Asked", "read_place"]

_DOMINANCE = 3  # a city is meant when it has as many times the ZIP codes of the next of its name
_MOST_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as it was understood."""

    text: str  # as typed
    kind: Literal["zip", "city", "state", "unknown"]
    label: str = ""  # for people
    state: str | None = None  # two-letter code
    middle: Point | None = None
    problem: str = ""  # what to tell the person when no place is meant, or several
    others: tuple[str, ...] = ()  # other places of the same name, to be asked for in these words


def read_place(text: str, states: Mapping[str | None, str]) -> Asked:
    """A place from what a person typed.

    Args:
        text: a ZIP code, a city with or without its state, or a state.
        states: two-letter code -> name of every jurisdiction.
    """
    typed = " ".join(text.split())
    code = zip_code(typed)
    if code or typed.isdecimal():
        return _by_zip(typed, code)
    names = {name.casefold(): key for key, name in states.items() if key}
    state = _state(typed, names)
    if state:
        label = next(name for key, name in states.items() if key == state)
        return Asked(typed, "state", label, state, middle_of_state(state))
    return _by_city(typed, *_city_and_state(typed, names))


def _by_zip(typed: str, code: str | None) -> Asked:
    town = town_of_zip(code) if code else None
    if code is None or town is None:
        return Asked(typed, "unknown", problem=SchoolWording.NO_ZIP.format(asked=typed))
    label = SchoolWording.ZIP_PLACE.format(code=code, city=town.name, state=town.state)
    return Asked(typed, "zip", label, town.state, town.middle)


def _state(text: str, names: Mapping[str, str]) -> str | None:
    folded = text.casefold().removeprefix("the ")
    return names.get(folded) or next((key for key in names.values() if key.casefold() == folded), None)


def _city_and_state(typed: str, names: Mapping[str, str]) -> tuple[str, str | None]:
    """("columbus", "OH") of "Columbus, OH", "columbus oh" and "Columbus Ohio"."""
    words = typed.replace(",", " ").split()
    for size in (3, 2, 1):  # "District of Columbia", "North Dakota", "OH"
        state = _state(" ".join(words[-size:]), names) if len(words) > size else None
        if state:
            return " ".join(words[:-size]), state
    return " ".join(words), None


def _by_city(typed: str, city: str, state: str | None) -> Asked:
    towns = [town for town in towns_named(city) if state in (None, town.state)]
    if not towns:
        return Asked(typed, "unknown", problem=SchoolWording.NO_PLACE.format(asked=typed))
    names = tuple(_name(town) for town in towns[: _MOST_OTHERS + 1])
    if len(towns) > 1 and towns[0].codes < _DOMINANCE * towns[1].codes:
        problem = SchoolWording.WHICH.format(name=towns[0].name)
        return Asked(typed, "unknown", problem=problem, others=names[:_MOST_OTHERS])
    return Asked(typed, "city", names[0], towns[0].state, towns[0].middle, others=names[1:])


def _name(town: Town) -> str:
    return SchoolWording.CITY_PLACE.format(city=town.name, state=town.state)
