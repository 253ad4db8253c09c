"""Phrases of feelings and scales among words."""

from __future__ import annotations

import pytest

from assistant.guidance.feelings import Feeling, Mention, Negation, find_phrases, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don't", ["i", "do", "not"]),
        ("I dont", ["i", "do", "not"]),
        ("can't, won't, cannot", ["can", "not", "will", "not", "can", "not"]),
        ("I'm a people person", ["i", "a", "people", "person"]),
        ("hands-on", ["hands", "on"]),
        ("I don’t", ["i", "do", "not"]),
    ],
)
def test_words_are_written_out(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_the_longest_phrase_is_found_and_none_overlap() -> None:
    found = list(find_phrases(plain_words("I don't mind angry customers or working from home")))
    assert found == [
        Feeling(1, 4, 0),
        Mention(4, 6, "patient_contact", True, True),
        Mention(7, 10, "remote", True, False),
    ]


def test_other_forms_of_a_word_are_the_same_word() -> None:
    assert list(find_phrases(["loved"])) == [Feeling(0, 1, 2)]
    assert list(find_phrases(["calculations"])) == [Mention(0, 1, "calculation", True, False)]


def test_negations_are_found() -> None:
    assert list(find_phrases(plain_words("away from patients"))) == [
        Negation(0, 2),
        Mention(2, 3, "patient_contact", True, False),
    ]
