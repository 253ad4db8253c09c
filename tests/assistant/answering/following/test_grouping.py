from __future__ import annotations

import pytest

from assistant.answering.following.grouping import about_several
from assistant.answering.following.talk import Talk
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.text import terms


def talk(history: list[str], vocabulary: Vocabulary) -> Talk:
    return Talk(history, {}, vocabulary)


def codes(text: str | None) -> list[str]:
    return [place.code for place in find_places(text or "", {})]


@pytest.mark.parametrize(
    "question",
    [
        "which one is cheaper",
        "which is stricter",
        "how do they compare on ce",
        "which pays more",
        "which of those is the cheapest",
        "whats the difference between them",
        "and cheaper?",
    ],
)
def test_the_two_places_asked_the_same_are_meant(question: str, vocabulary: Vocabulary) -> None:
    history = ["i work at cvs, what do i need in Missouri", "i work at cvs, what do i need in Kansas"]
    assert codes(about_several(talk(history, vocabulary), question)) == ["MO", "KS"]


def test_two_names_of_one_certification_are_one_thing(vocabulary: Vocabulary) -> None:
    history = ["how long is the ptcb good for", "how long is the ExCPT of NHA good for"]
    found = about_several(talk(history, vocabulary), "do i need both?")
    assert found is not None
    assert vocabulary.credentials_of(found) == ("nha-cpht", "ptcb-cpht") or vocabulary.credentials_of(
        found
    ) == ("ptcb-cpht", "nha-cpht")
    assert len(vocabulary.credential_pattern.findall(found)) == 2


@pytest.mark.parametrize(
    ("question", "stem"), [("which one is cheaper", "cost"), ("how many ce hours for each", "ce")]
)
def test_a_price_and_what_each_has_is_asked_of_each(question: str, stem: str, vocabulary: Vocabulary) -> None:
    found = about_several(talk(["ptce vs excpt"], vocabulary), question) or ""
    assert terms(found).count(stem) == 2


def test_need_of_both_is_not_asked_of_the_matter_before(vocabulary: Vocabulary) -> None:
    history = ["how many ce hours for ptcb", "how many ce hours for excpt"]
    assert "ce" not in terms(about_several(talk(history, vocabulary), "so i need both?") or "")


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (["How do I renew in Texas?"], "which one is cheaper"),
        (["ptce vs excpt"], "which exam do hospitals want"),
        (["ptce vs excpt"], "how do i renew the cspt each year"),
        (["ptce vs excpt"], "is it easier to get in at a hospital"),
    ],
)
def test_without_two_things_or_a_word_for_them_there_is_no_group(
    history: list[str], question: str, vocabulary: Vocabulary
) -> None:
    assert about_several(talk(history, vocabulary), question) is None


@pytest.mark.parametrize("question", ["which of the two is higher", "whats the difference"])
def test_pay_is_asked_of_each_place(question: str, vocabulary: Vocabulary) -> None:
    history = ["pharmacy tech in Alaska pay", "pharmacy tech in Hawaii pay"]
    found = about_several(talk(history, vocabulary), question) or ""
    assert terms(found).count("make") == 2
    assert codes(found) == ["AK", "HI"]


def test_what_employers_like_is_not_asked_of_a_place(vocabulary: Vocabulary) -> None:
    history = ["does excpt get accepted in louisiana", "does ptcb get accepted in louisiana"]
    assert codes(about_several(talk(history, vocabulary), "which do employers like more")) == []
    assert codes(about_several(talk(history, vocabulary), "are both accepted")) == ["LA"]
