"""A ZIP code, city or state -> where it lies, from a table that is installed with the package.

The table (package zipcodes) holds the US Postal Service's codes with the coordinates of GeoNames,
CC BY 4.0. A ZIP code stands for its middle; a city or state for the middle of its ZIP codes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any

from assistant.guidance.distance import Point

__all__ = ["Town", "middle_of_state", "town_of_zip", "towns_named", "zip_code"]

_ZIP = re.compile(r"(\d{5})(?:-\d{4})?")
# How the postal service writes what people shorten.
_SPELLINGS = ((r"\bst\b\.?", "saint"), (r"\bft\b\.?", "fort"), (r"\bmt\b\.?", "mount"), (r"['’.-]", " "))


@dataclass(frozen=True, slots=True)
class Town:
    """A city, or the city of one ZIP code."""

    name: str
    state: str  # two-letter code
    middle: Point
    codes: int  # ZIP codes that it has: the larger the city, the more
    delivered: bool  # mail goes to streets; post office boxes and single organizations may lie elsewhere


def zip_code(text: str) -> str | None:
    """The five digits of a text that is a ZIP code, with or without its four further digits."""
    match = _ZIP.fullmatch(text.strip())
    return match[1] if match else None


@lru_cache(maxsize=4096)
def town_of_zip(code: str) -> Town | None:
    """Where five digits lie; None when no ZIP code is known by them."""
    return next(_towns(_table().matching(code)), None)


@lru_cache(maxsize=1024)
def towns_named(name: str) -> tuple[Town, ...]:
    """The cities of this name, one a state, the largest first."""
    found: dict[str, dict[str, Any]] = {}
    for spelling in _spellings(name):
        found |= {row["zip_code"]: row for row in _table().filter_by(city=spelling, active=True)}
    return tuple(sorted(_towns(found.values()), key=lambda town: (-town.codes, town.state)))


@lru_cache(maxsize=64)
def middle_of_state(code: str) -> Point | None:
    """The middle of a state's ZIP codes, by its two-letter code."""
    return _middle(_table().filter_by(state=code, active=True, zip_code_type="STANDARD"))


def _table() -> Any:
    """The package, which unpacks its table when it is first asked."""
    import zipcodes

    return zipcodes


def _spellings(name: str) -> Iterator[str]:
    """The ways in which the table may write a name; it writes every word with a capital."""
    written = " ".join(name.lower().split())
    yield written.title()
    for form, spelling in _SPELLINGS:
        written = re.sub(form, spelling, written)
    yield " ".join(written.split()).title()


def _towns(rows: Iterable[Mapping[str, Any]]) -> Iterator[Town]:
    by_state = defaultdict(list)
    for row in rows:
        by_state[row["state"]].append(row)
    for state, found in by_state.items():
        middle = _middle(found)
        if middle:
            delivered = any(row["zip_code_type"] == "STANDARD" for row in found)
            yield Town(found[0]["city"], state, middle, len(found), delivered)


def _middle(rows: Iterable[Mapping[str, Any]]) -> Point | None:
    """The middle one of the latitudes and of the longitudes, which a lone far-off code does not move."""
    points = [(float(row["lat"]), float(row["long"])) for row in rows]
    known = [point for point in points if point != (0, 0)]  # the table's sign for not known
    if not known:
        return None
    return Point(median(point[0] for point in known), median(point[1] for point in known))
