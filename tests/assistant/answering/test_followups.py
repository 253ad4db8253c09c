from __future__ import annotations

import pytest

from assistant.answering.followups import Standalone, stand_alone
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.text import terms

CITIES = {"houston": "TX", "cleveland": "OH"}


def rewritten(before: str, question: str, vocabulary: Vocabulary) -> Standalone:
    return stand_alone(question, [before], CITIES, vocabulary)


def codes(text: str) -> list[str]:
    return [place.code for place in find_places(text, CITIES)]


@pytest.mark.parametrize("question", ["and in Ohio?", "it", "tell me more", "no, I meant renewal", ""])
def test_the_first_question_stands_as_it_is(question: str, vocabulary: Vocabulary) -> None:
    assert stand_alone(question, [], CITIES, vocabulary) == Standalone(question, leans=False)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("and in Ohio?", "OH"),
        ("what about NY", "NY"),
        ("how about florida?", "FL"),
        ("ohio", "OH"),
        ("ok and for Georgia", "GA"),
        ("same question for WA", "WA"),
        ("I live in Cleveland", "OH"),
        ("no, Ohio", "OH"),
        ("sorry, I meant Ohio", "OH"),
    ],
)
def test_a_place_alone_asks_the_same_of_another_place(
    question: str, code: str, vocabulary: Vocabulary
) -> None:
    found = rewritten("How do I renew in Texas?", question, vocabulary)
    assert found.leans
    assert codes(found.question) == [code]
    assert "renew" in terms(found.question)


def test_a_place_is_added_where_none_was_named(vocabulary: Vocabulary) -> None:
    found = rewritten("How often do I renew?", "Ohio", vocabulary)
    assert codes(found.question) == ["OH"]
    assert "renew" in terms(found.question)


@pytest.mark.parametrize(
    ("before", "question", "credential", "topic"),
    [
        ("How much does the PTCE cost?", "what about the other one?", "nha-cpht", "cost"),
        ("How much does the ExCPT cost?", "and the other exam?", "ptcb-cpht", "cost"),
        ("How much does the PTCE cost?", "and the ExCPT?", "nha-cpht", "cost"),
        ("How much does the PTCE cost?", "i meant the ExCPT", "nha-cpht", "cost"),
        ("How hard is the ExCPT?", "what about the PTCE?", "ptcb-cpht", "hard"),
    ],
)
def test_another_credential_is_asked_the_same(
    before: str, question: str, credential: str, topic: str, vocabulary: Vocabulary
) -> None:
    found = rewritten(before, question, vocabulary)
    assert found.leans
    assert vocabulary.credentials_of(found.question) == (credential,)
    assert topic in terms(found.question)


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("How long is the PTCE?", "how much is it?", {"ptce", "much"}),
        ("How long is the PTCE?", "how much?", {"ptce"}),
        ("What is the PTCE?", "and how hard is that", {"ptce", "hard"}),
        ("What is sterile compounding?", "is it dangerous?", {"steril", "compound", "danger"}),
        ("What is sterile compounding?", "what does it pay", {"steril", "compound", "pay"}),
        (
            "What does a nuclear pharmacy technician do?",
            "do they need training?",
            {"nuclear", "train"},
        ),
    ],
)
def test_a_pronoun_takes_its_subject_from_the_turn_before(
    before: str, question: str, expected: set[str], vocabulary: Vocabulary
) -> None:
    found = rewritten(before, question, vocabulary)
    assert found.leans
    assert expected - {"much"} <= set(terms(found.question))


@pytest.mark.parametrize(
    ("question", "topic"),
    [("no, I meant renewal", "renew"), ("i meant fees", "fee"), ("actually the age limit", "age")],
)
def test_a_correction_keeps_the_place_and_changes_the_matter(
    question: str, topic: str, vocabulary: Vocabulary
) -> None:
    found = rewritten("How do I apply in Ohio?", question, vocabulary)
    assert found.leans
    assert codes(found.question) == ["OH"]
    assert topic in terms(found.question)


@pytest.mark.parametrize(
    "question",
    ["tell me more", "go on", "ok, tell me more", "what else?", "anything else", "explain"],
)
def test_asking_for_more_keeps_the_subject_and_says_so(question: str, vocabulary: Vocabulary) -> None:
    found = rewritten("What is the PTCE?", question, vocabulary)
    assert found.leans
    assert found.wants_more
    assert vocabulary.credentials_of(found.question) == ("ptcb-cpht",)


def test_there_means_the_place_before(vocabulary: Vocabulary) -> None:
    found = rewritten("How do I renew in Texas?", "can I work there at 16?", vocabulary)
    assert codes(found.question) == ["TX"]
    assert "16" in found.question


@pytest.mark.parametrize(
    "question",
    [
        "Which specialties have little patient contact?",
        "How much does a hospital pharmacy technician earn?",
        "Do I need a high school diploma to become a pharmacy technician?",
        "What is the difference between the PTCE and the ExCPT exam?",
        "What training does sterile compounding require?",
    ],
)
def test_a_new_topic_takes_nothing_from_the_old_one(question: str, vocabulary: Vocabulary) -> None:
    assert rewritten("How do I renew in Texas?", question, vocabulary) == Standalone(question, leans=False)


def test_thanks_before_a_new_topic_change_nothing(vocabulary: Vocabulary) -> None:
    found = rewritten("How do I renew in Texas?", "thanks, and what does the PTCE cost?", vocabulary)
    assert codes(found.question) == []


