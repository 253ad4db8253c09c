"""A ZIP code, city or state -> the institutions that report a pharmacy technician program near it.

The list is that of the federal IPEDS survey, as the `programs` records carry it. What it does not say
is quoted beside it, with the live directories and the questions to ask any school.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.guidance.cited import Cited, quoted, support_of
from assistant.guidance.distance import Point, miles_between
from assistant.guidance.places_asked import Asked, read_place
from assistant.guidance.records import Record, Statement
from assistant.guidance.shelf import Shelf
from assistant.guidance.zips import town_of_zip, towns_named
from assistant.wording_schools import CONTROLS, LEVELS, SchoolWording

__all__ = ["FARTHEST", "MILES", "Found", "Note", "School", "every_line", "find_schools", "headline"]

MILES = 50  # how far people look when they do not say
FARTHEST = 250  # miles within which "the nearest" still helps
_MOST_NEAREST = 5  # schools shown where none is listed
_CITY_MILES = 10  # a ZIP code farther than this from its city is a post office box elsewhere
Note = Literal["count", "caveats", "directories", "ask"]
_NOTES: tuple[Note, ...] = ("count", "caveats", "directories", "ask")


@dataclass(frozen=True, slots=True)
class School:
    """One institution of the list."""

    name: str
    city: str
    state: str  # two-letter code
    zip: str
    control: str  # public, private ... in words
    website: str  # without https://
    levels: tuple[str, ...]  # awards that it lists, in words
    awards: int  # given in the survey's year, over all levels
    cited: Cited  # the record's sentence
    at: Point | None  # None where its ZIP code is not in the table
    miles: float | None = None  # from the place asked for; None where no distance is meant or known

    @property
    def distance(self) -> Cited | None:
        """The distance in words."""
        if self.miles is None:
            return None
        rounded = round(self.miles)
        text = SchoolWording.DISTANCE.format(miles=rounded) if rounded > 1 else SchoolWording.NEAR_BY
        return Cited(text, self.cited.support, computed=True)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, and what has to be said with it."""

    asked: Asked
    miles: int  # the radius that was asked for
    schools: tuple[School, ...]  # nearest first; in a state by city and name
    nearest: tuple[School, ...]  # outside of the radius or the state, where `schools` is empty
    notes: dict[Note, tuple[Cited, ...]]  # from the record of the state; empty where the place is unknown


def find_schools(shelf: Shelf, asked: str, miles: int = MILES) -> Found:
    """The listed schools near a place.

    Args:
        shelf: the records.
        asked: a ZIP code, a city with or without its state, or a state by name or code.
        miles: how far around a ZIP code or city; a state is searched whole.
    """
    place = read_place(asked, {record.code: record.name for record in shelf.of_kind("jurisdiction")})
    if place.problem:
        return Found(place, miles, (), (), {})
    schools = [school for record in shelf.of_kind("programs") for school in _schools(record)]
    record = shelf.place(place.state or "", "programs")
    notes = _notes(record) if record else {}
    if place.kind == "state":
        return Found(place, miles, *_in_state(schools, place), notes)
    measured = _measured(schools, place.middle)
    near = tuple(school for school in measured if school.miles is not None and school.miles <= miles)
    return Found(place, miles, near, () if near else _nearest(measured), notes)


def every_line(found: Found) -> Iterator[Cited]:
    """Everything cited that a search can show, in reading order."""
    yield from found.notes.get("count", ())
    for school in (*found.schools, *found.nearest):
        yield school.cited
        if school.distance:
            yield school.distance
    for note, lines in found.notes.items():
        if note != "count":
            yield from lines


def headline(found: Found) -> tuple[str, ...]:
    """What was found, in one to three sentences: how to read the two lists."""
    place, label = found.asked, found.asked.label
    if place.problem:
        return (place.problem,)
    in_state = place.kind == "state"
    if found.schools:
        text = SchoolWording.IN_STATE if in_state else SchoolWording.NEAR
        return (text.format(place=label, miles=found.miles),)
    text = SchoolWording.NONE_IN_STATE if in_state else SchoolWording.NONE_NEAR
    none = text.format(place=label, miles=found.miles)
    if not found.nearest:
        return none, SchoolWording.NOTHING_NEAR.format(miles=FARTHEST)
    origin = SchoolWording.MIDDLE.format(place=label) if in_state else label
    return none, SchoolWording.NEAREST.format(place=origin)


def _in_state(schools: Iterable[School], place: Asked) -> tuple[tuple[School, ...], tuple[School, ...]]:
    """(the schools of a state, or else the nearest beyond its border)."""
    inside = [school for school in schools if school.state == place.state]
    if inside:
        return tuple(sorted(inside, key=lambda school: (school.city, school.name))), ()
    return (), _nearest(_measured(schools, place.middle))


def _measured(schools: Iterable[School], middle: Point | None) -> list[School]:
    """Schools with their distance, nearest first; those without one last."""
    if middle is None:
        return []
    known = [
        replace(school, miles=miles_between(middle, school.at)) if school.at else school for school in schools
    ]
    return sorted(known, key=lambda school: (school.miles is None, school.miles or 0, school.name))


def _nearest(measured: Iterable[School]) -> tuple[School, ...]:
    within = [school for school in measured if school.miles is not None and school.miles <= FARTHEST]
    return tuple(within[:_MOST_NEAREST])


def _notes(record: Record) -> dict[Note, tuple[Cited, ...]]:
    told = {note: tuple(quoted(record, s) for s in record.statements_of(note)) for note in _NOTES}
    return {note: lines for note, lines in told.items() if lines}


def _schools(record: Record) -> Iterator[School]:
    for statement in record.statements_of("institution"):
        if isinstance(statement.value, list):
            yield _school(record, statement, statement.value)


def _school(record: Record, statement: Statement, entries: list[str]) -> School:
    """A statement whose value lists "city: ...", "zip: ...", "level: ..." and so on."""
    named = [entry.partition(": ")[::2] for entry in entries]
    values = dict(named)
    support = support_of(record, statement)
    city, code = values.get("city", ""), values.get("zip", "")
    return School(
        name=support.says.split(" (")[0],
        city=city,
        state=record.code or "",
        zip=code,
        control=CONTROLS.get(values.get("control", ""), ""),
        website=values.get("website", ""),
        levels=tuple(LEVELS.get(level, level) for name, level in named if name == "level"),
        awards=int(values.get("awards", 0)),
        cited=Cited(support.says, (support,)),
        at=_where(code, city, record.code or ""),
    )


def _where(code: str, city: str, state: str) -> Point | None:
    """The middle of a school's ZIP code, or of its city where the code lies somewhere else."""
    town = town_of_zip(code)
    if town and town.delivered and town.name.casefold() == city.casefold():
        return town.middle
    its_city = next((found for found in towns_named(city) if found.state == state), None)
    if town is None or its_city is None:
        known = town or its_city
        return known.middle if known else None
    apart = miles_between(town.middle, its_city.middle)
    return its_city.middle if apart > _CITY_MILES else town.middle
