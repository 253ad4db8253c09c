"""Every document has a shelf, and every shelf a name and a reader."""

from __future__ import annotations

import pytest

from assistant.guidance.fields import FIELDS
from ui.library.shelves import READERS, SHELVES, shelf_of
from ui.wording_library import READER_NAMES, SHELF_WORDS


@pytest.mark.parametrize(
    ("document", "shelf"),
    [
        ("guides/renewal/ce-basics", "renewal"),
        ("records/jurisdiction/oh", "states"),
        ("records/ce_provider/ashp", "renewal"),
        ("handbook", "handbook"),
        ("handouts/our-rules.md", "documents"),
        ("records/of-our-own", "documents"),
        ("guides/unheard-of/x", "documents"),
    ],
)
def test_a_document_stands_on_its_shelf(document: str, shelf: str) -> None:
    assert shelf_of(document) == shelf


def test_every_kind_of_record_has_a_shelf_of_its_own_subject() -> None:
    assert [kind for kind in FIELDS if shelf_of(f"records/{kind}/x") == "documents"] == []


def test_every_shelf_and_reader_has_words_and_every_shelf_a_reader() -> None:
    assert set(SHELF_WORDS) == set(SHELVES)
    assert set(READER_NAMES) == set(READERS)
    assert {shelf for shelves in READERS.values() for shelf in shelves} == set(SHELVES)
