"""Choices as short text."""

from __future__ import annotations

import random

import pytest
from fit_samples import choices, taken
from hypothesis import given
from hypothesis import strategies as st

from assistant.guidance.choices import Card, Choice, choice_text, in_order, read_choice


def test_a_choice_is_written_by_codes_and_places() -> None:
    choice = taken("patient_contact", "-pace", "technology", "hands_on")
    assert choice_text(choice) == "pc1pa0te1ha1-03"
    assert choice_text(Choice(choice.item)) == "pc1pa0te1ha1-xx"


@given(choices())
def test_what_is_written_reads_back(choice: Choice) -> None:
    assert read_choice(choice_text(choice)) == choice


@pytest.mark.parametrize(
    "text",
    [
        "", "pc1", "pc1pa0te1ha1", "pc1pa0te1ha1-00", "pc1pa0te1ha1-04", "pc1pa0te1-01", "pc1pc0te1ha1-01",
        "zz1pa0te1ha1-01", "pc1pa0te1ha1de1-01", "pc1pa0te1ha1-01 ", "<script>-01",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_none(text: str) -> None:
    assert read_choice(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    choice = read_choice(text)
    assert choice is None or choice_text(choice) == text


@given(st.lists(choices(), max_size=6), st.integers())
def test_the_order_of_choices_is_their_own(made: list[Choice], seed: int) -> None:
    assert in_order(random.Random(seed).sample(made, len(made))) == in_order(made)


def test_a_card_offers_its_end() -> None:
    assert Card("hospital", True).end.offer == "Work in a hospital"
