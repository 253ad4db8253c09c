"""An address holds a person's answers; what makes no sense in it is left out with a note."""

from __future__ import annotations

import pytest
from fit_samples import SCALES, choices
from hypothesis import given
from hypothesis import strategies as st

from assistant.guidance.choices import Choice
from assistant.guidance.reasons import Answers
from assistant.guidance.wishes import Wish
from ui.fit_link import Arrived, read_link, write_link

made = st.lists(choices(), max_size=6, unique_by=lambda choice: choice.item)
wished = st.dictionaries(st.sampled_from(SCALES), st.integers(-2, 2), max_size=5)


@given(made, wished)
def test_what_is_written_reads_back(chosen: list[Choice], strengths: dict[str, int]) -> None:
    wishes = tuple(Wish(scale, strength) for scale, strength in strengths.items())
    answers = Answers(tuple(chosen), wishes)
    assert read_link(write_link(answers)) == Arrived(answers, ())


def test_words_stay_out_of_the_address() -> None:
    wish = Wish("pace", -1, ("a secret",))
    assert write_link(Answers((), (wish,))) == {"w": "pa-1"}


def test_nothing_said_leaves_the_address_empty() -> None:
    assert write_link(Answers()) == {}
    assert not read_link({}).answers


@pytest.mark.parametrize(
    ("parameters", "notes"),
    [
        ({"c": "nonsense"}, ["one answer"]),
        ({"c": "pc1pa0te1ha1-03.x.y"}, ["2 answers"]),
        ({"w": "zz2"}, ["“zz2”"]),
        ({"w": "pa9"}, ["“pa9”"]),
        ({"w": "pa1.<script>alert(1)</script>"}, ["“<script>alert(1)</sc”"]),
        ({"other": "x"}, []),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_left_out_with_a_note(parameters: dict[str, str], notes: list[str]) -> None:
    arrived = read_link(parameters)
    assert len(arrived.notes) == len(notes)
    assert all(words in note for words, note in zip(notes, arrived.notes, strict=True))


def test_an_answer_given_twice_counts_once() -> None:
    arrived = read_link({"c": "pc1pa0te1ha1-03.pc1pa0te1ha1-01"})
    assert len(arrived.answers.choices) == 1


def test_an_endless_address_is_read_to_its_limit() -> None:
    assert len(read_link({"c": ".".join(["pc1pa0te1ha1-03"] * 5000)}).answers.choices) == 1
