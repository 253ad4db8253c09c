"""Text -> the US states and territories it names, by name, postal code or large city."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answering.place_names import JURISDICTIONS, NEVER_CITIES, OTHER_NAMES
from assistant.text import fold

__all__ = ["JURISDICTIONS", "PLACE_WORDS", "Place", "find_mentions", "find_places", "place_name", "town_in"]

# Codes that are also words (in, or, me, hi ...) or field terms (PA prior authorization, VA Veterans
# Affairs, MD physician): they count only in capitals or behind a preposition or comma.
_AMBIGUOUS = frozenset(
    "IN OR ME HI OK OH DE LA MA PA ID CO AL MI MS PR VA MD MO AR NE RI SC MT CT IA IL".split()
)
_WORDS = frozenset("IN OR ME HI ID LA DE".split())  # in small letters these are never a place
_PLACE_NOUN = re.compile(
    r":|\s+(?:boards?|state|law|laws|rules?|techs?|technicians?|pharmacy|licen[sc]es?|licensing|registration|renewals?|renew|ce|ceu|cpht|trainees?|fees?|permit|age|requirements?)\b"
)
# "the class PA makes techs take": behind a code that is no word, unless it is somebody's: "my md wants".
_STATE_DOES = re.compile(r"\s+(?:makes|requires|wants|charges|asks|accepts|mandates)\b")
_ENDS = re.compile(r"\s*(?:[.,;:!?]|$)")
_SOMEBODYS = re.compile(r"\b(?:my|our|his|her|their|your|the|an?)\s+$")
_RATHER_WORDS = frozenset("ID OK PA MD OR IN ME VA AL".split())
_ADJECTIVES = frozenset("PA OK AL OR".split())  # "a PA tech": a place before such a noun
_IN_PLACE = r"(?:\b(?:in|from|to|near|around|leaving|for)\s+|,\s*)"
_BEFORE_PLACE = r"(?:\b(?:in|from|to|for|of|near|around|at|live in|leaving)\s+|,\s*)"
_HERE = re.compile(r"\s*(?:[.,;:!?–-]|$)|\s+here\b")  # "omaha. ...", "Seattle here, ..."
_OF_CITY = re.compile(
    r"\s+(?:area|based|native|resident|kids?|students?|techs?|technicians?|pharmac(?:y|ies)|"
    r"stores?|walgreens|cvs|schools?|colleges?|boards?)\b"
)  # "a chicago walgreens"
_OF_DISTRICT = re.compile(
    r" (?:managers?|leaders?|supervisors?|leads?|dm|office|courts?|attorney|level|rph|hr)\b"
)
_ASSISTANT = re.compile(r"\s+(?:school|student)\b")  # "PA school" trains physician assistants


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
    states = [*_by_name(folded), *_by_code(text, folded, cities)]
    towns = [
        place
        for place in _by_city(text, folded, cities)
        if not any(_overlaps(place, state) or _belies(folded, place, state) for state in states)
    ]
    return sorted([*states, *towns], key=lambda place: place.start)


def _overlaps(place: Place, other: Place) -> bool:
    return other.start < place.end and place.start < other.end


def _belies(folded: str, town: Place, state: Place) -> bool:
    """Whether a town is said to lie in another state than the one of the largest town of its name."""
    between = folded[town.end : state.start]
    return town.end <= state.start and between in (" ", ", ") and state.code != town.code


def town_in(name: str, cities: Mapping[str, str]) -> Place | None:
    """The place of a folded text that is a town's name and nothing else."""
    known = name in cities and name not in NEVER_CITIES
    return Place(cities[name], 0, len(name), name) if known else None


def _names() -> dict[str, str]:
    names = {name.lower(): code for code, name in JURISDICTIONS.items() if code != "DC"}
    return {**names, **OTHER_NAMES}


_NAMES = _names()
PLACE_WORDS = frozenset(word for name in _NAMES for word in name.split())  # folded, never misspelt
_NAME_PATTERN = re.compile(
    r"(?<![\w])(" + "|".join(re.escape(n) for n in sorted(_NAMES, key=len, reverse=True)) + r")(?![\w])"
)
_CITY_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_CODE_PATTERN = re.compile(r"(?<![\w.'-])([A-Za-z]{2})(?![\w'-])")


def _by_name(folded: str) -> list[Place]:
    return [
        Place(_NAMES[match.group(1)], match.start(), match.end())
        for match in _NAME_PATTERN.finditer(folded)
        if not (match.group(1) == "the district" and _OF_DISTRICT.match(folded[match.end() :]))
    ]


def _by_code(text: str, folded: str, cities: Mapping[str, str]) -> list[Place]:
    shouted = text.upper() == text
    found = []
    for match in _CODE_PATTERN.finditer(folded):
        code = match.group(1).upper()
        if code in JURISDICTIONS and (
            code not in _AMBIGUOUS
            or _means_place(code, text, folded, match, shouted)
            or _behind_city(code, folded[: match.start()], folded[match.end() :], cities)
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
    if code == "PA" and _ASSISTANT.match(after):
        return False
    if code not in _WORDS and _STATE_DOES.match(after):
        return not _SOMEBODYS.search(before)
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


def _behind_city(code: str, before: str, after: str, cities: Mapping[str, str]) -> bool:
    """Whether the words before a code end in a city of that state: "jackson ms", "springfield or"."""
    parts = before.rstrip(" ,").split()[-3:]
    names = [" ".join(parts[start:]) for start in range(len(parts))]
    if any(cities.get(name) == code for name in names):
        return True
    # Of a name that several states share a word behind it says little: "in richmond, in a small store".
    sure = code not in _WORDS or _ENDS.match(after) is not None
    return sure and any(f"{name}, {code.lower()}" in cities for name in names)


def _by_city(text: str, folded: str, cities: Mapping[str, str]) -> list[Place]:
    if not cities:
        return []
    found = []
    parts = [match.span() for match in _CITY_WORD.finditer(folded)]
    taken = 0
    for index, (start, _) in enumerate(parts):
        if start < taken:
            continue
        for size in (3, 2, 1):
            if index + size > len(parts):
                continue
            end = parts[index + size - 1][1]
            name = folded[start:end]
            if "," in name or name not in cities or name in NEVER_CITIES:
                continue
            if _means_city(name, text, folded, start):
                found.append(Place(cities[name], start, end, name))
                taken = end
                break
    return found


def _means_city(name: str, text: str, folded: str, start: int) -> bool:
    """Whether a city's name is meant as one: most single names are people's, too."""
    before, after = folded[:start], folded[start + len(name) :]
    if " " in name or re.search(_BEFORE_PLACE + r"$", before):
        return True
    if not re.search(r"\w", before):
        return _HERE.match(after) is not None or _OF_CITY.match(after) is not None
    return text[start : start + 1].isupper() or _OF_CITY.match(after) is not None
