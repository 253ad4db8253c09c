"""A claim's figures -> whether each stands with the thing it belongs to in the evidence.

"$25 to apply and $50 to renew" holds both figures of "$50 to apply and $25 to renew", and both are
wrong. So the words around a figure are compared with those around the same figure in the evidence,
and with those around its other figures: the nearer a word stands, the more it weighs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.places import find_places
from assistant.judging.clauses import NEGATIONS, clauses
from assistant.judging.names import acronyms
from assistant.judging.quantities import Quantity, agree, quantities, spelled
from assistant.text import STOP_WORDS, stem, words

__all__ = ["Stated", "misplaced"]

_TOKEN = re.compile(r"\$?\d[\d,]*(?:\.\d+)?%?(?:th|st|nd|rd)?|[a-z*]+(?:'[a-z]+)?|;")
_CARRIES_NOTHING = STOP_WORDS | NEGATIONS | {"percent", "dollars"}
_JOINTS = frozenset("and or plus but while whereas ;".split())
_RANGE = frozenset("to or and through".split())
_MARGIN = 1.2  # inverse document frequency by which another figure must fit better
# What stands before or behind a figure and gives it a direction.
_DIRECTIONS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("until", re.compile(r"\b(?:by|before|until|till|through|prior to|no later than)(?: the)?\s*$"), re.compile(r"(?!)")),
    ("from", re.compile(r"\b(?:after|since|following|starting|beginning)(?: on| in)?\s*$"), re.compile(r"\s*(?:onwards?|and later)\b")),
    ("least", re.compile(r"\b(?:at least|minimum of|no less than|no fewer than|more than|over|above)(?: \w+)?\s*\$?$"),
     re.compile(r"[\w\s-]{0,18}?\b(?:or (?:more|older|over|above)|and (?:up|older|over|above)|minimum)\b")),
    ("most", re.compile(r"\b(?:at most|up to|no more than|not more than|maximum of|less than|fewer than|under|below|within)(?: \w+)?\s*\$?$"),
     re.compile(r"[\w\s-]{0,18}?\b(?:or (?:less|fewer|younger|under|below)|and (?:under|younger)|maximum)\b")),
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT = re.compile(r"\bnot\b[^,;]*$|n't\b[^,;]*$")
_FIGURE_OR_MONTH = re.compile(
    r"\$?\d[\d,]*(?:\.\d+)?%?|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?: \d+)?(?:, \d{4})?"
)
_AGAINST = frozenset({frozenset({"until", "from"}), frozenset({"least", "most"})})


@dataclass(frozen=True, slots=True)
class Stated:
    """One sentence of the evidence."""

    text: str
    places: frozenset[str]  # codes of the places that it speaks of, by itself or by its title


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures that stand together, as in "2 to 3 years", and the terms around them."""

    figures: tuple[Quantity, ...]
    near: Mapping[str, float]  # term -> 1 / distance in words that carry meaning
    places: frozenset[str]  # codes of the places named beside them
    names: frozenset[str]  # acronyms beside them, folded


def misplaced(claim: str, evidence: Sequence[Stated], weight: Callable[[str], float]) -> str:
    """The first stretch of a claim whose figure belongs to something else, or "".

    Args:
        claim: one sentence whose figures all occur in the evidence.
        evidence: what it cites.
        weight: a term's rarity, 0 or more.
    """
    named: frozenset[str] = frozenset()
    for clause in clauses(claim):
        named = _places(clause) or named
        if len(named) == 1 and any(
            _placed_elsewhere(figure, named, evidence) for figure in quantities(clause)
        ):
            return clause
        for group in _groups(clause):
            of = group.places or named
            if any(
                _placed_elsewhere(figure, of, evidence)
                or _named_otherwise(group, figure, evidence)
                or not _stands(group, figure, of, evidence, weight)
                for figure in group.figures
            ):
                return clause
    return _redirected(claim, evidence)


def _named_otherwise(group: _Group, figure: Quantity, evidence: Sequence[Stated]) -> bool:
    """Whether the figure stands with another acronym in the evidence."""
    theirs = [other.names for other, _ in _all_groups(evidence) if agree(figure, other.figures)]
    return bool(theirs) and all(group.names - names and names - group.names for names in theirs)


def _placed_elsewhere(figure: Quantity, named: frozenset[str], evidence: Sequence[Stated]) -> bool:
    """Whether the evidence gives a figure for other places than those named with it."""
    reached = [_places(clause) or one.places for clause, one in _holding(figure, evidence)]
    return bool(reached) and any(reached) and not named <= frozenset().union(*reached)


def _holding(figure: Quantity, evidence: Sequence[Stated]) -> list[tuple[str, Stated]]:
    """The clauses of the evidence that state a figure."""
    found = [(clause, one) for one in evidence for clause in clauses(one.text)]
    return [(clause, one) for clause, one in found if agree(figure, quantities(clause))]


