from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from assistant.generation.spending import DailySpending


class Calendar:
    def __init__(self) -> None:
        self.today = date(2026, 11, 30)

    def __call__(self) -> date:
        return self.today


def test_each_visitor_has_a_share_of_their_own_and_never_less_than_nothing() -> None:
    spending = DailySpending(100, Calendar())
    spending.spend("one", 70)
    spending.spend("one", 50)
    assert (spending.left("one"), spending.left("two")) == (0, 100)


def test_a_new_day_gives_a_new_share() -> None:
    calendar = Calendar()
    spending = DailySpending(100, calendar)
    spending.spend("one", 100)
    calendar.today += timedelta(days=1)
    assert spending.left("one") == 100


def test_zero_sets_no_limit() -> None:
    spending = DailySpending(0, Calendar())
    spending.spend("one", 10**9)
    assert spending.left("one") > 10**9


def test_nothing_spent_at_the_same_moment_is_lost() -> None:
    spending = DailySpending(10_000, Calendar())
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda _: spending.spend("one", 1), range(2_000)))
    assert spending.left("one") == 10_000 - 2_000