def test_only_the_last_turn_is_leant_on(vocabulary: Vocabulary) -> None:
    history = ["How do I renew in Texas?", "How long is the PTCE?"]
    found = stand_alone("how much is it?", history, CITIES, vocabulary)
    assert vocabulary.credentials_of(found.question) == ("ptcb-cpht",)
    assert codes(found.question) == []


@pytest.mark.parametrize("question", ["", "?", "...", "ok", "thanks", "it it it", "¿y en Ohio?", "x" * 5_000])
@pytest.mark.parametrize("before", ["", "?", "How do I renew in Texas?", "Técnico — ﬁrst in Ohio?"])
def test_any_two_turns_can_follow_each_other(before: str, question: str, vocabulary: Vocabulary) -> None:
    assert isinstance(rewritten(before, question, vocabulary).question, str)


@pytest.mark.parametrize(
    ("history", "question", "expected"),
    [
        (["how do i start in Texas", "how do i start in Ohio"], "which of them is cheaper?", ["TX", "OH"]),
        (["CE hours in Texas?", "CE hours in Ohio?"], "do both want live hours?", ["TX", "OH"]),
    ],
)
def test_both_means_the_places_of_the_turns_before(
    history: list[str], question: str, expected: list[str], vocabulary: Vocabulary
) -> None:
    assert codes(stand_alone(question, history, CITIES, vocabulary).question) == expected


def test_which_one_means_the_two_credentials_spoken_of(vocabulary: Vocabulary) -> None:
    history = ["How hard is the PTCE?", "How hard is the ExCPT?"]
    found = stand_alone("which one is cheaper", history, CITIES, vocabulary)
    assert set(vocabulary.credentials_of(found.question)) == {"ptcb-cpht", "nha-cpht"}


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("how many ce hours for NHA", "how often", {"ce", "hour", "nha"}),
        ("do i need a license in Texas", "how much?", {"licens", "texa"}),
        ("tell me about nuclear pharmacy", "what does it pay", {"nuclear", "pay"}),
        ("what does a lead tech earn", "no, i meant informatics", {"earn", "informat"}),
        ("how much do techs make in Ohio", "and at a hospital?", {"make", "hospit", "ohio"}),
        ("i have a felony in Ohio", "can i still be a tech", {"feloni", "ohio", "tech"}),
        ("can i start at 16 in Ohio", "and 17?", {"17", "ohio", "start"}),
    ],
)
def test_what_is_left_out_is_taken_over_and_nothing_else(
    before: str, question: str, expected: set[str], vocabulary: Vocabulary
) -> None:
    found = rewritten(before, question, vocabulary)
    assert found.leans
    assert expected <= set(terms(found.question))


def test_a_return_that_names_its_subject_takes_nothing_from_the_aside(vocabulary: Vocabulary) -> None:
    history = ["what does a prior auth specialist do", "what is the ratio in Texas by the way"]
    found = stand_alone("back to prior auth, what does it pay", history, CITIES, vocabulary)
    assert {"prior", "auth", "pay"} <= set(terms(found.question))
    assert codes(found.question) == []


def test_the_first_thing_is_the_first_turn(vocabulary: Vocabulary) -> None:
    history = ["How long is the ExCPT?", "How do I renew in Texas?"]
    found = stand_alone("going back to the first thing, what does it cost?", history, CITIES, vocabulary)
    assert vocabulary.credentials_of(found.question) == ("nha-cpht",)


@pytest.mark.parametrize(
    ("before", "question", "expected", "left"),
    [
        ("can i be a tech with a felony in Ohio", "and PTCB?", {"feloni", "ptcb"}, {"ohio"}),
        (
            "What is the application fee in Ohio",
            "and registration on top?",
            {"fee", "registr", "ohio"},
            set(),
        ),
        ("do i need a license in Ohio", "how much", {"cost", "licens", "ohio"}, set()),
        ("Can techs give shots in Ohio", "is there a certificate for it", {"certif", "shot"}, set()),
        ("do i need a diploma in Ohio", "what about a background check", {"background", "ohio"}, {"diploma"}),
        ("can a felon register in Texas", "what about ce", {"ce", "texa"}, {"felon"}),
        ("can trainees work in Ohio", "what about ce", {"ce", "traine", "ohio"}, set()),
        ("How often do I renew in Texas", "what is the exam fee there", {"exam", "fee", "texa"}, {"renew"}),
    ],
)
def test_a_follow_up_takes_what_it_points_at(
    before: str, question: str, expected: set[str], left: set[str], vocabulary: Vocabulary
) -> None:
    said = set(terms(rewritten(before, question, vocabulary).question))
    assert expected <= said
    assert not left & said


def test_a_credential_stays_what_is_talked_of_when_the_last_turn_named_none(vocabulary: Vocabulary) -> None:
    history = ["how many questions on the PTCE", "do i bring my own calculator"]
    found = stand_alone("whats passing", history, CITIES, vocabulary)
    assert "ptce" in terms(found.question)
    assert "calcul" not in terms(found.question)


def test_a_topic_of_the_last_turn_is_not_driven_out_by_an_older_credential(vocabulary: Vocabulary) -> None:
    history = ["how many questions on the PTCE", "what is nuclear pharmacy like"]
    found = stand_alone("does it pay more", history, CITIES, vocabulary)
    assert "ptce" not in terms(found.question)
