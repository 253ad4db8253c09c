from __future__ import annotations

import pytest

from assistant.answering.places import PLACE_WORDS
from assistant.answering.spelling import Speller
from assistant.answering.understand import Query, Understanding, is_comparison, is_yes_no
from assistant.answering.vocabulary import Vocabulary
from assistant.types import Profile, Turn


@pytest.fixture(scope="module")
def understanding(vocabulary: Vocabulary) -> Understanding:
    speller = Speller({"pharmacy": 9, "renewal": 9, "technician": 9}, lambda word: True, PLACE_WORDS)
    return Understanding(vocabulary, speller, {"cleveland": "OH"})


def aspects(query: Query) -> set[str]:
    return {aspect.name for aspect in query.aspects}


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How much does it cost to renew?", {"fee", "renewal"}),
        ("How many CE hours do I need?", {"ce"}),
        ("Can I start at 16?", {"age"}),
        ("can techs give flu shots", {"vaccines"}),
        ("my license lapsed", {"late"}),
        ("what is the ratio", {"ratio"}),
        ("I have a felony", {"criminal"}),
        ("I'm moving from Texas to Ohio", {"transfer"}),
        ("tech-check-tech allowed?", {"verification"}),
    ],
)
def test_what_is_asked_about_is_read(question: str, named: set[str], understanding: Understanding) -> None:
    assert named <= aspects(understanding.read(question))


def test_place_credential_and_age_are_read(understanding: Understanding) -> None:
    query = understanding.read("I'm 17 and live in Cleveland. Can I take the PTCE?")
    assert (query.states, query.credentials, query.age, query.yes_no) == (
        ("OH",),
        ("ptcb-cpht",),
        17,
        True,
    )
    assert (query.profile.state, query.profile.age) == ("OH", 17)


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("I'm 16", 16),
        ("my son is 15, can he start", 15),
        ("a 17-year-old in Ohio", 17),
        ("17 yo", 17),
        ("turning 18 soon", 18),
        ("is 20 hours enough", None),
        ("20 CE hours", None),
        ("at 50 dollars", None),
        ("is 90% enough", None),
        ("How old must I be?", None),
    ],
)
def test_an_age_is_told_from_other_numbers(
    question: str, age: int | None, understanding: Understanding
) -> None:
    assert understanding.read(question).age == age


@pytest.mark.parametrize(
    ("question", "target", "states"),
    [
        ("I'm moving from Texas to Colorado", "CO", ("TX", "CO")),
        ("I want to move to Colorado from Texas", "CO", ("CO", "TX")),
        ("I worked in Ohio, can I work in Florida", "FL", ("OH", "FL")),
        ("How do I renew in Ohio?", "OH", ("OH",)),
        ("How do I renew?", None, ()),
    ],
)
def test_the_place_asked_about_is_where_one_goes(
    question: str, target: str | None, states: tuple[str, ...], understanding: Understanding
) -> None:
    query = understanding.read(question)
    assert (query.target, query.states) == (target, states)


def test_who_moves_is_then_of_the_new_place(understanding: Understanding) -> None:
    assert understanding.read("I'm moving from Texas to Colorado").profile.state == "CO"


def test_a_comparison_of_two_places_makes_neither_the_person_s_own(
    understanding: Understanding,
) -> None:
    query = understanding.read("Compare Texas and Ohio renewal")
    assert query.compares_places
    assert query.profile.state is None


def test_a_move_is_no_comparison(understanding: Understanding) -> None:
    assert not understanding.read("Is it better to move from Texas to Ohio?").compares_places


def test_the_profile_is_kept_and_what_is_new_is_added(understanding: Understanding) -> None:
    known = Profile(state="OH", stage="student", settings=("hospital-pharmacy",))
    query = understanding.read("I'm 17, what does it cost?", profile=known)
    assert query.profile == Profile(state="OH", stage="student", settings=("hospital-pharmacy",), age=17)
    assert query.state == "OH"


def test_a_place_named_wins_over_the_person_s_own(understanding: Understanding) -> None:
    assert understanding.read("How do I renew in Texas?", profile=Profile(state="OH")).state == "TX"


@pytest.mark.parametrize(
    ("question", "stage", "credential"),
    [
        ("I'm a student", "student", None),
        ("I am a pharmacy tech trainee", "trainee", None),
        ("I'm PTCB certified, what next", "certified", "ptcb-cpht"),
        ("i already have my cpht", None, None),
        ("I have been a technician for 10 years", "experienced", None),
        ("How do I become a student?", None, None),
    ],
)
def test_the_stage_is_read_from_what_a_person_says_of_themself(
    question: str, stage: str | None, credential: str | None, understanding: Understanding
) -> None:
    profile = understanding.read(question).profile
    assert (profile.stage, profile.credential) == (stage, credential)


@pytest.mark.parametrize(
    "question",
    [
        "Can I start at 16?",
        "Do I need a diploma?",
        "i have a felony, can i still register",
        "Is the PTCE hard?",
        "wondering if can I give shots",
        "so do they need training",
        "Does Ohio require certification?",
    ],
)
def test_yes_no_questions_are_known(question: str) -> None:
    assert is_yes_no(question)


@pytest.mark.parametrize(
    "question",
    [
        "How do I renew?",
        "What does it cost?",
        "how much is it",
        "Which exam should I take?",
        "renewal Ohio",
        "Tell me about nuclear pharmacy",
        "What can I do with a CPhT?",
        "",
    ],
)
def test_other_questions_are_not(question: str) -> None:
    assert not is_yes_no(question)


@pytest.mark.parametrize(
    ("question", "compares"),
    [
        ("PTCE vs ExCPT", True),
        ("What is the difference between them?", True),
        ("Is Ohio better than Texas?", True),
        ("How do I renew?", False),
        ("my order history", False),
    ],
)
def test_a_comparison_is_known(question: str, compares: bool) -> None:
    assert is_comparison(question) == compares


def test_slips_are_corrected_and_nicknames_spelled_out_for_the_search(
    vocabulary: Vocabulary,
) -> None:
    speller = Speller({"renewal": 9}, lambda word: False)
    query = Understanding(vocabulary, speller, {}).read("iv tech renewl")
    assert "renewal" in query.standalone
    assert "sterile compounding" in query.search_text
    assert query.question == "iv tech renewl"


def test_a_follow_up_is_read_with_its_conversation(understanding: Understanding) -> None:
    history = [Turn("How do I renew in Texas?", "How do I renew in Texas?")]
    query = understanding.read("and in Ohio?", history)
    assert query.leans
    assert query.states == ("OH",)
    assert "renewal" in aspects(query)
    assert query.profile.state == "OH"


def test_a_question_that_must_be_declined_is_read_no_further(understanding: Understanding) -> None:
    query = understanding.read("How much ibuprofen can I take in Texas?", profile=Profile(state="OH"))
    assert query.refusal == "clinical"
    assert query.profile == Profile(state="OH")
    assert query.states == ()


def test_a_declined_turn_is_not_leant_on(understanding: Understanding) -> None:
    history = [
        Turn("How do I renew in Texas?", "How do I renew in Texas?"),
        Turn("can I mix xanax with alcohol", "can I mix xanax with alcohol"),
    ]
    query = understanding.read("and in Ohio?", history)
    assert "renewal" in aspects(query)


@pytest.mark.parametrize("text", ["", " ", "?", "\n", "🎉", "x" * 3_000, "Ohio " * 500, "\x00"])
def test_any_text_can_be_read(text: str, understanding: Understanding) -> None:
    assert understanding.read(text).question == text
