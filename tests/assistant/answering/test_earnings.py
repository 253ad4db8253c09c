from __future__ import annotations

import pytest

from assistant.answering.earnings import asks_earnings, asks_what_to_pay


@pytest.mark.parametrize(
    ("question", "earnings"),
    [
        ("how much does a tech make to start in Ohio", True),
        ("what are techs paid in Texas", True),
        ("how much does it cost to become a tech in Ohio", False),
        ("what is the fee, and do I get paid in training", False),
        ("how much is it to start in Ohio", False),
    ],
)
def test_earnings_are_told_from_a_price(question: str, earnings: bool) -> None:
    assert asks_earnings(question) is earnings


@pytest.mark.parametrize(
    ("question", "to_pay"),
    [
        ("how much do i pay california to apply for tech license", True),
        ("what do we have to pay for the fingerprints", True),
        ("is it normal to pay to sit for the exam", True),
        ("does ohio pay more for certified techs", False),
        ("what do they pay in Texas", False),
        ("is it worth the pay to move", False),
    ],
)
def test_what_has_to_be_paid_is_told_from_what_is_earned(question: str, to_pay: bool) -> None:
    assert asks_what_to_pay(question) is to_pay
