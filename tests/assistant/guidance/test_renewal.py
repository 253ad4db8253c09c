"""CE hours against what certifier and state require."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.renewal import CeKind, CeRow, ce_ledger, hour_words, reinstatement_rows
from assistant.guidance.request import CeDone
from assistant.guidance.shelf import Shelf

DONE = CeDone(general=8, law=1, safety=0, live=2)


def missing(rows: tuple[CeRow, ...]) -> dict[CeKind, float | None]:
    return {row.kind: row.missing for row in rows}


def test_each_body_is_asked_for_itself(shelf: Shelf) -> None:
    ledger = ce_ledger(shelf.records["ptcb-cpht"], shelf.place("UT"), DONE, date(2027, 5, 1))
    assert ledger.bodies() == ("PTCB certification (CPhT)", "Utah")
    certifier, state = (ledger.rows_of(body) for body in ledger.bodies())
    assert missing(certifier) == {"total": 20 - 9, "law": 0, "safety": 1}
    assert missing(state) == {"total": 20 - 9, "law": 0, "live": 6 - 2}
    assert {row.by for row in certifier} == {date(2027, 5, 1)}
    assert {row.by for row in state} == {None}


@pytest.mark.parametrize("code", ["KY", "NY", "WA"])
def test_an_unknown_requirement_stays_unknown(shelf: Shelf, code: str) -> None:
    (row,) = ce_ledger(None, shelf.place(code), DONE).rows
    assert (row.needed, row.missing) == (None, None)
    assert row.cited.support
    assert "Still to do" not in row.line().text


def test_none_required_is_not_unknown(shelf: Shelf) -> None:
    (row,) = ce_ledger(None, shelf.place("NC"), CeDone()).rows
    assert (row.needed, row.missing) == (0, 0)


def test_more_than_enough_is_not_negative(shelf: Shelf) -> None:
    rows = ce_ledger(shelf.records["nha-cpht"], None, CeDone(30, 5, 5)).rows
    assert {row.missing for row in rows} == {0}


def test_no_unknown_becomes_a_number_in_any_place(shelf: Shelf) -> None:
    for place in shelf.of_kind("jurisdiction"):
        for row in ce_ledger(None, place, CeDone()).rows:
            stated = [
                s
                for s in place.statements_of("ce_hours", "ce_law_hours", "ce_safety_hours", "ce_live_hours")
                if s.unit == "hours"
            ]
            assert row.needed is None or row.needed in [s.value for s in stated]


def test_coming_back_can_take_more_than_a_renewal(shelf: Shelf) -> None:
    rows = reinstatement_rows(shelf.records["ptcb-cpht"], DONE, None)
    assert {row.kind: row.needed for row in rows} == {"total": 20, "law": 2, "safety": 1}


def test_hours_are_counted_in_words() -> None:
    assert [hour_words(n) for n in (0, 1, 1.5)] == ["0 hours", "1 hour", "1.5 hours"]
