from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from assistant_samples import ANSWER, make_chunk

from assistant.answering.chain import Found
from assistant.answering.understand import Query
from assistant.build import Assistant
from assistant.errors import WrongUseError
from assistant.programs import answer_lines, filters_from, search_lines
from assistant.retrieval.retriever import Filters
from assistant.types import Answer, Passage, Profile, Turn


class FakeAssistant(Assistant):
    """Answers with what it was given, and remembers nothing."""

    def __init__(self) -> None:
        self.profiles: list[Profile | None] = []
        self.searches: list[tuple[str, Sequence[str], int, Filters | None]] = []

    def ask(self, question: str, history: Sequence[Turn] = (), profile: Profile | None = None) -> Answer:
        self.profiles.append(profile)
        former = " < ".join(turn.question for turn in history)
        return replace(
            ANSWER, question=question, standalone_question=f"{question} ({former})",
            assumptions=profile or Profile(),
        )  # fmt: skip

    def search(
        self,
        question: str,
        history: Sequence[str] = (),
        k: int = 10,
        filters: Filters | None = None,
    ) -> Found:
        self.searches.append((question, history, k, filters))
        passage = Passage(make_chunk("c", "The fee is $50."), 0.5, 1)
        return Found((Query(question, question, question, Profile()), [passage] * k, 0.5))


def lines(*objects: object) -> list[str]:
    return [json.dumps(item) for item in objects]


def answered(given: Iterable[str], assistant: Assistant | None = None) -> list[dict[str, Any]]:
    return list(answer_lines(assistant or FakeAssistant(), given))


def test_every_line_is_answered_in_order() -> None:
    found = answered(lines({"question": "one"}, {"question": "two"}, {"question": "three"}))
    assert [answer["question"] for answer in found] == ["one", "two", "three"]


def test_conversations_keep_their_histories_apart_and_in_order() -> None:
    found = answered(
        lines(
            {"conversation": "a", "question": "a1"},
            {"conversation": "b", "question": "b1"},
            {"conversation": "a", "question": "a2"},
            {"question": "alone"},
            {"conversation": "a", "question": "a3"},
            {"conversation": 7, "question": "n1"},
            {"conversation": 7, "question": "n2"},
            {"question": "alone again"},
        )
    )
    assert [answer["standalone_question"] for answer in found] == [
        "a1 ()", "b1 ()", "a2 (a1)", "alone ()", "a3 (a1 < a2)", "n1 ()", "n2 (n1)", "alone again ()",
    ]  # fmt: skip


def test_an_answer_is_given_before_the_next_line_is_read() -> None:
    read: list[str] = []

    def stream() -> Iterable[str]:
        for line in lines({"question": "one"}, {"question": "two"}):
            read.append(line)
            yield line

    answers = answer_lines(FakeAssistant(), stream())
    assert next(answers)["question"] == "one"
    assert len(read) == 1


def test_empty_lines_are_passed_over_but_counted() -> None:
    given = ["", *lines({"question": "one"}), "   ", "broken"]
    with pytest.raises(WrongUseError, match="line 4"):
        answered(given)


def test_without_a_profile_the_conversation_s_own_stands() -> None:
    fake = FakeAssistant()
    answered(lines({"question": "one"}), fake)
    assert fake.profiles == [None]


def test_a_profile_given_later_is_laid_over_what_the_conversation_told() -> None:
    fake = FakeAssistant()
    answered(
        lines(
            {"conversation": "a", "question": "one", "profile": {"state": "OH", "age": 17}},
            {"conversation": "a", "question": "two", "profile": {"age": 18}},
        ),
        fake,
    )
    assert fake.profiles == [Profile(state="OH", age=17), Profile(state="OH", age=18)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        pytest.param("{", "not JSON", id="broken"),
        pytest.param("[]", "must be an object", id="a list"),
        pytest.param("{}", '"question" must be a text', id="no question"),
        pytest.param('{"question": 7}', '"question" must be a text', id="number"),
        pytest.param('{"question": "  "}', '"question" must be a text', id="blank"),
        pytest.param('{"question": "q", "profile": {"state": "XX"}}', "'XX'", id="profile"),
        pytest.param('{"question": "q", "profile": []}', '"profile" must be an object', id="profile list"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(line: str, named: str) -> None:
    with pytest.raises(WrongUseError, match="line 2") as caught:
        answered([*lines({"question": "fine"}), line])
    assert named in str(caught.value)


def test_a_search_line_carries_its_history_and_the_command_s_options() -> None:
    fake = FakeAssistant()
    filters = Filters(jurisdiction="OH")
    given = lines(
        {"question": "one", "history": ["zero"]},
        {"question": "two"},
        {"question": "three", "history": None},
    )
    found = list(search_lines(fake, given, 2, filters))
    assert fake.searches == [
        ("one", ["zero"], 2, filters),
        ("two", [], 2, filters),
        ("three", [], 2, filters),
    ]
    assert [len(line["passages"]) for line in found] == [2, 2, 2]


@pytest.mark.parametrize("history", ["text", [7], {"a": 1}], ids=["text", "numbers", "object"])
def test_a_history_that_is_no_list_of_texts_is_refused(history: object) -> None:
    with pytest.raises(WrongUseError, match='line 1: "history" must be a list of texts'):
        list(search_lines(FakeAssistant(), lines({"question": "q", "history": history}), 3, Filters()))


def test_filters_are_read_from_words() -> None:
    assert filters_from("", "", "") == Filters()
    assert filters_from("oh", "exam", "guide") == Filters("OH", "exam", "guide")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("XX", "", ""), "'XX' is not a two-letter US code"),
        (("", "", "novel"), "known are: guide, record,"),
    ],
    ids=["place", "kind"],
)
def test_an_unknown_filter_is_named(words: tuple[str, str, str], said: str) -> None:
    with pytest.raises(WrongUseError, match=said):
        filters_from(*words)
