"""Every plan that can be asked for: in order, cited, honest about what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.plan import changes, plan
from assistant.guidance.request import STAGES, Request, goals_of
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Aspect, Plan
from assistant.wording_plan import PlanWording

START = date(2026, 12, 1)
BASE = Request("become", START)


def places(shelf: Shelf) -> list[str | None]:
    return [None, *(record.code for record in shelf.of_kind("jurisdiction"))]


def routes(shelf: Shelf) -> list[str]:
    return [record.id for record in shelf.of_kind("education")]


def ways_in(shelf: Shelf) -> Iterator[Plan]:
    """Each place by each route, for beginners, trainees and people who are certified."""
    stages = (None, "trainee", "certified")
    for place, route, stage in product(places(shelf), routes(shelf), stages):
        yield plan(replace(BASE, state=place, route=route, stage=stage), shelf)


def other_goals(shelf: Shelf) -> Iterator[Plan]:
    """Each other goal in each place."""
    known = replace(BASE, origin="TX", credential="ptcb-cpht", expires=date(2027, 5, 31))
    for goal, place in product(goals_of(shelf), places(shelf)):
        yield plan(replace(known, goal=goal, state=place), shelf)
    for exam, path, place in product(
        ("ptce", "excpt"), ("program", "work", "military", "degree"), ("TX", "NY", None)
    ):
        yield plan(replace(BASE, goal="certify", exam=exam, path=path, state=place), shelf)


def assert_valid(planned: Plan) -> None:
    before: dict[str, tuple[date, date]] = {}
    for dated in planned.steps:
        for need in dated.step.needs:
            assert need in before, f"{planned.request}: {dated.step.id} stands before {need}"
            end, late_end = before[need]
            assert end <= dated.start
            assert late_end <= dated.late_start
        assert planned.request.start <= dated.start <= dated.end <= dated.late_end
        assert dated.step.id not in before
        before[dated.step.id] = (dated.end, dated.late_end)
    wrong = [
        line.cited.text for _, line in planned.lines() if not carried(line.cited) or "{" in line.cited.text
    ]
    assert wrong == [], planned.request


def test_every_place_and_route_gives_a_plan_whose_steps_stand_after_what_they_need(shelf: Shelf) -> None:
    count = 0
    for planned in ways_in(shelf):
        assert_valid(planned)
        assert {"entry", "work", "keep"} <= {dated.step.id for dated in planned.steps}
        count += 1
    assert count == (53 + 1) * len(routes(shelf)) * 3


def test_every_other_goal_gives_a_plan_in_every_place(shelf: Shelf) -> None:
    for planned in other_goals(shelf):
        assert_valid(planned)
        assert planned.steps


def assert_only(before: Plan, after: Plan, aspect: Aspect) -> int:
    found = changes(before, after)
    strays = [(change.step, change.line.cited.text) for change in found if aspect not in change.line.depends]
    assert strays == []
    return len(found)


def test_another_state_changes_only_lines_that_depend_on_the_state(shelf: Shelf) -> None:
    for route, stage in product(routes(shelf), (None, "certified")):
        request = replace(BASE, route=route, stage=stage, state="TX")
        before = plan(request, shelf)
        for place in places(shelf):
            assert_only(before, plan(replace(request, state=place), shelf), "state")


def test_another_stage_changes_only_lines_that_depend_on_the_stage(shelf: Shelf) -> None:
    for place, route in product(
        places(shelf), ("employer-training", "certificate-program", "military-training")
    ):
        before = plan(replace(BASE, state=place, route=route), shelf)
        for stage in STAGES:
            after = plan(replace(before.request, stage=stage), shelf)
            assert_only(before, after, "stage")


def test_another_start_changes_only_dates(shelf: Shelf) -> None:
    for place, goal in product(places(shelf), ("become", "certify", "move", "specialty-nuclear")):
        before = plan(replace(BASE, goal=goal, state=place, origin="TX"), shelf)
        after = plan(replace(before.request, start=START + timedelta(400)), shelf)
        assert assert_only(before, after, "start") > 0
        assert {change.line.kind for change in changes(before, after)} == {"date"}


def test_the_same_request_gives_the_same_plan(shelf: Shelf) -> None:
    request = replace(BASE, state="OH", route="certificate-program")
    assert changes(plan(request, shelf), plan(request, shelf)) == ()


@pytest.mark.parametrize("place", ["GU", "PR", "HI", "DE"])
def test_what_is_unknown_becomes_a_question_with_an_address(shelf: Shelf, place: str) -> None:
    planned = plan(replace(BASE, state=place, route="employer-training"), shelf)
    asked = [
        line
        for _, line in planned.lines()
        if line.kind == "ask" and "Our sources do not say" in line.cited.text
    ]
    assert asked
    assert all(line.cited.support for line in asked)
    fees = [fee for dated in planned.steps for fee in dated.step.fees if "do not say" in fee.line.cited.text]
    assert all(fee.low is None and fee.high is None for fee in fees)


def test_every_fact_has_a_source_and_every_assumption_is_called_one(shelf: Shelf) -> None:
    for place in places(shelf):
        for dated in plan(replace(BASE, state=place, exam="excpt", age=16, record=True), shelf).steps:
            span = dated.step.span
            assert bool(span.line.cited.support) == (span.basis != "assumed"), span
            assert span.high == 0 or span.basis != "assumed" or "we assume" in span.line.cited.text
            assert all(line.cited.support for line in dated.step.lines if line.kind in ("rule", "what", "deadline")
                       and not line.cited.text.startswith(PlanWording.EXAM_OPTIONAL[:20]))  # fmt: skip


def test_a_length_can_be_set_and_the_dates_follow(shelf: Shelf) -> None:
    before = plan(replace(BASE, state="TX"), shelf)
    after = plan(replace(before.request, assume=(("find", 100, 200),)), shelf)
    found = {dated.step.id: dated for dated in after.steps}
    assert found["find"].end - found["find"].start == timedelta(100)
    assert_only(before, after, "you")


def test_notes_name_the_board_and_say_what_an_assumption_is(shelf: Shelf) -> None:
    notes = [line.cited.text for line in plan(replace(BASE, state="TX"), shelf).notes]
    assert any("pharmacy.texas.gov" in text for text in notes)
    assert PlanWording.ASSUMPTIONS in notes
