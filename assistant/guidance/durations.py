"""Statements -> lengths of time in days, and what we assume where no source gives a length."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date

from assistant.guidance.records import Statement

__all__ = ["ASSUMED", "DAYS", "add_months", "days_of", "months_of", "span_in"]

DAYS: Mapping[str, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.4375, "year": 365.25}
_MONTHS: Mapping[str, int] = {"month": 1, "year": 12}
_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "six": "6"}
_SPAN = re.compile(
    r"\b(\d+|one|two|three|four|six)(?:\s*(?:to|-|or|and)\s*(\d+|one|two|three|four|six))?[\s-]+"
    r"(hour|day|week|month|year)s?\b"
)

# Step -> days, low and high. Not from any source: each is shown as our assumption and can be changed.
# They are rounded to what a person plans with: a week, a month, a school year.
ASSUMED: Mapping[str, tuple[int, int]] = {
    "entry": (1, 7),
    "record": (7, 42),
    "fits": (2, 14),
    "find": (14, 60),
    "find:military-training": (30, 180),
    "find:online-program": (3, 30),
    "find:high-school-program": (7, 120),
    "proof": (3, 21),
    "choose": (1, 14),
    "service": (7, 42),
    "degree": (14, 42),
    "transfer": (3, 21),
    "look-up": (1, 3),
    "reinstate": (7, 42),
    "look": (7, 30),
    "state-rule": (2, 14),
    "credential": (30, 120),
    "old-state": (3, 21),
    "check": (3, 28),
    "trainee": (14, 56),
    "train": (60, 180),
    "train:apprenticeship": (330, 400),
    "train:associate-degree": (550, 730),
    "train:certificate-program": (90, 365),
    "train:diploma-program": (180, 365),
    "train:employer-training": (60, 180),
    "train:high-school-program": (150, 640),
    "train:job-corps": (120, 365),
    "train:military-training": (150, 330),
    "train:online-program": (120, 365),
    "more-training": (3, 60),
    "study": (14, 56),
    "exam-apply": (1, 14),
    "exam-sit": (7, 45),
    "exam-score": (0, 21),
    "state-exam": (30, 180),
    "hire": (14, 60),
    "apply": (14, 56),
    "upgrade": (14, 56),
    "work": (0, 0),
    "ce": (30, 180),
    "file": (1, 7),
    "experience": (365, 1095),
    "course": (14, 90),
    "job": (30, 180),
    "school": (1095, 1461),
    "college": (730, 1461),
    "license": (60, 365),
    "step": (7, 30),
}


def days_of(statement: Statement) -> tuple[int, int] | None:
    """The length that a statement's value gives, in days from low to high; None where it gives none."""
    unit = (statement.unit or "").removesuffix("s")
    value = statement.value
    if unit not in DAYS or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _rounded(value, unit), _rounded(statement.up_to or value, unit)


def months_of(statement: Statement) -> int | None:
    """The whole months that a statement's value gives, where its unit is months or years."""
    unit = (statement.unit or "").removesuffix("s")
    value = statement.value
    if unit not in _MONTHS or isinstance(value, bool) or not isinstance(value, int):
        return None
    return value * _MONTHS[unit]


def span_in(text: str, near: str = "") -> tuple[int, int] | None:
    """A length of time that a text names, in days from low to high.

    Args:
        text: sentences; figures may be spelled out up to six.
        near: only a sentence that holds this word counts, and in it the length that follows the word,
            or else the last one before it; "" takes the first length of all.
    """
    for sentence in re.split(r"(?<=[.;])\s+", text.lower()):
        matches = list(_SPAN.finditer(sentence))
        if matches and near in sentence:
            at = sentence.index(near)
            best = next((match for match in matches if match.start() >= at), matches[-1])
            low, high, unit = best.group(1), best.group(2) or best.group(1), best.group(3)
            return _rounded(_figure(low), unit), _rounded(_figure(high), unit)
    return None


def add_months(day: date, months: int) -> date:
    """The same day some months later, or that month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _figure(word: str) -> int:
    return int(_WORDS.get(word, word))


def _rounded(number: float, unit: str) -> int:
    """Whole days; half a day of waiting is a day."""
    return max(1, round(number * DAYS[unit]))
