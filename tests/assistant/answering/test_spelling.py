from __future__ import annotations

import pytest

from assistant.answering.places import PLACE_WORDS
from assistant.answering.spelling import Speller
from assistant.retrieval.index import Index

WORDS = {
    "pharmacy": 90,
    "technician": 80,
    "certification": 40,
    "renewal": 30,
    "renewed": 2,
    "license": 20,
}
ENGLISH = {"hello", "would", "guitar"}


@pytest.fixture
def speller() -> Speller:
    return Speller(WORDS, ENGLISH.__contains__, {"texas", "wyoming"})


@pytest.fixture(scope="module")
def real(index: Index) -> Speller:
    return Speller(index.lexical.words, index.encoder.knows_word, PLACE_WORDS)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param("pharmcy", "pharmacy", id="a letter left out"),
        pytest.param("technicain", "technician", id="two letters changed over"),
        pytest.param("certifcation", "certification", id="long word"),
        pytest.param("reneval", "renewal", id="wrong letter"),
        pytest.param("liccense", "license", id="a letter too many"),
    ],
)
def test_a_slip_is_corrected(wrong: str, right: str, speller: Speller) -> None:
    assert speller.correct(f"the {wrong}?") == f"the {right}?"


@pytest.mark.parametrize(
    "text",
    [
        "How do I get a license?",
        "hello, would guitar help",
        "in Texas or wyoming",
        "PTCE CE 340B CPhT-Adv",
        "xyzzyx qwertyuiop",
        "¿Cómo? 123 $50",
        "",
    ],
)
def test_what_is_known_short_or_hopeless_stays(text: str, speller: Speller) -> None:
    assert speller.correct(text) == text


def test_of_equally_near_words_the_more_frequent_is_taken() -> None:
    assert Speller({"stable": 1, "staple": 9}, lambda word: False).correct("stacle") == "staple"


def test_correcting_twice_changes_nothing_more(speller: Speller) -> None:
    once = speller.correct("pharmcy technicain certifcation")
    assert speller.correct(once) == once


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("pharmcy technican", "pharmacy technician"),
        ("certifcation exam", "certification exam"),
        ("how long is my registraton", "how long is my registration"),
    ],
)
def test_the_real_sources_correct_the_slips_of_the_field(text: str, right: str, real: Speller) -> None:
    assert real.correct(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Massachusetts and Pennsylvania",
        "sterile compounding of chemotherapy",
        "Which documents do immigrants need?",
    ],
)
def test_well_spelt_questions_stay(text: str, real: Speller) -> None:
    assert real.correct(text) == text


@pytest.mark.parametrize("word", ["expunged", "legit", "feds", "havent", "fella", "wont"])
def test_spoken_words_are_no_slips(word: str, real: Speller) -> None:
    assert real.correct(f"my record was {word}") == f"my record was {word}"
