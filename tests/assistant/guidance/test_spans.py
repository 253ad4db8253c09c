"""How long a step takes, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.guidance.case import case_of
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf
from assistant.guidance.spans import assumed, in_words, processing

BASE = Request("become", date(2026, 12, 1))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 7, "1 to 7 days"), (1, 1, "about 1 day"), (14, 60, "2 to 9 weeks"), (2, 14, "2 days to 2 weeks"),
        (30, 365, "1 to 12 months"), (0, 21, "up to 3 weeks"), (730, 1461, "2 to 4 years"), (28, 28, "about 4 weeks"),
        (3, 60, "3 days to 9 weeks"),
    ],
)  # fmt: skip
def test_days_are_told_in_the_unit_that_people_plan_with(low: int, high: int, words: str) -> None:
    assert in_words(low, high) == words


def test_an_assumption_is_called_one_and_can_be_set() -> None:
    span = assumed(BASE, "find")
    assert (span.basis, "we assume" in span.line.cited.text) == ("assumed", True)
    own = assumed(replace(BASE, assume=(("find", 3, 4),)), "find")
    assert (own.low, own.high, "as you set it" in own.line.cited.text) == (3, 4, True)


def test_a_board_s_own_word_on_processing_is_taken(shelf: Shelf) -> None:
    california = processing(case_of(replace(BASE, state="CA"), shelf), "apply", "apply", "check", "wait")
    assert (california.low, california.high, california.basis) == (30, 30, "stated")
    assert california.line.cited.support
    texas = processing(case_of(replace(BASE, state="TX"), shelf), "apply", "apply", "check", "wait")
    assert texas.basis == "assumed"
