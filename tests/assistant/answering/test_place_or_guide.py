"""Scores of sections are read as odds of the place's own sections, and as a lead over the guides."""

import math

import pytest
from assistant_samples import make_chunk

from assistant.answering.by_section import W_RANKING, SectionScore
from assistant.answering.place_or_guide import lead_of, shares_of


def section(document: str, name: str, score: float, place: str | None = None) -> SectionScore:
    return SectionScore(document, name, make_chunk(name, "Text.", jurisdiction=place), score)


RANKED = [
    section("guides/pay/pay", "What is paid?", 3.0),
    section("records/jurisdiction/oh", "Fees", 2.5, "OH"),
    section("records/jurisdiction/oh", "Renewal", 2.5 - W_RANKING * math.log(3), "OH"),
    section("records/jurisdiction/tx", "Fees", 2.4, "TX"),
]


def test_the_lead_is_over_what_is_of_no_place() -> None:
    assert lead_of(RANKED, "OH") == pytest.approx(-0.5)
    assert lead_of(RANKED[1:], "OH") == math.inf
    assert lead_of(RANKED, "UT") == -math.inf


def test_the_shares_are_odds_of_the_places_own_sections() -> None:
    assert shares_of(RANKED, "OH") == pytest.approx({"Fees": 0.75, "Renewal": 0.25})
    assert shares_of(RANKED, "UT") == {}
