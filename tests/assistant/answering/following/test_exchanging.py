from __future__ import annotations

import pytest

from assistant.answering.following.exchanging import corrected, exchanged
from assistant.answering.following.talk import Talk
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.text import terms

CITIES = {"cincinnati": "OH", "columbus": "OH", "tampa": "FL"}


def talk(before: str, vocabulary: Vocabulary) -> Talk:
    return Talk([before], CITIES, vocabulary)


def codes(text: str | None) -> list[str]:
    return [place.code for place in find_places(text or "", CITIES)]


def test_a_town_alone_needs_no_preposition(vocabulary: Vocabulary) -> None:
    before = "schools near Columbus, Ohio"
    assert exchanged(talk(before, vocabulary), "what about cincinnati") == "schools near Cincinnati, Ohio"


def test_a_town_stands_for_its_state_where_no_towns_are_spoken_of(vocabulary: Vocabulary) -> None:
    found = exchanged(talk("When do I renew in Ohio?", vocabulary), "and tampa?")
    assert found == "When do I renew in Florida?"


def test_several_places_are_all_asked_about(vocabulary: Vocabulary) -> None:
    found = exchanged(talk("does Ohio want fingerprints", vocabulary), "what about texas and florida")
    assert codes(found) == ["TX", "FL"]


@pytest.mark.parametrize("question", ["is that per year?", "per hour", "and monthly?", "a week"])
def test_a_unit_leaves_the_question_as_it_was(question: str, vocabulary: Vocabulary) -> None:
    found = exchanged(talk("what do technicians make in Ohio", vocabulary), question) or ""
    assert {"make", "ohio"} <= set(terms(found))


def test_a_new_unit_takes_the_place_of_the_old_one(vocabulary: Vocabulary) -> None:
    found = exchanged(talk("what do technicians make per year in Ohio", vocabulary), "and per hour?")
    assert found == "what do technicians make in ohio per hour"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("sorry, georgia, my sister is the one in tampa", "GA"),
        ("no i meant georgia not florida", "GA"),
        ("sorry i mean georgia", "GA"),
        ("scratch that, i meant georgia", "GA"),
        ("my bad, georgia", "GA"),
    ],
)
def test_the_place_that_a_correction_begins_with_is_meant(
    question: str, code: str, vocabulary: Vocabulary
) -> None:
    assert codes(corrected(talk("When do I renew in Florida?", vocabulary), question)) == [code]


def test_a_place_that_is_denied_is_not_asked_about(vocabulary: Vocabulary) -> None:
    before = "washington technician requirements"
    assert corrected(talk(before, vocabulary), "no not DC, the state") == before


@pytest.mark.parametrize("question", ["how do i renew in tampa", "what about the hospital in tampa", ""])
def test_more_than_one_new_thing_is_no_exchange_of_a_place(question: str, vocabulary: Vocabulary) -> None:
    found = exchanged(talk("What is the fee in Ohio?", vocabulary), question)
    assert found is None or "fee" not in terms(found)


@pytest.mark.parametrize(
    "question", ["n georgia?", "georgia too?", "georgia for all that", "and georgia, same?"]
)
def test_words_around_a_place_ask_nothing_new(question: str, vocabulary: Vocabulary) -> None:
    found = exchanged(talk("What is the fee in Ohio?", vocabulary), question)
    assert codes(found) == ["GA"]
    assert "fee" in terms(found or "")
