"""Renewal days, out of sentences."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.deadlines import lapses, late_from, next_renewal, opening
from assistant.guidance.records import Record, parse_record
from assistant.guidance.shelf import Shelf

START = date(2026, 12, 1)


def place(says: str, years: int, confidence: str = "high") -> Record:
    def statement(field: str, says: str, **more: object) -> dict[str, object]:
        return {"field": field, "says": says, "source": "s", "confidence": confidence, **more}

    statements = [
        statement("renewal_deadline", says),
        statement("renewal_cycle", "You renew.", value=years, unit="years"),
    ]
    return parse_record(
        {"id": "xx", "kind": "jurisdiction", "code": "TX", "name": "X", "reviewed": "2026-11-22", "statements": statements},
        "here",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("says", "years", "day"),
    [
        ("All registrations expire on March 31 each year.", 1, date(2027, 3, 31)),
        ("It ends on June 30 of odd-numbered years.", 2, date(2027, 6, 30)),
        ("It ends on June 30 of even years.", 2, date(2028, 6, 30)),
        ("Technicians renew before July 1.", 1, date(2027, 6, 30)),
        ("It ends on December 31.", 1, date(2026, 12, 31)),
        ("It ends on June 30.", 2, None),  # which year?
        ("It ends on March 31 of even years. Others end on September 30 of even years.", 2, None),
        ("A guide gives March 31 each year.", 1, None),
        ("Licenses run to December 31, 2026, and end on your birthday.", 1, None),
        ("Renew by November 1. A number that ends in an even number renews in even-numbered years.", 2, None),
    ],
)
def test_only_a_day_without_doubt_becomes_a_date(says: str, years: int, day: date | None) -> None:
    found = next_renewal(place(says, years), START)
    assert (found[0] if found else None) == day


def test_a_lone_weak_source_gives_no_date() -> None:
    assert next_renewal(place("It ends on March 31 each year.", 1, "low"), START) is None


def test_ptcb_s_window_opens_and_closes_as_its_record_says(shelf: Shelf) -> None:
    credential = shelf.records["ptcb-cpht"]
    assert opening(credential, date(2027, 5, 31)) == date(2027, 4, 1)  # 60 days before
    late = late_from(credential, date(2027, 5, 31))
    assert late is not None
    assert late[0] == min(date(2027, 5, 1), date(2027, 5, 1))  # first of the month, and 30 days before
    lapsed = lapses(credential, date(2026, 3, 31))
    assert lapsed is not None
    assert lapsed[0] == date(2027, 3, 31)
