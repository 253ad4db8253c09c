"""What people write about the work they like, negation and all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guidance.scales import load_scales
from assistant.guidance.wishes import LONGEST_TEXT, read_wishes, strengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail",
            {"patient_contact": -2, "precision": 2, "hands_on": 2, "daytime": 0},
        ),
        ("I love math", {"calculation": 2}),
        ("I like math", {"calculation": 1}),
        ("Math is okay", {"calculation": 0}),
        ("I don't mind math", {"calculation": 0}),
        ("I don't like math", {"calculation": -1}),
        ("I dont love math", {"calculation": -1}),
        ("I don't hate math", {"calculation": 0}),
        ("I can't stand math", {"calculation": -2}),
        ("no math please", {"calculation": -1}),
        ("Math isn't my thing", {"calculation": -1}),
        ("I love math and computers", {"calculation": 2, "technology": 2}),
        ("evenings and weekends are fine", {"daytime": 0}),
        ("I love math but not the phone", {"calculation": 2, "phone": -1}),
        ("I hate math, love the phone", {"calculation": -2, "phone": 2}),
        ("neither math nor phones please", {"calculation": -1, "phone": -1}),
        ("I would rather measure things than answer phones", {"hands_on": 1, "phone": -1}),
        ("I want no phones", {"phone": -1}),
        ("quiet work behind the scenes", {"patient_contact": -1}),
        ("not scared of needles", {"hazards": 0}),
        ("I'd never work in retail again", {"hospital": 1}),
        ("I love patients. I hate patients.", {"patient_contact": 0}),
    ],
)
def test_a_text_is_read(text: str, expected: dict[str, int]) -> None:
    assert strengths(read_wishes(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The sky is blue.",
        "stress",  # something few people want, named without a feeling
        "I worked in a hospital for 5 years.",
        "I have kids.",
    ],
)
def test_what_tells_no_wish_gives_none(text: str) -> None:
    assert read_wishes(text) == ()


def test_a_wish_keeps_the_words_it_was_read_from_as_they_were_written() -> None:
    (wish,) = read_wishes("Honestly, I LOVE Math.")
    assert wish.words == ("I LOVE Math",)


def test_wishes_come_in_the_order_of_the_scales() -> None:
    ids = [scale.id for scale in load_scales()]
    read = [wish.scale for wish in read_wishes("I like phones, rules, math and patients")]
    assert len(read) == 4
    assert read == sorted(read, key=ids.index)


def test_no_more_is_read_than_the_first_part_of_a_long_text() -> None:
    assert read_wishes("x " * LONGEST_TEXT + "I love math") == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdefghilmnoprstuvw' ,.!?;\n-–’üあ", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    assert all(-2 <= wish.strength <= 2 for wish in read_wishes(text))


@settings(max_examples=60, deadline=None)
@given(st.permutations(["I love math", "I hate phones", "rules are fine", "I like teams"]))
def test_the_order_of_sentences_does_not_matter(sentences: list[str]) -> None:
    assert strengths(read_wishes(". ".join(sentences))) == {
        "calculation": 2,
        "phone": -2,
        "rules": 0,
        "team": 1,
    }
