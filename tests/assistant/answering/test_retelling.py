from __future__ import annotations

import pytest

from assistant.answering.retelling import retold
from assistant.build import Assistant
from assistant.render import markdown
from assistant.retrieval.index import Index
from assistant.text import words
from assistant.types import Answer, Turn

ASKED = "How do I renew in Ohio?"


@pytest.fixture(scope="module")
def first(assistant: Assistant) -> Answer:
    return assistant.ask(ASKED)


def follow(assistant: Assistant, first: Answer, question: str) -> Answer:
    return assistant.ask(question, [Turn(ASKED, first.standalone_question, first)])


def test_a_short_form_says_less_of_the_same(assistant: Assistant, first: Answer) -> None:
    short = follow(assistant, first, "summarize that")
    said = {claim.text for claim in first.claims()}
    assert short.claims()
    assert {claim.text for claim in short.claims()} < said
    assert len(words(markdown(short))) < len(words(markdown(first)))


def test_the_sources_are_named_with_their_addresses(assistant: Assistant, first: Answer) -> None:
    named = follow(assistant, first, "give me the link")
    assert first.citations[0].source.url in markdown(named)


@pytest.mark.parametrize("question", ["summarize that", "are you sure?"])
def test_the_talk_goes_on_where_it_was(question: str, assistant: Assistant, first: Answer) -> None:
    again = follow(assistant, first, question)
    turns = [
        Turn(ASKED, first.standalone_question, first),
        Turn(question, again.standalone_question, again),
    ]
    after = assistant.ask("and in Texas?", turns)
    assert "Texas" in after.standalone_question
    assert "renew" in after.standalone_question


@pytest.mark.parametrize("question", ["how much is it", "tell me more", "summarize the rules of Texas"])
def test_another_question_is_not_answered_so(question: str, first: Answer, index: Index) -> None:
    assert retold(question, first, index.passages) is None


def test_what_cited_nothing_cannot_be_told_again(assistant: Assistant, index: Index) -> None:
    assert retold("source?", None, index.passages) is None
    assert retold("source?", assistant.ask("what is the weather"), index.passages) is None
