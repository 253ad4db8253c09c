"""How long ago a question says that something ran out, and whether a sentence is about such a time.

"My certification expired 3 months ago" is answered by what holds within a year of it, and not by what holds
after that, however alike the two sentences are to the question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

from assistant.guidance.durations import DAYS
from assistant.text import fold

__all__ = ["elapsed_days", "holds_then"]

_UNITS: Mapping[str, str] = {unit[0]: unit for unit in ("day", "week", "month", "year")}  # by first letter
_NUMBERS: Mapping[str, float] = {
    "half a": 0.5, "a": 1, "an": 1, "one": 1, "a couple": 2, "couple": 2, "two": 2, "a few": 3, "few": 3,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_NUMBER = r"\d+(?:\.\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_SPAN = rf"({_NUMBER})(?: of)?[ -](days?|weeks?|wks?|months?|mos?|years?|yrs?)\b"
_RAN_OUT = re.compile(
    r"\b(?:expire[sd]?|expiration|expiry|lapse[sd]?|lapsing|ran out|run out|overdue|"
    r"(?:let|forgot)\b.{0,25}\b(?:go|renew))\b"
)
_AGO = re.compile(rf"\b{_SPAN} (?:ago|back)\b|\b(?:for|since) (?:about |over |almost |nearly )?{_SPAN}")
_LAST = re.compile(r"\blast (week|month|year)\b")
_LEAST = re.compile(
    rf"\b(?:more than|over|longer than|at least) {_SPAN}|\b{_SPAN} (?:ago )?or (?:more|longer)\b"
)
_MOST = re.compile(
    rf"\b(?:less than|under|within|no more than|at most|in the first|fewer than|up to)(?: the first)? {_SPAN}"
)
_FROM_TO = re.compile(rf"\b(?:from|between) {_SPAN} (?:to|and) {_SPAN}")
# A time before it runs out, or of something else, bounds nothing after it.
_BEFORE = re.compile(r"\bbefore\b|\buntil\b")


def elapsed_days(question: str) -> float | None:
    """The days since something ran out, as a question tells; None when it tells of no such thing."""
    text = fold(question)
    if not _RAN_OUT.search(text):
        return None
    if match := _AGO.search(text):
        count, unit = (group for group in match.groups() if group)
        return _days(count, unit)
    match = _LAST.search(text)
    return _days("1", match[1]) if match else None


def holds_then(elapsed: float, sentence: str) -> bool | None:
    """Whether what a sentence says of something that has run out holds at this time; None: it names none.

    Args:
        elapsed: days since then.
        sentence: "More than 1 year after it expires there is no reinstatement."
    """
    text = fold(sentence)
    if not _RAN_OUT.search(text) or _BEFORE.search(text):
        return None
    bounds = [*_bounds(text)]
    return all(least < elapsed <= most for least, most in bounds) if bounds else None


def _bounds(text: str) -> Iterator[tuple[float, float]]:
    """The times that a folded text speaks of: from and to, in days."""
    for match in _FROM_TO.finditer(text):
        yield _days(match[1], match[2]), _days(match[3], match[4])
    for match in _LEAST.finditer(text):
        count, unit = (group for group in match.groups() if group)
        yield _days(count, unit), math.inf
    for match in _MOST.finditer(text):
        yield 0.0, _days(match[1], match[2])


def _days(count: str, unit: str) -> float:
    return (_NUMBERS.get(count) or float(count)) * DAYS[_UNITS[unit[0]]]
