from __future__ import annotations

import pytest

from assistant.answering.earnings import asks_earnings


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
