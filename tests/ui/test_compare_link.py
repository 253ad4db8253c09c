"""An address names what is compared; what makes no sense in it is left out with a note."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guidance.compare import KINDS, choices
from assistant.guidance.comparison import MOST
from assistant.guidance.records import load_records
from assistant.guidance.shelf import Shelf, shelf_of
from ui.compare_link import read_link, write_link

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    records = load_records(KNOWLEDGE / "records")
    return shelf_of((record.model_dump_json(exclude_defaults=True) for record in records), {})


def test_an_address_fills_the_page(shelf: Shelf) -> None:
    chosen = read_link({"kind": "state", "a": "TX", "b": "co"}, shelf)
    assert (chosen.kind, chosen.ids, chosen.notes) == ("state", ("TX", "CO"), ())


def test_an_empty_address_starts_with_states(shelf: Shelf) -> None:
    chosen = read_link({}, shelf)
    assert (chosen.kind, chosen.ids, chosen.notes) == ("state", (), ())


@pytest.mark.parametrize(
    ("parameters", "ids", "noted"),
    [
        ({"kind": "planet", "a": "TX"}, (), ["planet"]),
        ({"kind": "state", "a": "TX", "b": "Mars"}, ("TX",), ["Mars"]),
        ({"kind": "state", "a": "TX", "b": "TX", "c": ""}, ("TX",), []),
        ({"kind": "exam", "a": "PTCE", "d": "excpt", "z": "x"}, ("ptcb-cpht", "nha-cpht"), []),
        ({"kind": "state", "a": "<script>alert(1)</script>"}, (), ["<script>"]),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_left_out_with_a_note(
    parameters: dict[str, str], ids: tuple[str, ...], noted: list[str], shelf: Shelf
) -> None:
    chosen = read_link(parameters, shelf)
    assert chosen.ids == ids
    assert len(chosen.notes) == len(noted)
    assert all(word in note for word, note in zip(noted, chosen.notes, strict=True))


@given(st.data())
def test_what_is_written_reads_back(shelf: Shelf, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    known = st.sampled_from(sorted(choices(shelf, kind)))
    ids = tuple(data.draw(st.lists(known, max_size=MOST, unique=True)))
    chosen = read_link(write_link(kind, ids), shelf)
    assert (chosen.kind, chosen.ids, chosen.notes) == (kind, ids, ())
