"""Renewing: on time, late, lapsed, and too late."""

from __future__ import annotations

from datetime import date

from plan_samples import START, ids, plan_for, said, step_of

from assistant.guidance.shelf import Shelf
from assistant.wording_plan import PlanWording


def test_certifier_and_state_are_renewed_side_by_side(shelf: Shelf) -> None:
    planned = plan_for(shelf, "GA", "renew", credential="ptcb-cpht", expires=date(2027, 5, 31))
    assert ids(planned) == ["look-up", "ce", "file", "state-ce", "state-file"]
    assert "state-ce" in step_of(planned, "ce").beside


def test_the_certifier_s_window_and_its_last_day_on_time_are_dates(shelf: Shelf) -> None:
    filed = step_of(plan_for(shelf, None, "renew", credential="ptcb-cpht", expires=date(2027, 5, 31)), "file")
    assert filed.start == date(2027, 4, 1)
    assert filed.by == (date(2027, 5, 1), date(2027, 5, 1))
    assert not filed.late


def test_a_state_s_own_day_is_a_deadline_when_its_sentence_leaves_no_doubt(shelf: Shelf) -> None:
    assert step_of(plan_for(shelf, "GA", "renew"), "state-file").by == (date(2027, 6, 30),) * 2
    assert step_of(plan_for(shelf, "OH", "renew"), "state-file").by is None
    own = plan_for(shelf, "OH", "renew", state_expires=date(2027, 3, 3))
    assert step_of(own, "state-file").by == (date(2027, 3, 3),) * 2


def test_within_a_year_an_expired_credential_is_brought_back(shelf: Shelf) -> None:
    planned = plan_for(shelf, None, "renew", credential="ptcb-cpht", expires=date(2026, 3, 31))
    back = step_of(planned, "reinstate")
    assert ids(planned) == ["look-up", "reinstate"]
    assert back.by == (date(2027, 3, 31),) * 2
    assert [fee.low for fee in back.step.fees] == [95]
    assert "2 hours in pharmacy law" in said(planned, "reinstate")
    assert "may not use the title" in said(planned, "reinstate")


def test_after_a_year_the_exam_is_taken_again(shelf: Shelf) -> None:
    for credential, exam in (("ptcb-cpht", "PTCE"), ("nha-cpht", "ExCPT")):
        planned = plan_for(shelf, None, "renew", credential=credential, expires=date(2025, 5, 31))
        assert ids(planned)[1:] == ["reinstate", "study", "exam-apply", "exam-sit", "exam-score"]
        assert exam in step_of(planned, "exam-sit").step.title.cited.text
        assert step_of(planned, "reinstate").step.fees == ()


def test_a_renewal_whose_day_has_passed_says_so(shelf: Shelf) -> None:
    planned = plan_for(shelf, None, "renew", credential="ptcb-cpht", expires=date(2026, 12, 10))
    assert PlanWording.OVERDUE in said(planned, "file")
    assert step_of(planned, "file").by == (min(date(2026, 12, 1), date(2026, 11, 10)),) * 2


def test_who_says_nothing_is_asked_what_they_hold(shelf: Shelf) -> None:
    planned = plan_for(shelf, None, "renew")
    assert ids(planned) == ["look-up"]
    assert PlanWording.NO_CREDENTIAL in said(planned, "look-up")
    assert planned.steps[0].start == START


def test_where_no_papers_are_issued_none_are_renewed(shelf: Shelf) -> None:
    assert ids(plan_for(shelf, "DE", "renew", credential="nha-cpht")) == ["look-up", "ce", "file"]
