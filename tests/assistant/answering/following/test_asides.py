from __future__ import annotations

import pytest

from assistant.answering.following.asides import without_asides
from assistant.answering.following.talk import Talk
from assistant.answering.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("and in Kansas? i live right on the line", "and in Kansas?"),
        ("lol thanks. how much is it", "how much is it"),
        ("I have a felony. who decides?", "I have a felony. who decides?"),
        ("I live in Texas. how do i renew?", "I live in Texas. how do i renew?"),
        ("tell me more. please.", "tell me more. please."),
        ("", ""),
    ],
)
def test_sentences_that_name_nothing_and_ask_nothing_are_left_out(
    question: str, left: str, vocabulary: Vocabulary
) -> None:
    assert without_asides(Talk(["How do I apply in Ohio?"], {}, vocabulary), question) == left