def _stands(
    group: _Group,
    figure: Quantity,
    named: frozenset[str],
    evidence: Sequence[Stated],
    weight: Callable[[str], float],
) -> bool:
    """Whether the words around a figure fit it at least as well as they fit its rivals."""
    found = _all_groups(evidence)
    holding = [other for other, _ in found if agree(figure, other.figures)]
    rivals = [
        other
        for other, one in found
        if not agree(figure, other.figures)
        and any(rival.unit == figure.unit for rival in other.figures)
        and (not named or not one.places or named & one.places)
    ]
    best = max((_closeness(group, other, weight) for other in holding), default=None)
    return best is None or all(_closeness(group, rival, weight) <= best + _MARGIN for rival in rivals)


def _all_groups(evidence: Sequence[Stated]) -> list[tuple[_Group, Stated]]:
    return [(group, one) for one in evidence for clause in clauses(one.text) for group in _groups(clause)]


def _closeness(one: _Group, other: _Group, weight: Callable[[str], float]) -> float:
    return sum(weight(term) * near * other.near.get(term, 0.0) for term, near in one.near.items())


@lru_cache(maxsize=8_192)
def _places(text: str) -> frozenset[str]:
    return frozenset(place.code for place in find_places(text, {}))


@lru_cache(maxsize=8_192)
def _groups(clause: str) -> tuple[_Group, ...]:
    """The groups of figures of a clause, in order."""
    plain = spelled(clause)
    tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(plain)]
    found = []
    for first, last in _runs([token for token, _, _ in tokens]):
        text = plain[tokens[first][1] : tokens[min(last + 4, len(tokens) - 1)][2]]
        values = {_digits(token) for token, _, _ in tokens[first : last + 1]}
        figures = tuple(q for q in quantities(text) if q.value in values and q.unit != "date")
        words_ = [token for token, _, _ in tokens]
        left, right = _reach(words_, first, last)
        around = _places(plain[tokens[left][1] : tokens[right][2]])
        names = acronyms(clause) & set(words_[left : right + 1])
        found.append(_Group(figures, _around(words_, first, last), around, names))
    return tuple(group for group in found if group.figures)


def _digits(token: str) -> str:
    number = token.strip("$%").rstrip("thsndr").replace(",", "")
    return number.rstrip("0").rstrip(".") if "." in number else number.lstrip("0") or "0"


def _runs(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index of each group of figures."""
    index = 0
    while index < len(tokens):
        if _is_figure(tokens[index]):
            last = index
            while last + 2 < len(tokens) and tokens[last + 1] in _RANGE and _is_figure(tokens[last + 2]):
                last += 2
            yield index, last
            index = last
        index += 1


def _is_figure(token: str) -> bool:
    return token.lstrip("$")[:1].isdigit()


def _reach(tokens: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The first and last token that belong to a group: up to the next figure or joint."""
    left, right = first, last
    while left and tokens[left - 1] not in _JOINTS and not _is_figure(tokens[left - 1]):
        left -= 1
    while right + 1 < len(tokens) and tokens[right + 1] not in _JOINTS and not _is_figure(tokens[right + 1]):
        right += 1
    return left, right


def _around(tokens: Sequence[str], first: int, last: int) -> Mapping[str, float]:
    left, right = _reach(tokens, first, last)
    near: dict[str, float] = {}
    for side in (tokens[left:first][::-1], tokens[last + 1 : right + 1]):
        carrying = [w for token in side for w in words(token) if w not in _CARRIES_NOTHING]
        for distance, word in enumerate(carrying, start=1):
            near.setdefault(stem(word), 1.0 / distance)
    several = len({token for token in tokens if _YEAR.fullmatch(token)}) > 1
    for beyond in (left - 1, right + 1):  # the year next to it: "490,400 in 2024 and 521,800 in 2034"
        if several and 0 <= beyond < len(tokens) and _YEAR.fullmatch(tokens[beyond]):
            near.setdefault(_digits(tokens[beyond]), 1.0)
    return near


def _redirected(claim: str, evidence: Sequence[Stated]) -> str:
    """The first figure that the claim puts on the other side: "after" for "by", "at most" for "at least"."""
    theirs = [pair for one in evidence for pair in _directed(one.text)]
    for figure, mine in _directed(claim):
        same = [direction for other, direction in theirs if agree(figure, [other])]
        if mine and same and all(frozenset({mine, direction}) in _AGAINST for direction in same):
            return figure.value
    return ""


@lru_cache(maxsize=8_192)
def _directed(text: str) -> tuple[tuple[Quantity, str], ...]:
    """The quantities of a text with the direction that stands beside each, or ""."""
    plain = spelled(text)
    found = []
    for match in _FIGURE_OR_MONTH.finditer(plain):
        before, after = (
            plain[max(0, match.start() - 24) : match.start()],
            plain[match.end() : match.end() + 30],
        )
        side = next(
            (name for name, left, right in _DIRECTIONS if left.search(before) or right.match(after)), ""
        )
        if side == "until" and _NOT.search(plain[: match.start()]):
            side = ""  # "not renewed by March 31" is what holds after it
        for figure in quantities(plain[match.start() : match.end() + 20])[:1]:
            found.append((figure, side))
    return tuple(found)
