from __future__ import annotations

import pytest

from assistant.answering.following.requests import asks_for_more, asks_for_sources, asks_in_short, asks_why


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


@pytest.mark.parametrize(
    "question",
    [
        "give me the link",
        "source?",
        "are you sure about that",
        "ok can you send me the link please",
        "where did you get that",
        "is that still true?",
        "do you have a source for that",
    ],
)
def test_the_sources_are_asked_for(question: str) -> None:
    assert asks_for_sources(question)


@pytest.mark.parametrize(
    "question",
    [
        "give me the link to the texas board",
        "is that true for nurses",
        "are you sure i need both",
        "linkedin",
        "",
    ],
)
def test_a_source_of_something_else_is_a_question_of_its_own(question: str) -> None:
    assert not asks_for_sources(question)


@pytest.mark.parametrize(
    "question", ["summarize that", "tl;dr", "ok so in short?", "shorter please", "bottom line?"]
)
def test_a_short_form_is_asked_for(question: str) -> None:
    assert asks_in_short(question)


@pytest.mark.parametrize(
    "question", ["is the exam shorter now", "summarize the texas rules", "recap of ohio", ""]
)
def test_a_short_form_of_something_else_is_a_question_of_its_own(question: str) -> None:
    assert not asks_in_short(question)
