"""A text gives wishes, facts about the person, and what was not understood."""

from __future__ import annotations

import pytest

from assistant.guidance.own_words import read_own_words
from assistant.guidance.wishes import strengths
from assistant.types import Profile


def test_years_settings_and_hours_go_into_the_profile() -> None:
    words = read_own_words(
        "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail"
    )
    assert words.profile == Profile(years=3, settings=("retail-chain",), schedule="nights")
    assert words.unread == ()


@pytest.mark.parametrize(
    ("text", "schedule"),
    [
        ("evenings are fine", "evenings"),
        ("no weekends please", "days"),
        ("I want regular hours", "days"),
        ("I love math", None),
        ("I don't mind weekends", "weekends"),
    ],
)
def test_hours_are_read_from_what_is_said_of_them(text: str, schedule: str | None) -> None:
    assert read_own_words(text).profile.schedule == schedule


def test_sentences_from_which_nothing_was_read_are_given_back() -> None:
    words = read_own_words("I love math. The sky is blue! My cat sleeps\nno phones")
    assert words.unread == ("The sky is blue", "My cat sleeps")
    assert strengths(words.wishes) == {"calculation": 2, "phone": -1}


def test_nothing_is_read_from_nothing() -> None:
    words = read_own_words("")
    assert (words.wishes, words.profile, words.unread) == ((), Profile(), ())
