"""Where the sources are silent the answer says what is missing and whom to ask, then what is near."""

import pytest

from assistant.build import Assistant
from assistant.render import markdown
from assistant.types import Answer
from assistant.wording import Wording
from assistant.wording_missing import MISSING, Whom


def asked(question: str, assistant: Assistant) -> Answer:
    return assistant.chain().answer(question)


@pytest.mark.parametrize(
    ("question", "kind", "whom"),
    [
        ("what discount on food does Publix give its pharmacy techs", "employer", Whom.EMPLOYER),
        (
            "what is the tuition of the technician program at Blue Ridge Community College",
            "school",
            Whom.SCHOOL,
        ),
        ("what does a registration in Scotland cost a pharmacy technician", "abroad", Whom.ABROAD),
        (
            "is there free parking at the Pearson test center in Salem",
            "local",
            Whom.TEST_CENTER,
        ),
    ],
)
def test_what_is_missing_is_said_first_and_then_whom_to_ask(
    question: str, kind: str, whom: str, assistant: Assistant
) -> None:
    answer = asked(question, assistant)
    assert answer.outcome == "not_in_sources"
    assert markdown(answer).startswith(f"{Wording.NOT_COVERED} {MISSING[kind]} {whom}")


def test_the_board_of_the_place_is_named_with_its_source(assistant: Assistant) -> None:
    answer = asked("how long is the queue for registrations at the Nevada board this week", assistant)
    assert answer.outcome == "not_in_sources"
    assert Whom.PLACE in markdown(answer)
    assert any(citation.document.endswith("/nv") for citation in answer.citations)


def test_the_general_fact_follows_where_one_is_near(assistant: Assistant) -> None:
    answer = asked("What do Kroger pharmacy technicians get paid an hour?", assistant)
    assert answer.outcome == "not_in_sources"
    notice, near = markdown(answer).split(Wording.FROM_NEARBY)
    assert MISSING["employer"] in notice
    assert "$" in near


@pytest.mark.parametrize("question", ["how do i renew my tech license", "where do i send my registration"])
def test_what_ones_own_state_decides_is_asked_back_for(question: str, assistant: Assistant) -> None:
    answer = asked(question, assistant)
    assert answer.outcome == "clarify"
    assert "state" in markdown(answer)


def test_a_date_that_a_state_sets_is_asked_back_for(assistant: Assistant) -> None:
    answer = asked("When is my license renewal due? I forgot.", assistant)
    assert answer.outcome == "clarify"
    assert MISSING["own"] in markdown(answer)
    assert Wording.ASK_STATE in markdown(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Does Walmart pay for the PTCE?",
        "Does CVS have an apprenticeship?",
        "How many openings are there a year for pharmacy technicians?",
        "Do apprentices get paid?",
        "What is the pass rate of the PTCE?",
        "What does the VA pay pharmacy technicians?",
    ],
)
def test_what_the_sources_hold_of_a_name_is_answered(question: str, assistant: Assistant) -> None:
    assert asked(question, assistant).outcome == "answered"
