"""Text -> the US states and territories it names, by name, postal code or large city."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.text import fold

__all__ = ["JURISDICTIONS", "PLACE_WORDS", "Place", "find_mentions", "find_places", "place_name", "town_in"]

JURISDICTIONS: Mapping[str, str] = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "DC": "the District of Columbia",
    "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York",
    "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia",
    "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "PR": "Puerto Rico", "GU": "Guam",
}  # fmt: skip
_OTHER_NAMES = {
    "district of columbia": "DC", "washington dc": "DC", "washington d.c.": "DC", "washington, dc": "DC",
    "washington, d.c.": "DC", "d.c.": "DC", "the district": "DC", "washington state": "WA",
    "new york city": "NY", "nyc": "NY", "cali": "CA", "socal": "CA", "norcal": "CA", "philly": "PA",
    "vegas": "NV", "la county": "CA", "tex": "TX", "n.y.": "NY", "n.j.": "NJ",
    "n.c.": "NC", "s.c.": "SC", "mich": "MI", "minn": "MN", "wisc": "WI", "ariz": "AZ", "colo": "CO", "conn": "CT", "tenn": "TN", "okla": "OK", "fla": "FL",
    "calif": "CA", "wash state": "WA", "n carolina": "NC", "s carolina": "SC", "n dakota": "ND", "s dakota": "SD", "w virginia": "WV", "texan": "TX", "californian": "CA", "floridian": "FL", "jersey": "NJ",
}  # fmt: skip
# Codes that are also words (in, or, me, hi ...) or field terms (PA prior authorization, VA Veterans
# Affairs, MD physician): they count only in capitals or behind a preposition or comma.
_AMBIGUOUS = frozenset(
    "IN OR ME HI OK OH DE LA MA PA ID CO AL MI MS PR VA MD MO AR NE RI SC MT CT IA IL".split()
)
_WORDS = frozenset("IN OR ME HI ID LA DE".split())  # in small letters these are never a place
_PLACE_NOUN = re.compile(
    r":|\s+(?:boards?|state|law|laws|rules?|techs?|technicians?|pharmacy|licen[sc]es?|licensing|registration|renewals?|renew|ce|ceu|cpht|trainees?|fees?|permit|age|requirements?)\b"
)
_RATHER_WORDS = frozenset("ID OK PA MD OR IN ME VA AL".split())
_ADJECTIVES = frozenset("PA OK AL OR".split())  # "a PA tech": a place before such a noun
_IN_PLACE = r"(?:\b(?:in|from|to|near|around|leaving|for)\s+|,\s*)"
_BEFORE_PLACE = r"(?:\b(?:in|from|to|for|of|near|around|at|live in|leaving)\s+|,\s*)"
_NEVER_CITIES = frozenset(
    "mobile reading orange independence sterling temple surprise enterprise hope corona hospital college "
    "normal pharr federal way industry commerce union moore hammond joy".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A jurisdiction named in a text."""

    code: str
    start: int  # in the folded text
    end: int
    by_city: str | None = None  # the city's name, when only the city was named


def place_name(code: str, start_of_sentence: bool = False) -> str:
    """The name for people; "the District of Columbia" is capitalised at a sentence's start."""
    name = JURISDICTIONS[code]
    return name[0].upper() + name[1:] if start_of_sentence else name


def find_places(text: str, cities: Mapping[str, str]) -> list[Place]:
    """The places a text names, each code once, in the order of mention.

    Args:
        text: as the person wrote it; capitals matter for postal codes.
        cities: lower-case city name -> code.
    """
    unique: dict[str, Place] = {}
    for place in find_mentions(text, cities):
        unique.setdefault(place.code, place)
    return list(unique.values())


def find_mentions(text: str, cities: Mapping[str, str]) -> list[Place]:
    """The same with every mention, so that "Columbus, Ohio" is found twice."""
    folded = fold(text)
    found = [*_by_name(folded), *_by_code(text, folded)]
    taken = [(place.start, place.end) for place in found]
    found += [
        place
        for place in _by_city(text, folded, cities)
        if not any(start < place.end and place.start < end for start, end in taken)
    ]
    return sorted(found, key=lambda place: place.start)


def town_in(name: str, cities: Mapping[str, str]) -> Place | None:
    """The place of a folded text that is a town's name and nothing else."""
    known = name in cities and name not in _NEVER_CITIES
    return Place(cities[name], 0, len(name), name) if known else None


def _names() -> dict[str, str]:
    names = {name.lower(): code for code, name in JURISDICTIONS.items() if code != "DC"}
    return names | _OTHER_NAMES


_NAMES = _names()
PLACE_WORDS = frozenset(word for name in _NAMES for word in name.split())  # folded, never misspelt
_NAME_PATTERN = re.compile(
    r"(?<![\w])(" + "|".join(re.escape(n) for n in sorted(_NAMES, key=len, reverse=True)) + r")(?![\w])"
)
_CITY_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_CODE_PATTERN = re.compile(r"(?<![\w.'-])([A-Za-z]{2})(?![\w'-])")


def _by_name(folded: str) -> list[Place]:
    return [
        Place(_NAMES[match.group(1)], match.start(), match.end()) for match in _NAME_PATTERN.finditer(folded)
    ]


def _by_code(text: str, folded: str) -> list[Place]:
    shouted = text.upper() == text
    found = []
    for match in _CODE_PATTERN.finditer(folded):
        code = match.group(1).upper()
        if code in JURISDICTIONS and (
            code not in _AMBIGUOUS or _means_place(code, text, folded, match, shouted)
        ):
            found.append(Place(code, match.start(), match.end()))
    return found


def _means_place(code: str, text: str, folded: str, match: re.Match[str], shouted: bool) -> bool:
    """Whether a code that is also a word or a field term is meant as a place."""
    before, after = folded[: match.start()], folded[match.end() :]
    if code not in _WORDS and not before.strip(" ,.") and _PLACE_NOUN.match(after):
        return True  # "ri tech renewal", "sc ce hours"
    if folded.strip(" ?!.,") == match.group(1) and code not in ("OK", "HI", "OH", "ME"):
        return True
    introduced = re.search(_BEFORE_PLACE + r"$", before) is not None
    capitals = text[match.start() : match.end()].isupper() and not shouted
    if code in _WORDS and not capitals:
        return False
    if code in _RATHER_WORDS:  # an identity card, "is that OK?", a PA or an MD: only behind "in" and the like
        adjective = capitals and code in _ADJECTIVES and _PLACE_NOUN.match(after) is not None
        return adjective or re.search(_IN_PLACE + r"$", before) is not None
    if not capitals:
        return introduced
    last = not re.search(r"\w", after)
    return introduced or code not in _WORDS or last or _PLACE_NOUN.match(after) is not None


def _by_city(text: str, folded: str, cities: Mapping[str, str]) -> list[Place]:
    if not cities:
        return []
    found = []
    parts = [match.span() for match in _CITY_WORD.finditer(folded)]
    for index, (start, _) in enumerate(parts):
        for size in (3, 2, 1):
            if index + size > len(parts):
                continue
            end = parts[index + size - 1][1]
            name = folded[start:end]
            if name not in cities or name in _NEVER_CITIES:
                continue
            introduced = re.search(_BEFORE_PLACE + r"$", folded[:start]) is not None
            if introduced or (text[start : start + 1].isupper() and start > 0):
                found.append(Place(cities[name], start, end, name))
                break
    return found
