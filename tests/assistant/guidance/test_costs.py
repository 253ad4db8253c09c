"""What a way costs: sums over what is known, and an honest count of the rest."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.costs import costs, dollars
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf

START = date(2026, 12, 1)


def way(state: str, route: str = "employer-training", **more: str) -> Request:
    return Request("become", START, state, route=route, **more)  # type: ignore[arg-type]


def test_a_total_runs_over_what_is_known_and_counts_the_rest(shelf: Shelf) -> None:
    found = costs(way("AL"), shelf)
    assert (found.first_year.low, found.first_year.unknown) == (60 + 4 + 40, 1)  # the training is unknown
    assert found.first_year.cited.text == "To get started: at least $104. 1 item is not known."
    assert {item.fee.name for item in found.once if item.unknown} == {"Training"}


def test_renewals_are_spread_over_the_years_of_their_cycles(shelf: Shelf) -> None:
    found = costs(way("LA"), shelf)
    assert found.each_year.low == 60 / 1 + 55 / 2


def test_a_renewal_without_a_cycle_is_unknown_per_year(shelf: Shelf) -> None:
    found = costs(way("MT"), shelf)
    (renewal,) = [item for item in found.again if item.step == "keep"]
    assert (renewal.fee.low, renewal.fee.every) == (30, 0)
    assert found.each_year.low == 55 / 2
    assert found.each_year.unknown == 1 + 1  # that renewal, and courses


def test_nothing_known_gives_no_amount(shelf: Shelf) -> None:
    found = costs(way("AK"), shelf)
    assert found.first_year.low == 0
    assert "$" not in found.first_year.cited.text


def test_a_range_gives_a_range(shelf: Shelf) -> None:
    found = costs(way("NJ"), shelf)
    assert (found.first_year.low, found.first_year.high) == (50 + 35, 50 + 70)


def test_what_is_a_choice_is_listed_and_not_added(shelf: Shelf) -> None:
    without, chosen = costs(way("FL"), shelf), costs(way("FL", exam="ptce"), shelf)
    assert chosen.first_year.low == without.first_year.low
    assert [item.fee.low for item in chosen.once if item.optional] == [129]


def test_every_place_and_route_adds_up(shelf: Shelf) -> None:
    for place in shelf.of_kind("jurisdiction"):
        for route in shelf.of_kind("education"):
            found = costs(way(place.code or "", route.id), shelf)
            counted = [item.fee for item in found.once if item.counted]
            assert found.first_year.low == sum(fee.low or 0 for fee in counted)
            assert found.first_year.low <= found.first_year.high
            assert found.first_year.unknown == sum(item.unknown for item in found.once)
            assert all(item.fee.low is None for item in (*found.once, *found.again) if item.unknown)
            for line in found.lines():
                assert carried(line.cited)
                assert line.cited.support or "Our sources do not say" in line.cited.text


@pytest.mark.parametrize(("amount", "words"), [(50, "$50"), (46.25, "$46.25"), (1999, "$1,999")])
def test_dollars_are_written_for_people(amount: float, words: str) -> None:
    assert dollars(amount) == words
