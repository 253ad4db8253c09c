"""What people type as a place, against the real table of ZIP codes."""

from __future__ import annotations

import pytest

from assistant.guidance.places_asked import Asked, read_place
from assistant.guidance.shelf import Shelf


@pytest.fixture(scope="session")
def states(shelf: Shelf) -> dict[str | None, str]:
    return {record.code: record.name for record in shelf.of_kind("jurisdiction")}


def read(text: str, states: dict[str | None, str]) -> Asked:
    return read_place(text, states)


@pytest.mark.parametrize(
    ("typed", "kind", "label", "state"),
    [
        ("43215", "zip", "43215 (Columbus, OH)", "OH"),
        (" 43215-1234 ", "zip", "43215 (Columbus, OH)", "OH"),
        ("96910", "zip", "96910 (Hagatna, GU)", "GU"),
        ("DE", "state", "Delaware", "DE"),
        ("delaware", "state", "Delaware", "DE"),
        ("the District of Columbia", "state", "District of Columbia", "DC"),
        ("New York", "state", "New York", "NY"),
        ("New York, NY", "city", "New York, NY", "NY"),
        ("Fargo", "city", "Fargo, ND", "ND"),
        ("fargo north dakota", "city", "Fargo, ND", "ND"),
        ("st. louis", "city", "Saint Louis, MO", "MO"),
        ("winston-salem, nc", "city", "Winston Salem, NC", "NC"),
        ("Springfield, MO", "city", "Springfield, MO", "MO"),
        ("Washington DC", "city", "Washington, DC", "DC"),
    ],
)
def test_a_place_is_understood(
    typed: str, kind: str, label: str, state: str, states: dict[str | None, str]
) -> None:
    asked = read(typed, states)
    assert (asked.kind, asked.label, asked.state, asked.problem) == (kind, label, state, "")
    assert asked.middle is not None


@pytest.mark.parametrize("typed", ["99999", "00000", "123", "4321567890"])
def test_a_zip_code_that_is_none_is_said_to_be_none(typed: str, states: dict[str | None, str]) -> None:
    asked = read(typed, states)
    assert asked.kind == "unknown"
    assert typed in asked.problem
    assert "ZIP code" in asked.problem
    assert asked.middle is None


@pytest.mark.parametrize("typed", ["Atlantis", "Columbus, ZZ", "'; DROP TABLE", "<b>", "", "OH OH OH OH"])
def test_what_is_no_place_is_said_to_be_none(typed: str, states: dict[str | None, str]) -> None:
    asked = read(typed, states)
    assert (asked.kind, asked.middle, asked.others) == ("unknown", None, ())
    assert asked.problem


def test_a_name_of_several_places_asks_which(states: dict[str | None, str]) -> None:
    asked = read("Springfield", states)
    assert asked.kind == "unknown"
    assert "Springfield" in asked.problem
    assert {"Springfield, IL", "Springfield, MA", "Springfield, MO"} <= set(asked.others)
    assert all(read(other, states).kind == "city" for other in asked.others)


def test_the_largest_place_of_a_name_is_meant_and_the_others_offered(states: dict[str | None, str]) -> None:
    asked = read("Fargo", states)
    assert asked.state == "ND"
    assert "Fargo, OK" in asked.others
