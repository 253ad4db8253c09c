from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest

from assistant.errors import WrongUseError
from assistant.profile_wire import profile_from_json, profile_to_json
from assistant.types import Profile


@pytest.mark.parametrize(
    "profile",
    [
        Profile(),
        Profile(state="OH"),
        Profile(
            state="TX",
            stage="certified",
            credential="ptcb-cpht",
            expires="2027-05-31",
            settings=("retail-chain", "hospital-pharmacy"),
            years=6,
            age=44,
            schedule="nights",
            goal="renew",
        ),
    ],
    ids=["nothing", "a state", "everything"],
)
def test_a_profile_survives_the_round_trip(profile: Profile) -> None:
    assert profile_from_json(json.loads(json.dumps(profile_to_json(profile)))) == profile


def test_what_is_unknown_is_left_out() -> None:
    assert profile_to_json(Profile(state="OH")) == {"state": "OH"}
    assert profile_from_json(dict.fromkeys(field.name for field in fields(Profile))) == Profile()


def test_a_state_may_be_written_small() -> None:
    assert profile_from_json({"state": "oh"}) == Profile(state="OH")


@pytest.mark.parametrize(
    ("data", "named"),
    [
        pytest.param([], "profile", id="no object"),
        pytest.param({"town": "Ames"}, "'town'", id="unknown key"),
        pytest.param({"state": "Ohio"}, "'Ohio'", id="state by name"),
        pytest.param({"state": 7}, "7", id="state as number"),
        pytest.param({"age": "17"}, "'17'", id="age as text"),
        pytest.param({"age": True}, "True", id="age as truth value"),
        pytest.param({"age": -1}, "-1", id="age below zero"),
        pytest.param({"years": 2.5}, "2.5", id="half a year"),
        pytest.param({"stage": "wizard"}, "exploring, student", id="a stage that is none"),
        pytest.param({"schedule": "never"}, "nights", id="a schedule that is none"),
        pytest.param({"expires": "next May"}, "2027-05", id="a date in words"),
        pytest.param({"expires": "2027-13"}, "'2027-13'", id="a month that is none"),
        pytest.param({"settings": "retail-chain"}, "list", id="settings as text"),
        pytest.param({"settings": ["a b"]}, "'a b'", id="a setting that is no id"),
        pytest.param({"goal": "<b>"}, "'<b>'", id="a goal that is no id"),
    ],
)
def test_a_wrong_profile_names_what_is_wrong(data: object, named: str) -> None:
    with pytest.raises(WrongUseError, match=re.escape(named)):
        profile_from_json(data)


@pytest.mark.parametrize("key", ["stage", "credential", "expires", "schedule", "goal"])
@pytest.mark.parametrize("value", [7, ["a"], {"a": 1}], ids=["number", "list", "object"])
def test_a_text_of_a_profile_must_be_text(key: str, value: object) -> None:
    with pytest.raises(WrongUseError, match=key):
        profile_from_json({key: value})
