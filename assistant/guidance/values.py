"""A statement's value -> the short text for a cell, and the form in which two values are compared.

Not every value answers its field's question: some only carry one figure out of a sentence. FORMS
names the fields whose value says it all; for the others the sentence itself is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import Literal

from assistant.guidance.cited import Cited, carried, support_of
from assistant.guidance.fields import Kind
from assistant.guidance.records import Record, Statement
from assistant.text import figures, sentences, terms
from assistant.wording_compare import VALUE_WORDS, CompareWording

__all__ = ["FORMS", "Form", "comparable", "says_it_all", "short"]

Form = Literal["USD", "years", "months", "hours", "minutes", "percent", "people", "yes-no", "words"]
_TIMES: frozenset[str] = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")  # a machine's word, such as hazardous-drugs

FORMS: Mapping[Kind, Mapping[str, Form]] = {
    "jurisdiction": {
        "regulation": "words",
        "credential_name": "words",
        "minimum_age": "years",
        "diploma": "yes-no",
        "background_check": "yes-no",
        "trainee": "months",
        "trainee_fee": "USD",
        "national_certification": "words",
        "accepted_exams": "words",
        "state_exam": "yes-no",
        "application_fee": "USD",
        "background_check_fee": "USD",
        "renewal_fee": "USD",
        "late_fee": "USD",
        "renewal_cycle": "years",
        "renewal_deadline": "words",
        "ce_hours": "hours",
        "ce_live_hours": "hours",
        "ce_law_hours": "hours",
        "ce_safety_hours": "hours",
        "immunization": "yes-no",
        "product_verification": "yes-no",
    },
    "credential": {
        "fee": "USD",
        "retake_fee": "USD",
        "exam_time": "minutes",
        "pass_rate": "percent",
        "delivery": "words",
        "renewal_cycle": "years",
        "renewal_fee": "USD",
        "ce_hours": "hours",
        "holders": "people",
    },
    "specialty": {
        "patient_contact": "words",
        "pace": "words",
        "stress": "words",
        "precision": "words",
        "dexterity": "words",
        "calculation": "words",
        "technology": "words",
        "leadership": "words",
        "autonomy": "words",
        "schedule": "words",
        "remote": "words",
        "settings": "words",
        "exposure": "words",
    },
    "setting": {"patient_contact": "words", "pace": "words", "schedule": "words", "remote": "words"},
    "education": {"length": "months", "cost": "USD"},
}
# Here a lone figure is one school's, and only a range speaks of the route.
_RANGES_ONLY: frozenset[tuple[Kind, str]] = frozenset({("education", "length"), ("education", "cost")})

# Unit -> the unit that it is counted in, and how many of those it has, so that 12 months equal 1 year.
_BASES: Mapping[str, tuple[str, float]] = {
    "years": ("months", 12),
    "weeks": ("days", 7),
    "hours": ("minutes", 60),
}


def short(record: Record, statement: Statement) -> Cited | None:
    """The value in a word or two, cited; None where only the sentence answers the field."""
    form = FORMS.get(record.kind, {}).get(statement.field)
    one_of_many = (record.kind, statement.field) in _RANGES_ONLY and statement.up_to is None
    text = None if form is None or one_of_many else _text(form, statement)
    if text is None:
        return None
    found = Cited(text, (support_of(record, statement),))
    return found if carried(found) else None


def says_it_all(value: Cited, statement: Statement) -> bool:
    """Whether a reader misses nothing who reads the short text alone.

    A conflict, a doubtful source, a second sentence or a further figure is always shown.
    """
    return (
        statement.confidence == "high"
        and statement.disputed is None
        and len(sentences(" ".join(statement.says.split()))) == 1
        and figures(statement.says) <= figures(value.text)
    )


def comparable(statement: Statement) -> Hashable:
    """A value in the form in which equal values are equal, whatever their wording and unit.

    A bool, (low, high, unit) for numbers, or a set of word sets; None where there is no value.
    """
    value = statement.value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        unit, times = _BASES.get(statement.unit or "", (statement.unit, 1))
        return round(value * times, 4), round((statement.up_to or value) * times, 4), unit
    items = value if isinstance(value, list) else value.split(";")
    return frozenset(frozenset(terms(item)) or item for item in items)


def _text(form: Form, statement: Statement) -> str | None:
    value = statement.value
    if isinstance(value, bool):
        return (CompareWording.YES if value else CompareWording.NO) if form == "yes-no" else None
    if isinstance(value, int | float):
        return _number(form, statement, value)
    if isinstance(value, list):
        return _listed(value) if form == "words" else None
    if isinstance(value, str) and form in ("words", "years"):  # "legal working age" is an age in words
        return _listed(value.split(";"))
    return None


def _number(form: Form, statement: Statement, value: float) -> str | None:
    """A number with its unit; None where its unit is not one that the field is asked in."""
    unit = statement.unit or ""
    if not _fits(form, unit):
        return None
    if value == 0:
        return CompareWording.NO_CHARGE if form == "USD" else CompareWording.NONE
    low, high = _amount(form, value), _amount(form, statement.up_to) if statement.up_to else ""
    text = CompareWording.RANGE.format(low=low, high=high) if high else low
    if form not in _TIMES:
        return text
    first, *rest = unit.split(" ")  # "hours", or "hours per year"
    one = first.removesuffix("s") if value == 1 and not high else first
    return " ".join((text, one, *rest))


def _fits(form: Form, unit: str) -> bool:
    if form == "people":
        return not unit
    if form == "months":
        return unit in _TIMES
    return unit == form or (form == "hours" and unit.startswith("hours per "))


def _amount(form: Form, number: float) -> str:
    if form == "USD":
        return f"${number:,.2f}" if number % 1 else f"${number:,.0f}"
    plain = f"{number:,g}" if number % 1 else f"{number:,.0f}"
    return f"{plain}%" if form == "percent" else plain


def _listed(items: list[str]) -> str:
    text = ", ".join(_plain(item.strip()) for item in items if item.strip())
    return text[:1].upper() + text[1:]


def _plain(item: str) -> str:
    return VALUE_WORDS.get(item) or (item.replace("-", " ") if _SLUG.fullmatch(item) else item)
