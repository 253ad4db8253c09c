"""Lengths of time, out of values and out of words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.durations import ASSUMED, add_months, days_of, months_of, span_in
from assistant.guidance.records import Statement


def stated(value: int | bool | None, unit: str | None, up_to: int | None = None) -> Statement:
    return Statement(
        field="length",
        says="It takes a while.",
        value=value,
        unit=unit,
        up_to=up_to,
        source="s",
        confidence="high",
    )


@pytest.mark.parametrize(
    ("value", "unit", "up_to", "days"),
    [
        pytest.param(2, "weeks", None, (2 * 7, 2 * 7), id="weeks"),
        pytest.param(1, "months", 12, (30, 365), id="a range of months"),
        pytest.param(24, "hours", None, (1, 1), id="a day of waiting"),
        pytest.param(1, "hours", None, (1, 1), id="never less than a day"),
    ],
)
def test_a_value_with_a_unit_of_time_is_a_length(
    value: int, unit: str, up_to: int | None, days: tuple[int, int]
) -> None:
    assert days_of(stated(value, unit, up_to)) == days


@pytest.mark.parametrize(("value", "unit"), [(5, "USD"), (True, "months"), (None, "months"), (5, None)])
def test_what_is_no_length_of_time_is_none(value: int | bool | None, unit: str | None) -> None:
    assert days_of(stated(value, unit)) is None


def test_months_are_whole_and_hours_are_no_months() -> None:
    assert months_of(stated(2, "years")) == 2 * 12
    assert months_of(stated(500, "hours")) is None


@pytest.mark.parametrize(
    ("text", "near", "days"),
    [
        ("Handled within 24 hours.", "within", (1, 1)),
        ("Scores post within about one to three weeks.", "within", (7, 21)),
        ("We confirm receipt within 15 days and process in about 30 days.", "process", (30, 30)),
        ("Allow about 4 to 6 weeks for processing.", "process", (28, 42)),
        ("Call at least 24 hours before the test.", "within", None),
        ("It takes a while.", "", None),
    ],
)
def test_a_length_is_found_next_to_the_word_that_it_belongs_to(
    text: str, near: str, days: tuple[int, int] | None
) -> None:
    assert span_in(text, near) == days


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 1), 24) == date(2028, 12, 1)


def test_assumptions_run_from_low_to_high() -> None:
    assert all(0 <= low <= high for low, high in ASSUMED.values())
