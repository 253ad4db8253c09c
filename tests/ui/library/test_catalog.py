"""The catalog holds every document and is narrowed by topic, place and reader."""

from __future__ import annotations

import pytest

from assistant.retrieval.passages import Passages
from ui.library.catalog import Catalog, search_topic
from ui.library.shelves import READERS, SHELVES


def test_every_document_is_in_it_once(catalog: Catalog, passages: Passages) -> None:
    assert sorted(catalog.entries) == [id for id, _, _ in passages.documents()]
    assert set(catalog.chosen()) == set(catalog.entries.values())


def test_an_entry_says_what_its_card_shows(catalog: Catalog) -> None:
    entry = catalog.entries["records/jurisdiction/oh"]
    assert (entry.shelf, entry.state, entry.kind) == ("states", "OH", "record")
    assert "Fees" in entry.headings
    assert entry.sources
    assert len(entry.reviewed) == len("2026-11-22")


@pytest.mark.parametrize("topic", SHELVES)
def test_a_shelf_shows_what_stands_on_it_and_no_more(catalog: Catalog, topic: str) -> None:
    assert {entry.shelf for entry in catalog.chosen(topic=topic)} <= {topic}


def test_a_topic_that_documents_share_shows_them_on_any_shelf(catalog: Catalog) -> None:
    topic = next(topic for topic in catalog.topics if topic not in SHELVES)
    found = catalog.chosen(topic=topic)
    assert len(found) > 1
    assert all(topic in entry.topics for entry in found)


def test_a_place_shows_its_own_documents(catalog: Catalog) -> None:
    assert {entry.state for entry in catalog.chosen(state="OH")} == {"OH"}


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_sees_first_what_is_needed_first(catalog: Catalog, reader: str) -> None:
    shelves = [entry.shelf for entry in catalog.chosen(reader=reader)]
    assert shelves == sorted(shelves, key=READERS[reader].index)
    assert set(shelves) < {entry.shelf for entry in catalog.entries.values()}


@pytest.mark.parametrize(("topic", "asked"), [("", None), ("renewal", None), ("vaccines", "vaccines")])
def test_the_index_is_asked_for_its_own_topics_only(topic: str, asked: str | None) -> None:
    assert search_topic(topic) == asked
