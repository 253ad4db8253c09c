"""What a plan is asked for, and the same as an address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.guidance.request import (
    CeDone,
    Request,
    filled,
    from_profile,
    goals_of,
    read_request,
    to_params,
)
from assistant.guidance.shelf import Shelf
from assistant.types import Profile

BASE = Request("become", date(2026, 12, 1))


def test_every_specialty_is_a_goal(shelf: Shelf) -> None:
    specialties = {f"specialty-{record.id}" for record in shelf.of_kind("specialty")}
    assert specialties < set(goals_of(shelf))
    assert len(specialties) == 26


def test_an_address_reads_back_as_the_request_that_wrote_it(shelf: Shelf) -> None:
    request = replace(
        BASE, goal="move", state="CO", origin="TX", stage="certified", route="employer-training", exam="ptce",
        path="work", credential="ptcb-cpht", expires=date(2027, 5, 31), state_expires=date(2027, 6, 30), hours=(10, 15),
    )  # fmt: skip
    assert read_request(to_params(request), BASE, shelf) == (request, ())


def test_what_is_private_stays_out_of_the_address() -> None:
    request = replace(BASE, record=True, age=16, done=CeDone(3), assume=(("find", 1, 2),))
    assert to_params(request) == {"goal": "become", "start": "2026-12-01"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("goal", "fly"), ("state", "Texas"), ("stage", "king"), ("route", "ptcb-cpht"), ("start", "soon"),
        ("start", "1999-01-01"), ("exam", "sat"), ("path", "luck"), ("credential", "sterile-compounding"),
        ("age", "-3"), ("hours", "90"), ("hours", "30-20"), ("done", "many"), ("assume", "find:9-3"),
        ("assume", "nothing:1-2"), ("record", "maybe"), ("colour", "blue"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_named_and_left_out(shelf: Shelf, name: str, value: str) -> None:
    request, problems = read_request({name: value}, BASE, shelf)
    assert request == BASE
    assert [(bad.name, bad.value) for bad in problems] == [(name, value)]
    assert name in str(problems[0])


def test_small_letters_and_empty_texts_do_no_harm(shelf: Shelf) -> None:
    request, problems = read_request({"state": "tx", "stage": " Certified ", "route": ""}, BASE, shelf)
    assert (request.state, request.stage, request.route, problems) == ("TX", "certified", None, ())


def test_a_month_without_a_day_is_its_first(shelf: Shelf) -> None:
    request, problems = read_request({"expires": "2027-05"}, BASE, shelf)
    assert (request.expires, problems) == (date(2027, 5, 1), ())


def test_a_profile_gives_what_it_knows() -> None:
    profile = Profile(state="OH", stage="trainee", credential="ptcb-cpht", expires="2027-05", age=17)
    request = from_profile(profile, "renew", date(2026, 12, 1))
    assert (request.state, request.stage, request.age) == ("OH", "trainee", 17)
    assert request.expires == date(2027, 5, 1)


def test_what_is_known_already_is_not_overwritten() -> None:
    assert filled(replace(BASE, state="TX"), replace(BASE, state="OH", age=16)) == replace(
        BASE, state="TX", age=16
    )


def test_live_hours_are_not_counted_twice() -> None:
    assert CeDone(8, 1, 1, 4).total == 8 + 1 + 1
