from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.freshness import REVIEW_DAYS, is_overdue
from assistant.types import Source, Tier

REVIEWED = date(2026, 1, 1)
BOARD = Source("board", "Fees", "Board", "", "law-or-board", "2026", REVIEWED.isoformat())


@pytest.mark.parametrize("tier", REVIEW_DAYS)
def test_a_source_is_overdue_on_the_day_after_its_interval(tier: Tier) -> None:
    source = replace(BOARD, tier=tier)
    last = REVIEWED + timedelta(days=REVIEW_DAYS[tier])
    assert not is_overdue(source, last)
    assert is_overdue(source, last + timedelta(days=1))


def test_a_document_of_ones_own_is_never_overdue() -> None:
    assert not is_overdue(replace(BOARD, tier="your-document"), date(2040, 1, 1))


def test_a_review_date_that_cannot_be_read_is_not_judged() -> None:
    assert not is_overdue(replace(BOARD, reviewed="unknown"), date(2040, 1, 1))
