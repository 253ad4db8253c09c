from __future__ import annotations

from pathlib import Path

from assistant.guidance.records import load_records
from assistant.guidance.shelf import Shelf

RECORDS = Path(__file__).resolve().parents[3] / "knowledge" / "records"


def test_a_record_comes_back_from_its_stored_form_as_it_was(shelf: Shelf) -> None:
    assert {record.id: record for record in load_records(RECORDS)} == dict(shelf.records)


def test_records_are_found_by_id_kind_and_place(shelf: Shelf) -> None:
    ohio = shelf.record("oh")
    assert ohio is not None
    assert ohio is shelf.place("OH")
    assert ohio in shelf.of_kind("jurisdiction")
    schools = shelf.place("OH", "programs")
    assert schools is not None
    assert schools.kind == "programs"


def test_what_is_not_there_is_none(shelf: Shelf) -> None:
    assert shelf.record("atlantis") is None
    assert shelf.place("ZZ") is None
    assert shelf.place("OH", "wages") is None


def test_every_source_of_a_statement_is_on_the_shelf(shelf: Shelf) -> None:
    named = {id for record in shelf.records.values() for item in record.statements for id in item.source}
    assert named <= shelf.sources.keys()
