"""Steps put on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.errors import KnowledgeError
from assistant.guidance.cited import Cited
from assistant.guidance.schedule import day_words, schedule
from assistant.guidance.steps import Deadline, Line, Span, Step
from assistant.wording_plan import PlanWording

START = date(2026, 12, 1)
LINE = Line("length", Cited("A while."))


def step(id: str, low: int, high: int, *needs: str, **more: object) -> Step:
    title = Line("title", Cited(id))
    return Step(id, title, Span(low, high, "assumed", LINE), needs, **more)  # type: ignore[arg-type]


def test_a_step_starts_when_the_last_of_its_needs_has_ended() -> None:
    first, short, long, last = schedule(
        [step("last", 1, 1, "short", "long"), step("first", 2, 4), step("short", 1, 1, "first"), step("long", 5, 9, "first")],
        START,
    )  # fmt: skip
    assert (first.start, first.end, first.late_end) == (START, START + timedelta(2), START + timedelta(4))
    assert [dated.step.id for dated in (first, short, long, last)] == ["first", "short", "long", "last"]
    assert last.start == START + timedelta(2 + 5)
    assert last.late_start == START + timedelta(4 + 9)


def test_steps_of_which_neither_needs_the_other_can_run_side_by_side() -> None:
    first, short, long = schedule(
        [step("first", 2, 4), step("short", 1, 1, "first"), step("long", 5, 9, "first")], START
    )
    assert (first.beside, short.beside, long.beside) == ((), ("long",), ("short",))


def test_a_deadline_is_counted_from_the_step_that_starts_its_clock() -> None:
    limit = Deadline("gate", 24, 0, LINE)
    gate, last = schedule([step("gate", 10, 20), step("last", 100, 900, "gate", deadline=limit)], START)
    assert gate.by is None
    assert last.by == (date(2028, 12, 11), date(2028, 12, 21))
    assert last.late
    assert PlanWording.TOO_LATE in [line.cited.text for line in last.dates]


def test_a_day_that_has_passed_is_said_to_have_passed() -> None:
    (only,) = schedule([step("only", 1, 1, due=date(2026, 11, 1))], START)
    assert only.late
    assert only.dates[-1].cited.text == PlanWording.OVERDUE


def test_a_step_that_cannot_be_done_yet_waits_for_its_day() -> None:
    (only,) = schedule([step("only", 1, 1, opens=date(2027, 1, 5))], START)
    assert only.start == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("steps", "named"),
    [
        ([step("a", 1, 1, "b"), step("b", 1, 1, "a")], "circle"),
        ([step("a", 1, 1, "nothing")], "nothing"),
    ],
)
def test_steps_that_cannot_be_ordered_are_an_error(steps: list[Step], named: str) -> None:
    with pytest.raises(KnowledgeError, match=named):
        schedule(steps, START)


def test_days_are_written_for_people() -> None:
    assert day_words(date(2027, 1, 5)) == "Jan 5, 2027"
