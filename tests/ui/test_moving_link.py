"""An address names a move; what is no state in it is left out with a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guidance.records import load_records
from assistant.guidance.shelf import Shelf, shelf_of
from ui.moving_link import read_link, write_link

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    records = load_records(KNOWLEDGE / "records" / "jurisdictions")
    return shelf_of((record.model_dump_json(exclude_defaults=True) for record in records), {})


@pytest.mark.parametrize(
    ("parameters", "old", "new", "noted"),
    [
        ({"from": "TX", "to": "CO"}, "TX", "CO", 0),
        ({"from": "texas", "to": " Colorado "}, "TX", "CO", 0),
        ({"from": "TX"}, "TX", None, 0),
        ({"to": "Mars"}, None, None, 1),
        ({"from": "Mars", "to": "Venus"}, None, None, 2),
        ({}, None, None, 0),
    ],
    ids=str,
)
def test_an_address_fills_the_page(
    parameters: dict[str, str], old: str | None, new: str | None, noted: int, shelf: Shelf
) -> None:
    chosen = read_link(parameters, shelf)
    assert (chosen.old, chosen.new, len(chosen.notes)) == (old, new, noted)


def test_what_is_written_reads_back(shelf: Shelf) -> None:
    for record in shelf.of_kind("jurisdiction"):
        chosen = read_link(write_link(record.code, "TX"), shelf)
        assert (chosen.old, chosen.new, chosen.notes) == (record.code, "TX", ())
    assert write_link(None, None) == {}
