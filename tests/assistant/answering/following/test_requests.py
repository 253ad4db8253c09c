from __future__ import annotations

import pytest

from assistant.answering.following.requests import asks_for_more, asks_why


@pytest.mark.parametrize(
    "question",
    [
        "tell me more",
        "ok, more please",
        "what else should i tell her",
        "anything else i need to know?",
        "go on",
    ],
)
def test_more_is_asked_for(question: str) -> None:
    assert asks_for_more(question)


@pytest.mark.parametrize(
    "question", ["what else can techs check there", "more money in hospitals?", "tell me more about ohio", ""]
)
def test_more_of_something_named_is_a_question_of_its_own(question: str) -> None:
    assert not asks_for_more(question)


@pytest.mark.parametrize("question", ["why", "why not?", "but why tho", "how come"])
def test_a_reason_is_asked_for(question: str) -> None:
    assert asks_why(question)


@pytest.mark.parametrize("question", ["why do techs leave retail", "how come ohio wants prints", ""])
def test_a_reason_for_something_named_is_a_question_of_its_own(question: str) -> None:
    assert not asks_why(question)
