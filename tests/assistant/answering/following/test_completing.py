from __future__ import annotations

import pytest

from assistant.answering.following.completing import completed
from assistant.answering.following.talk import Talk
from assistant.answering.vocabulary import Vocabulary
from assistant.text import terms


def whole(before: str, question: str, vocabulary: Vocabulary) -> str:
    return completed(Talk([before], {}, vocabulary), question)


@pytest.mark.parametrize(
    "question", ["what if she waits a year", "and if she already has the ptcb", "even if my store trains me"]
)
def test_a_condition_is_hung_on_the_question_before(question: str, vocabulary: Vocabulary) -> None:
    found = whole("can she start at 17 in Arizona", question, vocabulary)
    assert found.startswith("can she start at 17 in arizona if ")


def test_a_second_condition_takes_the_place_of_the_first(vocabulary: Vocabulary) -> None:
    found = whole("can she start in Arizona if she waits", "what if she moves", vocabulary)
    assert found == "can she start in arizona if she moves"


def test_a_condition_that_asks_something_itself_is_read_by_itself(vocabulary: Vocabulary) -> None:
    found = whole("how long is the ptce", "if i fail can i take it again", vocabulary)
    assert "how long" not in found


@pytest.mark.parametrize("question", ["how much total", "whats the total", "how much is it all together"])
def test_a_total_is_what_it_costs_to_get_there(question: str, vocabulary: Vocabulary) -> None:
    found = whole("what do i need to start in Ohio", question, vocabulary)
    assert {"cost", "total", "becom", "ohio"} <= set(terms(found))


def test_a_price_of_the_certifier_is_not_asked_of_the_place(vocabulary: Vocabulary) -> None:
    found = whole("can i check another tech in Ohio", "is the ptcb certificate for it expensive", vocabulary)
    assert "ohio" not in terms(found)


def test_the_board_is_not_replaced_by_what_was_spoken_of(vocabulary: Vocabulary) -> None:
    found = whole("how do i renew in Ohio", "can they audit me", vocabulary)
    assert found.startswith("can they audit me")
    assert "ohio" in terms(found)


@pytest.mark.parametrize(
    ("before", "question", "left"),
    [
        ("my cousin hates her job, is it worth it in Ohio", "is there an exam", {"hate", "cousin"}),
        ("lol idk can i even start tomorrow in Ohio", "is there an exam", {"lol", "idk", "tomorrow"}),
    ],
)
def test_what_was_only_told_beside_is_not_taken_over(
    before: str, question: str, left: set[str], vocabulary: Vocabulary
) -> None:
    assert not left & set(terms(whole(before, question, vocabulary)))


def test_hours_spoken_of_stay_what_is_meant(vocabulary: Vocabulary) -> None:
    found = whole("how many ce hours do i have left for ptcb", "where can i get them free", vocabulary)
    assert {"ptcb", "ce", "free"} <= set(terms(found))


def test_a_word_within_a_word_is_no_pronoun(vocabulary: Vocabulary) -> None:
    found = whole("what is nuclear pharmacy", "is one for someone shy", vocabulary)
    assert "someone" in found


def test_what_else_asks_for_other_than_what_was_spoken_of(vocabulary: Vocabulary) -> None:
    found = whole("can techs vaccinate in Ohio", "what else can techs check there", vocabulary)
    assert "vaccin" not in terms(found)
    assert "ohio" in terms(found)


@pytest.mark.parametrize("question", ["how hard is it", "how long do they give you", "can i take it at home"])
def test_what_the_exam_is_like_is_not_a_matter_of_the_place(question: str, vocabulary: Vocabulary) -> None:
    found = whole("what exam do they take in Iowa", question, vocabulary)
    assert "exam" in terms(found)
    assert "iowa" not in terms(found)


def test_whether_the_exam_is_needed_is_a_matter_of_the_place(vocabulary: Vocabulary) -> None:
    assert "iowa" in terms(whole("what exam do they take in Iowa", "do i have to take it", vocabulary))


def test_how_much_more_is_asked_of_the_pay(vocabulary: Vocabulary) -> None:
    found = whole("do techs get paid more with certification", "like how much more", vocabulary)
    assert {"paid", "certif"} <= set(terms(found))


@pytest.mark.parametrize("question", ["requirements for it?", "is it hard", "does it expire"])
def test_of_a_job_and_its_certificate_the_certificate_is_meant(question: str, vocabulary: Vocabulary) -> None:
    found = whole("is there a certificate for a buyer", question, vocabulary)
    assert {"buyer", "certif"} <= set(terms(found))


def test_doing_it_is_doing_what_was_spoken_of(vocabulary: Vocabulary) -> None:
    found = whole(
        "what is a normal day like in sterile compounding", "can u do it while pregnant", vocabulary
    )
    assert found == "can u do sterile compounding while pregnant"


def test_being_made_to_do_it_needs_all_that_was_told(vocabulary: Vocabulary) -> None:
    before = "i mix chemo and am pregnant, can i get other duties"
    assert before in whole(before, "is my employer forced to do it", vocabulary)


def test_what_holds_in_any_state_is_not_asked_of_one(vocabulary: Vocabulary) -> None:
    found = whole("how many techs per pharmacist in Ohio", "is there a state with no limit", vocabulary)
    assert "ohio" not in terms(found)


def test_being_late_is_a_question_of_its_own_and_no_condition(vocabulary: Vocabulary) -> None:
    found = whole("can i do the ce online in Texas", "what if im a month late", vocabulary)
    assert {"late", "texa"} <= set(terms(found))
    assert " if " not in found
