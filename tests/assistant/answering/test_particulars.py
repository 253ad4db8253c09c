"""What no source keeps is known by the shape of the question, and what the sources speak of is not."""

import pytest

from assistant.answering.particulars import asks_ahead, asks_particulars, misses_particulars


@pytest.mark.parametrize(
    ("question", "particular"),
    [
        ("Who is the executive director of the board?", True),
        ("Are there exam dates open next week?", True),
        ("When does the next class begin?", True),
        ("has my Ohio registration been approved yet?", True),
        ("did i pass the test", True),
        ("where is my certificate, it was mailed", True),
        ("how do I register as a technician in Canada", True),
        ("How many people applied last year?", True),
        ("I am a pharmacist from India, what are the requirements in Texas?", False),
        ("Can I take the PTCE in Nigeria?", False),
        ("Do technicians in New Mexico need a license?", False),
        ("failed the exam today, when can I try again?", False),
        ("Can I renew if I am not working right now?", False),
        ("Do technicians wear scrubs?", False),
        ("Can I start next fall?", False),
        ("My pharmacy was sued, am I liable?", False),
        ("Is my employer forced to pay for it?", False),
        ("How do I renew in Ohio?", False),
        ("How much does the PTCE cost?", False),
        ("Who decides on reciprocity?", False),
        ("who can take the exam", False),
    ],
)
def test_what_is_live_or_private_is_known(question: str, particular: bool) -> None:
    assert asks_particulars(question) == particular


@pytest.mark.parametrize(
    ("question", "found", "misses"),
    [
        ("What color scrubs does the shop want?", ["Technicians work in shops."], True),
        ("Do technicians wear scrubs?", ["Most technicians wear scrubs."], False),
        ("What does the exam cost?", [], False),
    ],
)
def test_a_detail_is_missed_where_no_sentence_speaks_of_it(
    question: str, found: list[str], misses: bool
) -> None:
    assert misses_particulars(question, found) == misses


@pytest.mark.parametrize(
    ("question", "found", "ahead"),
    [
        ("What will the exam cost in 2031?", ["The exam costs $129 since 2025."], True),
        ("What is the job outlook to 2034?", ["Jobs grow 6 percent from 2024 to 2034."], False),
        ("I have a felony from 2012. Can I register?", ["Boards decide case by case."], False),
    ],
)
def test_a_coming_year_is_missed_where_no_sentence_speaks_of_it(
    question: str, found: list[str], ahead: bool
) -> None:
    assert asks_ahead(question, found, 2026) == ahead
