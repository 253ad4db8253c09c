from __future__ import annotations

import pytest

from assistant.judging.quantities import Quantity, agree, quantities, spelled


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The fee is $1,200.", "1200", "$"),
        ("The fee is $50.00.", "50", "$"),
        ("They earn $23.32 an hour.", "23.32", "$/hour"),
        ("They earn $48,500 a year.", "48500", "$/year"),
        ("You need 20 contact hours.", "20", "hour"),
        ("A two-hour course.", "2", "hour"),
        ("It takes twenty-one days.", "21", "day"),
        ("A third of them, or 33.5%.", "33.5", "%"),
        ("66 percent passed.", "66", "%"),
        ("You must be 18 or older.", "18", "age"),
        ("It began in 2019.", "2019", "calendar"),
        ("Your third try.", "3", "th"),
        ("There are 521,800 pharmacy technician jobs.", "521800", "job"),
        ("About 1.5 million prescriptions.", "1500000", ""),
        ("You take it once.", "1", "time"),
        ("Renew every other year.", "2", "year"),
        ("Renew annually.", "1", "year"),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    assert Quantity(value, unit) in quantities(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("by March 31", "3-31-"),
        ("on May 2, 2023", "5-2-2023"),
        ("in May 2025", "5--2025"),
        ("on the 1st of July", "7-1-"),
        ("since 2022-02-14", "2-14-2022"),
        ("since 2/14/2022", "2-14-2022"),
    ],
)
def test_a_date_is_read_whatever_its_form(text: str, date: str) -> None:
    assert quantities(text) == (Quantity(date, "date"),)


def test_the_verb_may_is_no_month() -> None:
    assert quantities("You may renew online.") == ()
    assert "might" in spelled("You may renew online.")


@pytest.mark.parametrize(
    ("said", "stated", "agrees"),
    [
        ("20 hours", "twenty hours", True),
        ("20 hours", "20 days", False),
        ("20 hours", "2 hours", False),
        ("every two years", "each 2-year renewal", True),
        ("once a year", "every 2 years", False),
        ("$50", "50 hours", False),
        ("$20 an hour", "$20 a year", False),
        ("$20", "$20 an hour", True),
        ("March 31", "March 31, 2026", True),
        ("March 31, 2026", "March 31", False),
        ("in March", "by March 31", True),
        ("2026", "March 31, 2026", True),
        ("50%", "50", False),
        ("at 16", "16 years", True),
    ],
)
def test_quantities_agree_in_number_and_unit(said: str, stated: str, agrees: bool) -> None:
    assert all(agree(figure, quantities(stated)) for figure in quantities(said)) is agrees
