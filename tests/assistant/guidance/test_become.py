"""Becoming a technician: clocks, ages, records and choices."""

from __future__ import annotations

from datetime import date

import pytest
from plan_samples import START, ids, plan_for, said, step_of

from assistant.guidance.durations import add_months
from assistant.guidance.shelf import Shelf
from assistant.wording_plan import PlanWording


def test_a_trainee_s_time_is_a_deadline_for_the_application(shelf: Shelf) -> None:
    planned = plan_for(shelf, "TX", route="employer-training")
    since, applied = step_of(planned, "trainee"), step_of(planned, "apply")
    assert applied.by == (add_months(since.end, 24), add_months(since.late_end, 24))
    assert "at most 24 months" in said(planned, "apply")


def test_where_one_registers_first_the_clock_runs_from_there(shelf: Shelf) -> None:
    planned = plan_for(shelf, "NE", route="employer-training")
    assert step_of(planned, "exam-score").by == tuple(
        add_months(day, 12) for day in (step_of(planned, "apply").end, step_of(planned, "apply").late_end)
    )


def test_a_training_that_outlasts_its_clock_is_called_at_risk(shelf: Shelf) -> None:
    planned = plan_for(shelf, "MN", route="associate-degree")
    assert step_of(planned, "train").late
    assert PlanWording.APPLY_AT_SCHOOL in said(planned, "apply")


def test_a_trainee_is_told_that_the_clock_is_running(shelf: Shelf) -> None:
    planned = plan_for(shelf, "TX", route="employer-training", stage="trainee")
    assert PlanWording.TRAINEE_CLOCK in said(planned, "train")
    assert step_of(planned, "apply").by is None


def test_hours_of_work_take_as_long_as_the_hours_a_week_say(shelf: Shelf) -> None:
    hours = step_of(plan_for(shelf, "TX", route="employer-training", hours=(10, 50)), "hours")
    assert (hours.end - hours.start).days == round(500 / 50 * 7)
    assert (hours.late_end - hours.late_start).days == round(500 / 10 * 7)


@pytest.mark.parametrize(
    ("state", "age", "waits_for"),
    [
        ("MN", 16, "apply"),  # 18, no exception
        ("NV", 16, "trainee"),  # 18, for trainees too
        ("PA", 16, "apply"),  # 17; a trainee may be 16
        ("PA", 17, None),
        ("IL", 16, None),  # 16 is enough
        ("TX", 16, None),  # unknown, so it is asked
    ],
)
def test_who_is_too_young_waits_before_the_first_thing_that_would_be_refused(
    shelf: Shelf, state: str, age: int, waits_for: str | None
) -> None:
    planned = plan_for(shelf, state, route="employer-training", age=age)
    waiting = [dated.step.id for dated in planned.steps if "age" in dated.step.needs]
    assert waiting == ([waits_for] if waits_for else [])


def test_somebody_of_16_turns_18_in_more_than_one_year_and_in_two_at_most(shelf: Shelf) -> None:
    age = step_of(plan_for(shelf, "MN", age=16), "age")
    assert (age.end > date(2027, 12, 1), age.late_end) == (True, date(2028, 11, 30))


def test_an_unknown_age_is_asked_of_the_board(shelf: Shelf) -> None:
    assert "do not say how old you must be in Texas" in said(plan_for(shelf, "TX", age=16), "entry")


def test_a_question_about_a_record_stands_before_anything_is_paid(shelf: Shelf) -> None:
    planned = plan_for(shelf, "TX", route="employer-training", record=True)
    assert ids(planned)[:3] == ["entry", "record", "fits"]
    text = said(planned, "record")
    assert "any felony" in text
    assert "does not automatically bar you from PTCB's CPhT" in text
    assert "controlled-substance felony conviction" in text
    assert "any felony" not in said(planned, "entry")


def test_an_exam_that_the_state_does_not_ask_for_is_a_choice_beside_the_way(shelf: Shelf) -> None:
    without, chosen = plan_for(shelf, "FL"), plan_for(shelf, "FL", exam="ptce")
    assert "exam-sit" not in ids(without)
    assert step_of(chosen, "exam-sit").step.optional
    assert step_of(chosen, "work").start == step_of(without, "work").start


def test_an_exam_that_is_not_named_for_the_state_is_a_caution(shelf: Shelf) -> None:
    text = PlanWording.EXAM_NOT_NAMED.format(exam="ExCPT", place="Georgia")
    assert text in said(plan_for(shelf, "GA", exam="excpt"), "exam-apply")
    assert text not in said(plan_for(shelf, "GA", exam="ptce"), "exam-apply")


def test_learning_at_work_without_a_trainee_registration_is_a_caution(shelf: Shelf) -> None:
    caution = PlanWording.NO_TRAINEE.format(place="Florida")
    assert caution in said(plan_for(shelf, "FL", route="employer-training"), "fits")
    assert caution not in said(plan_for(shelf, "FL", route="certificate-program"), "fits")


def test_a_conflict_between_sources_is_shown_with_both_sides(shelf: Shelf) -> None:
    text = said(plan_for(shelf, "CA", route="certificate-program"), "apply")
    assert "$195" in text
    assert "$120" in text


def test_without_a_state_the_plan_stands_and_asks_for_it(shelf: Shelf) -> None:
    planned = plan_for(shelf)
    assert ids(planned)[0] == "entry"
    assert "Tell us your state" in said(planned, "entry")
    assert planned.steps[0].start == START
