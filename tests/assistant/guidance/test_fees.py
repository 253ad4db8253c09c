"""Money, item by item: what counts, what is an example, and what is unknown."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.guidance.fees import ce_fees, fees_of, school_fees, side_fees
from assistant.guidance.records import Record, parse_record
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Fee


def place(*statements: tuple[str, str, Any]) -> Record:
    listed = [
        {"field": field, "says": says, "value": value, "unit": "USD", "source": "s", "confidence": "high"}
        for field, says, value in (*statements, ("board", "The site is board.example.gov.", None))
    ]
    data = {"id": "xx", "kind": "jurisdiction", "code": "TX", "name": "Texas", "reviewed": "2026-11-22"}
    return parse_record({**data, "statements": listed}, "here")


def amounts(fees: tuple[Fee, ...]) -> list[tuple[float | None, bool]]:
    return [(fee.low, fee.counted) for fee in fees]


def test_a_stated_fee_counts_once_and_variants_do_not(shelf: Shelf) -> None:
    record = place(
        ("application_fee", "It costs $50.", 50), ("application_fee", "On paper it costs $60.", 60)
    )
    assert amounts(fees_of(record, "application_fee", ())) == [(50, True), (60, False)]


@pytest.mark.parametrize(
    ("says", "value"), [("A guide gives $84; ask the board.", None), ("The law caps the fee at $50.", 50)]
)
def test_words_without_a_price_stay_unknown_and_are_shown(says: str, value: int | None) -> None:
    (fee,) = fees_of(place(("application_fee", says, value)), "application_fee", ())
    assert (fee.low, fee.high, fee.counted, fee.line.cited.text) == (None, None, True, says)


def test_a_fee_without_a_statement_names_the_board() -> None:
    (fee,) = fees_of(place(("late_fee", "Late costs $5.", 5)), "application_fee", ())
    assert fee.low is None
    assert "board.example.gov" in fee.line.cited.text


def test_what_only_some_people_pay_is_shown_and_not_counted(shelf: Shelf) -> None:
    listed = amounts(side_fees(shelf.place("OK"), ()))
    assert listed == [(25, False), (10, False)]  # vaccines if you want, a duplicate
    assert amounts(side_fees(shelf.place("AZ"), ())) == [(10, True)]  # the wall license
    assert side_fees(shelf.place("OH"), ()) == ()


def test_a_fee_for_people_who_learn_belongs_to_learning(shelf: Shelf) -> None:
    record = shelf.place("PR")
    assert [fee.low for fee in side_fees(record, (), learning=True)] == [10]
    assert [fee.low for fee in side_fees(record, ())] == [50]


def test_a_range_keeps_both_ends(shelf: Shelf) -> None:
    first = side_fees(shelf.place("NJ"), ())[0]
    assert (first.low, first.high) == (35, 70)


def test_the_price_of_one_school_is_no_price_of_the_route(shelf: Shelf) -> None:
    (fee,) = school_fees(shelf.records["certificate-program"], (), "the school")
    assert fee.low is None
    assert "$6,910" in fee.line.cited.text
    (unknown,) = school_fees(shelf.records["associate-degree"], (), "the school")
    assert unknown.low is None


def test_what_courses_cost_is_unknown(shelf: Shelf) -> None:
    (fee,) = ce_fees(shelf, 24)
    assert (fee.low, fee.every) == (None, 24)


def test_a_credential_s_renewal_has_a_name_of_its_own(shelf: Shelf) -> None:
    (own,) = fees_of(shelf.records["ptcb-cpht"], "renewal_fee", ())
    (state,) = fees_of(shelf.place("OH"), "renewal_fee", ())
    assert own.name != state.name
    assert (own.low, state.low) == (55, 50)
