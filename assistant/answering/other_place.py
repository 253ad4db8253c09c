"""A follow-up that changes the place only -> the question before, asked of that place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.places import JURISDICTIONS, Place, find_mentions, find_places, place_name
from assistant.text import fold, words

__all__ = ["OPENER", "WHAT_ABOUT", "is_only_place", "mentions_all", "with_place", "without_places"]

# Words before the question itself.
OPENER = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|also|then|well|cool|great|thanks|thank you|alright|oh|hmm+|wait|um+|"
    r"yeah|yes|no|nope|right|y|n|k|kk|plus|ugh|lol)\b[\s,.!-]*)+"
)
# The same, where what follows is all that changes.
WHAT_ABOUT = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|k|kk|alright|right|great|hm+|oh|um+|then|also|thanks|cool)\b[\s,]*)*"
    r"(?:what about|how about|what if(?: it'?s| i'?m| i am)?|y|n|and|same (?:question |thing )?(?:for|in|but))\b\s*"
)
# What people put around a place when it is all that they change.
_AROUND_PLACE = frozenset(
    """in for to from i im m am live lives s it is about state my the of and or if same move there near now instead
    work located based a city next door over neighboring sister brother friend friends cousin mom she he wife husband her
    his then please u n all too tho though that those both again same""".split()
)


def is_only_place(question: str, places: Sequence[Place]) -> bool:
    """Whether all that a question says is a place: "and in Ohio?", "texas", "what about NY"."""
    rest = fold(question)
    for place in sorted(places, key=lambda place: -place.start):
        rest = rest[: place.start] + " " + rest[place.end :]
    rest = WHAT_ABOUT.sub("", rest)
    rest = OPENER.sub("", rest.strip() + " ")
    left = [word for word in words(rest) if word not in _AROUND_PLACE]
    return not left


def with_place(before: str, places: Sequence[Place], cities: Mapping[str, str]) -> str:
    """The question before, asked of another place."""
    former = find_mentions(before, cities)
    towns = any(place.by_city for place in former)
    names = " or ".join(_spoken(place, towns) for place in places)
    if not former:
        return f"{before.rstrip(' ?.!')} in {names}?"
    text = fold(before)
    plain = before if len(text) == len(before) else text
    for place in reversed(former):
        named = names if place is former[0] else ""
        plain = plain[: place.start] + named + plain[place.end :]
    return re.sub(r"\s{2,}", " ", re.sub(r"(?:\s*,)+\s*(?=[?.!]|$)", "", plain)).strip()


def _spoken(place: Place, towns: bool) -> str:
    """The place's name for people; a town's own too, where it is towns that are spoken of."""
    name = place_name(place.code)
    return f"{place.by_city.title()}, {name}" if towns and place.by_city else name


def without_places(question: str, cities: Mapping[str, str]) -> str:
    """A folded question without the places that it names."""
    for place in sorted(find_places(question, cities), key=lambda place: -place.start):
        before = re.sub(r"\b(?:in|from|to|for|of)(?: the)?\s*$", "", question[: place.start])
        question = f"{before.rstrip()} {question[place.end :].lstrip()}".strip()
    return question


def mentions_all(question: str, places: Sequence[Place]) -> bool:
    """Whether a question has the name of each of these places."""
    folded = fold(question)
    return all(fold(JURISDICTIONS[place.code]) in folded for place in places)
