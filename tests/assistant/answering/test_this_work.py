""" "This" is the work of a technician where a first question names nothing else that it could be."""

import pytest

from assistant.answering.this_work import with_work_named
from assistant.build import Assistant


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("im 17, can i do this in Tampa", "im 17, can i become a pharmacy technician in Tampa"),
        ("how do I get into this line of work?", "how do I become a pharmacy technician?"),
        ("too old to start this at 55?", "too old to become a pharmacy technician at 55?"),
    ],
)
def test_the_work_is_named(asked: str, named: str) -> None:
    assert with_work_named(asked) == named


@pytest.mark.parametrize(
    "asked",
    [
        "PTCB sent my renewal back, how long do I get to do it again",
        "is there a test and where do I do it",
        "can a tech do this without a pharmacist",
        "how much is this",
        "do techs do it in California",
    ],
)
def test_what_names_something_else_stays(asked: str) -> None:
    assert with_work_named(asked) == asked


def test_a_first_question_of_this_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask("my niece is 17 and wants to do this in Tampa, whats first")
    assert answer.outcome != "declined"
    assert any("Florida" in claim.text for claim in answer.claims())
