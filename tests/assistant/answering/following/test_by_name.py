from __future__ import annotations

import pytest

from assistant.answering.following.by_name import by_name
from assistant.answering.vocabulary import Vocabulary

CSPT = "You earn the CSPT (Certified Compounded Sterile Preparation Technician) from PTCB."


def test_a_thing_is_called_by_the_name_that_was_answered(vocabulary: Vocabulary) -> None:
    assert (
        by_name("whats the ptcb sterile thing called", CSPT, vocabulary)
        == "whats the cspt sterile thing called"
    )


def test_the_name_is_added_where_no_certifier_was_named(vocabulary: Vocabulary) -> None:
    assert by_name("which certification is for sterile compounding", CSPT, vocabulary).endswith(" cspt")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("what does the ptce cost", CSPT),
        ("how hard is the exam", CSPT),
        ("is the cpht-adv a certification", CSPT),
        ("whats the ptcb sterile thing called", ""),
        ("is there a ptcb thing for that", "PTCB and NHA both certify technicians."),
        ("which certification is best", "The CSPT and the CPhT-Adv are both from PTCB."),
    ],
)
def test_a_question_that_says_what_it_means_or_an_answer_that_names_no_one_thing_changes_nothing(
    asked: str, answered: str, vocabulary: Vocabulary
) -> None:
    assert by_name(asked, answered, vocabulary) == asked
