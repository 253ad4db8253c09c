from __future__ import annotations

import pytest

from assistant.guidance.told import age_in, merged, told
from assistant.types import Profile


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("I'm 17 and a junior in high school", Profile(stage="student", age=17)),
        (
            "I've been a tech for 6 years in retail, should I go to hospital?",
            Profile(stage="experienced", years=6, settings=("retail-chain",)),
        ),
        ("3 years retail, nights are fine", Profile(years=3, settings=("retail-chain",))),
        (
            "I'm a hospital tech with ten years experience",
            Profile(years=10, settings=("hospital-pharmacy",)),
        ),
        ("I worked in a hospital.", Profile(settings=("hospital-pharmacy",))),
        ("I want to work nights only", Profile(schedule="nights")),
        ("my cert expires 3/31/2027", Profile(expires="2027-03-31")),
        ("my PTCB runs out in May 2027", Profile(stage="certified", expires="2027-05")),
        ("it is due 2027-05-31", Profile(expires="2027-05-31")),
    ],
)
def test_what_a_person_says_of_themself_is_read(text: str, profile: Profile) -> None:
    assert told(text) == profile


@pytest.mark.parametrize(
    "text",
    [
        "What do hospital technicians earn?",
        "Can I work in a hospital?",
        "Should I work at CVS?",
        "I want to work in a hospital",
        "is it 2 years of experience?",
        "how many years of experience do I need for CSPT?",
        "When does a PTCB certification expire?",
        "Do techs work nights?",
        "My sister is happy.",
        "",
    ],
)
def test_what_is_only_asked_about_is_not_assumed(text: str) -> None:
    assert told(text) == Profile()


def test_an_age_is_read_where_a_question_names_one() -> None:
    assert age_in("Can he start, he's 16?") == 16
    assert age_in("Is 20 hours of CE enough?") is None


def test_what_is_said_later_counts_and_settings_add_up() -> None:
    before = Profile(state="OH", years=3, settings=("retail-chain",))
    after = merged(before, Profile(years=4, settings=("hospital-pharmacy", "retail-chain")))
    assert after == Profile(state="OH", years=4, settings=("retail-chain", "hospital-pharmacy"))
