"""A number counts as what is asked for only where it is of that kind."""

import pytest

from assistant.answering.amounts import holds_amount
from assistant.answering.understand import Query
from assistant.types import Profile


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("How much does it cost?", "It costs $50.", True),
        ("How much does it cost?", "It takes 20 hours and 6 months.", False),
        ("What does Ohio charge me to renew?", "Ohio technicians renew every 2 years.", False),
        ("What do technicians get paid?", "Technicians work 12-hour shifts.", False),
        ("What is the pass rate?", "The pass rate was 69% in 2026.", True),
        ("What is the pass rate?", "390 passes the exam.", False),
        ("What percent work in retail?", "About half work in drugstores.", True),
        ("How many questions are there?", "There are 90 questions.", True),
        ("How many questions are there?", "The exam is given on a screen.", False),
    ],
)
def test_a_number_of_another_kind_is_no_answer(question: str, text: str, holds: bool) -> None:
    assert holds_amount(Query(question, question, question, Profile()), text) == holds
