"""Sentences about when to renew -> days on the calendar.

Only what a sentence says without doubt becomes a day. Two different days in one sentence, or a day
without its year, stay a sentence.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from assistant.guidance.durations import add_months, months_of
from assistant.guidance.records import Record, Statement
from assistant.text import sentences

__all__ = ["lapses", "late_from", "next_renewal", "opening"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DAY = re.compile(rf"\b(before )?({'|'.join(_MONTHS)}) (\d{{1,2}})\b(?!, \d{{4}})", re.IGNORECASE)
_PARITY = re.compile(r"\b(even|odd)(?:-numbered)? years?\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(\d+) days before (?:your )?expir", re.IGNORECASE)
_FIRST_OF_MONTH = re.compile(r"first day of (?:the|your) expiration month", re.IGNORECASE)


def opening(credential: Record, expires: date) -> date | None:
    """From when a renewal can be filed, where the certifier names days before the end."""
    for statement in credential.statements_of("renewal_cycle"):
        if statement.unit == "days" and isinstance(statement.value, int):
            return expires - timedelta(days=statement.value)
    return None


def late_from(credential: Record, expires: date) -> tuple[date, Statement] | None:
    """The day from which a renewal is late, and the statement that says so; the earlier of two wordings."""
    for statement in credential.statements_of("late_renewal", "renewal_cycle"):
        days = [expires - timedelta(days=int(n)) for n in _BEFORE.findall(statement.says)]
        if _FIRST_OF_MONTH.search(statement.says):
            days.append(expires.replace(day=1))
        if days:
            return min(days), statement
    return None


def lapses(credential: Record, expires: date) -> tuple[date, Statement] | None:
    """The last day on which an expired credential can be brought back, and the statement that says so."""
    for statement in credential.statements_of("reinstatement"):
        months = months_of(statement)
        if months:
            return add_months(expires, months), statement
    return None


def next_renewal(place: Record, start: date) -> tuple[date, Statement] | None:
    """A place's next renewal day on or after a day; None where its sentences leave a doubt."""
    found = [(day, s) for s in place.statements_of("renewal_deadline") for day in _days(place, s, start)]
    days = {day for day, _ in found}
    trusted = [(day, s) for day, s in found if s.confidence != "low"]
    return trusted[0] if len(days) == 1 and trusted else None


def _days(place: Record, statement: Statement, start: date) -> Iterable[date]:
    """The days that a statement names with their years; a guide's word is no day for a calendar."""
    if "guide" in statement.says.lower():
        return
    yearly = next((months_of(s) for s in place.statements_of("renewal_cycle") if months_of(s)), None) == 12
    for sentence in sentences(" ".join(statement.says.split())):
        parities = {("even", "odd").index(match.group(1).lower()) for match in _PARITY.finditer(sentence)}
        if len(parities) == 1 or (yearly and not parities):
            parity = next(iter(parities), None)
            yield from (_next(match, parity, start) for match in _DAY.finditer(sentence))


def _next(match: re.Match[str], parity: int | None, start: date) -> date:
    """The first such day on or after `start`, in a year of that parity; "before" means the day before."""
    month, day = _MONTHS[match.group(2).lower()], int(match.group(3))
    less = timedelta(days=1 if match.group(1) else 0)
    years = range(start.year, start.year + 4)
    days = (date(year, month, day) - less for year in years if parity in (None, year % 2))
    return next(on for on in days if on >= start)
