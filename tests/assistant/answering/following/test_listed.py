from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.following.listed import about_item, items_of
from assistant.answering.following.talk import Talk
from assistant.answering.vocabulary import Vocabulary
from assistant.types import Answer, Block, BlockKind, Claim, Profile

LISTED = ("Hospital pharmacies pay more.", "Mail order has no counter.", "Nuclear pharmacies start early.")


def talk(before: str, vocabulary: Vocabulary) -> Talk:
    return Talk([before], {}, vocabulary)


def answer(*lists: tuple[BlockKind, tuple[str, ...]]) -> Answer:
    blocks = tuple(Block(kind, tuple(map(Claim, texts))) for kind, texts in lists)
    return replace(Answer("q", "q", "answered", "embedded", (), (), Profile()), blocks=blocks)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("tell me more about the first one", "hospital"),
        ("what about the 2nd option?", "mail order"),
        ("is number 3 dangerous", "nuclear"),
        ("whats the last one like", "nuclear"),
    ],
)
def test_an_item_is_called_by_its_name(question: str, name: str, vocabulary: Vocabulary) -> None:
    found = about_item(talk("how do i leave retail", vocabulary), question, LISTED)
    assert found is not None
    assert name in found[0]


def test_of_two_things_compared_the_second_is_meant_and_not_the_second_bullet(
    vocabulary: Vocabulary,
) -> None:
    found = about_item(talk("ptce vs excpt", vocabulary), "how long is the second one", LISTED)
    assert found is not None
    assert "excpt" in found[0]


@pytest.mark.parametrize(
    "question",
    [
        "the fifth one?",
        "is 2 years enough",
        "my first job",
        "first of all",
        "what is the very first step",
        "",
    ],
)
def test_what_is_not_on_the_list_is_no_item(question: str, vocabulary: Vocabulary) -> None:
    assert about_item(talk("how do i leave retail", vocabulary), question, LISTED) is None


def test_without_a_list_there_is_no_item(vocabulary: Vocabulary) -> None:
    assert about_item(talk("how do i leave retail", vocabulary), "the first one", ()) is None


def test_the_longest_list_of_an_answer_counts() -> None:
    assert items_of(answer(("paragraph", ("x",)), ("bullets", ("a", "b")), ("steps", ("c", "d", "e")))) == (
        "c",
        "d",
        "e",
    )


def test_the_heads_of_lists_are_the_items() -> None:
    parts = tuple(
        Block("bullets", (Claim("x"), Claim("y")), f"{n}. {name}") for n, name in ((1, "a"), (2, "b"))
    )
    assert items_of(replace(answer(), blocks=parts)) == ("a", "b")


@pytest.mark.parametrize("given", [None, answer(), answer(("bullets", ("only",)))])
def test_an_answer_without_a_list_has_no_items(given: Answer | None) -> None:
    assert items_of(given) == ()
