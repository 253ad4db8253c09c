"""A clause -> its figures in groups, each with the words that stand around it.

A group is one figure or several that stand together, as in "2 to 3 years". The words around it reach to
the next figure or joint ("and", "while", a comma before a figure), and weigh the more the nearer they
stand. What stands before the first group of a clause holds for the later ones, too: "costs $59 for
members and $79 for others" says of both what it costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.places import find_places
from assistant.judging.clauses import FUNCTION_WORDS, NEGATIONS
from assistant.judging.names import acronyms
from assistant.judging.quantities import Quantity, quantities, spelled
from assistant.text import STOP_WORDS, stem, words

__all__ = ["Group", "groups", "places_of"]

_TOKEN = re.compile(r"\$?\d[\d,]*(?:\.\d+)?%?(?:th|st|nd|rd)?|[a-z*]+(?:'[a-z]+)?|[;,)]")
_JOINTS = frozenset("and or plus but while whereas ;".split())
_RANGE = frozenset("to or and through".split())
_OF = frozenset("of the your its their these those them which".split())
_SMALL = STOP_WORDS | FUNCTION_WORDS
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
# Units and times stand beside every figure of their kind and tell none apart.
_CARRIES_NOTHING = (
    STOP_WORDS
    | NEGATIONS
    | _MONTHS
    | frozenset(
        "percent dollars year years month months week weeks day days hour annually yearly hourly".split()
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNIT_WORDS = 4  # tokens behind a figure that may name its unit


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that stand together, and what stands around them."""

    figures: tuple[Quantity, ...]
    near: Mapping[str, float]  # term -> 1 / distance in words that carry meaning
    wide: Mapping[str, float]  # the same with what stands before the first group of the clause
    places: frozenset[str]  # codes of the places named beside them
    names: frozenset[str]  # acronyms beside them, folded


@lru_cache(maxsize=8_192)
def groups(clause: str) -> tuple[Group, ...]:
    """The groups of figures of a clause, in order; dates and ordinals are none."""
    plain = spelled(clause)
    matches = list(_TOKEN.finditer(plain))
    tokens = [match.group() for match in matches]
    found: list[Group] = []
    lead: Mapping[str, float] = {}
    for first, last in _runs(tokens):
        text = plain[matches[first].start() : matches[min(last + _UNIT_WORDS, len(matches) - 1)].end()]
        values = {_digits(token) for token in tokens[first : last + 1]}
        figures = tuple(q for q in quantities(text) if q.value in values and q.unit not in ("date", "th"))
        if not figures or _is_dated(tokens, first):
            continue
        left, right = _reach(tokens, first, last)
        around = places_of(plain[matches[left].start() : matches[right].end()])
        names = acronyms(clause) & {token.removesuffix("'s") for token in tokens[left : right + 1]}
        near = _near(tokens, first, last)
        if not found:
            lead = _side(tokens[left:first][::-1])
        found.append(Group(figures, near, {**lead, **near}, around, names))
    return tuple(found)


@lru_cache(maxsize=8_192)
def places_of(text: str) -> frozenset[str]:
    """The codes of the places that a text names."""
    return frozenset(place.code for place in find_places(text, {}))


def _is_dated(tokens: Sequence[str], first: int) -> bool:
    """Whether a figure is the day or the year of a date."""
    before = [token for token in tokens[max(0, first - 3) : first] if token != "," and not _is_figure(token)]
    return bool(before) and before[-1] in _MONTHS


def _runs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index of each group."""
    index = 0
    while index < len(tokens):
        if _is_figure(tokens[index]):
            last = index
            while last + 2 < len(tokens) and tokens[last + 1] in _RANGE and _is_figure(tokens[last + 2]):
                last += 2
            yield index, last
            index = last
        index += 1


def _reach(tokens: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The first and last token that belong to a group."""
    left, right = first, last
    while left and not _ends(tokens, left - 1):
        left -= 1
    if tokens[last + 1 : last + 2] == [")"]:
        return left, right  # "quality (36%)" speaks of what stands before it
    right = _over_whole(tokens, right)
    while right + 1 < len(tokens) and not _ends(tokens, right + 1):
        right += 1
    return left, right


def _over_whole(tokens: Sequence[str], last: int) -> int:
    """In "4 of the 20 hours" what follows the whole speaks of the part as well: the index of the 20."""
    end = last + 1
    while end < len(tokens) and tokens[end] in _OF:
        end += 1
    return end if last + 1 < end < len(tokens) and _is_figure(tokens[end]) else last


def _ends(tokens: Sequence[str], index: int) -> bool:
    """Whether a token ends the reach of a group."""
    token = tokens[index]
    if token in _JOINTS or _is_figure(token):
        return True
    if token != ",":
        return False
    following = tokens[index + 1 : index + 4]
    ahead = next((place for place, other in enumerate(following) if _is_figure(other)), None)
    return ahead is not None and all(other in _SMALL for other in following[:ahead])


def _near(tokens: Sequence[str], first: int, last: int) -> Mapping[str, float]:
    left, right = _reach(tokens, first, last)
    before, behind = _side(tokens[left:first][::-1]), _side(tokens[last + 1 : right + 1])
    both = {term: max(before.get(term, 0.0), behind.get(term, 0.0)) for term in before | behind}
    return {**both, **_years_beside(tokens, left, right, tokens[first])}


def _side(tokens: Sequence[str]) -> dict[str, float]:
    """Term -> 1 / distance, for the words on one side, the nearest first."""
    carrying = [stem(word) for token in tokens for word in words(token) if _carries(word)]
    return {term: 1.0 / distance for distance, term in reversed(list(enumerate(carrying, start=1)))}


def _carries(word: str) -> bool:
    return word not in _CARRIES_NOTHING and not word.isdigit()


def _years_beside(tokens: Sequence[str], left: int, right: int, figure: str) -> dict[str, float]:
    """The year next to a figure, where it tells two apart: "490,400 in 2024 and 521,800 in 2034"."""
    several = len({token for token in tokens if _YEAR.fullmatch(token)}) > 1
    if not several or _YEAR.fullmatch(figure):
        return {}
    beside = (place for place in (left - 1, right + 1) if 0 <= place < len(tokens))
    return {tokens[place]: 1.0 for place in beside if _YEAR.fullmatch(tokens[place])}


def _digits(token: str) -> str:
    number = token.strip("$%").rstrip("thsndr").replace(",", "")
    return number.rstrip("0").rstrip(".") if "." in number else number.lstrip("0") or "0"


def _is_figure(token: str) -> bool:
    return token.lstrip("$")[:1].isdigit()
