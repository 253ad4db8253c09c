from __future__ import annotations

import pytest

from assistant.answering.opening import is_reversed


@pytest.mark.parametrize(
    "question",
    [
        "is it illegal for me to counsel patients",
        "I moved to Ohio. So I don't need to be certified?",
        "am I not allowed to take phone prescriptions",
        "ok so no diploma needed?",
        "can't I just start working?",
        "will I get in trouble for that?",
        "Is it against the law to give flu shots?",
    ],
)
def test_a_question_for_what_is_forbidden_or_needless_is_reversed(question: str) -> None:
    assert is_reversed(question)


@pytest.mark.parametrize(
    "question",
    [
        "is it legal for me to counsel patients",
        "I don't need money. Do I need to be certified?",
        "I can't afford school, can I still start?",
        "am I allowed to take phone prescriptions",
        "do I need a diploma",
    ],
)
def test_a_plain_question_is_not(question: str) -> None:
    assert not is_reversed(question)
