"""The passages of an index -> one entry for each document, to browse by topic, place and reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from assistant.guidance.fields import Kind
from assistant.retrieval.passages import Passages
from assistant.types import Chunk, DocumentKind
from ui.library.shelves import READERS, SHELVES, shelf_of

__all__ = ["Catalog", "Entry", "catalog_of", "search_topic"]

_RECORD_KINDS = frozenset(get_args(Kind))  # a record's topic is its kind, which its shelf says better


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as its card shows it."""

    id: str
    title: str
    kind: DocumentKind
    shelf: str
    state: str | None  # two-letter code, when it speaks of one place only
    headings: tuple[str, ...]  # in reading order, each once
    topics: frozenset[str]
    sources: frozenset[str]  # ids of what its sentences rest on
    pages: int  # of a PDF, else 0
    reviewed: str  # YYYY-MM-DD: when a person last compared it; "" where nobody says so


@dataclass(frozen=True, slots=True)
class Catalog:
    """All documents of one index."""

    entries: Mapping[str, Entry]  # by id, by shelf and then title
    topics: tuple[str, ...]  # the shelves that hold something, then the topics that several documents share

    def chosen(self, topic: str = "", state: str = "", reader: str = "") -> tuple[Entry, ...]:
        """The documents of a topic (a shelf or a document's own topic), a place and a reader; "" is any."""
        shelves = READERS.get(reader, SHELVES)
        found = [entry for entry in self.entries.values() if _is_chosen(entry, topic, state, shelves)]
        return tuple(sorted(found, key=lambda entry: shelves.index(entry.shelf)))


def _is_chosen(entry: Entry, topic: str, state: str, shelves: Sequence[str]) -> bool:
    is_on_it = topic == entry.shelf if topic in SHELVES else topic in ("", *entry.topics)
    return entry.shelf in shelves and is_on_it and state in ("", entry.state)


def search_topic(topic: str) -> str | None:
    """A topic as the index can filter a search by; None for a shelf, which the index does not know."""
    return None if topic in ("", *SHELVES) else topic


@lru_cache(maxsize=2)  # the current index, and the one before it while a visitor still reads there
def catalog_of(passages: Passages) -> Catalog:
    """The catalog of an index; reads every chunk once."""
    entries = [_entry(passages, id, title) for id, title, _ in passages.documents()]
    entries.sort(key=lambda entry: (SHELVES.index(entry.shelf), entry.kind, entry.title.casefold()))
    return Catalog({entry.id: entry for entry in entries}, tuple(_topics(entries)))


def _entry(passages: Passages, id: str, title: str) -> Entry:
    chunks = passages.chunks_of_document(id)
    kind: DocumentKind = chunks[0].kind if chunks else "text"
    return Entry(
        id=id,
        title=title,
        kind=kind,
        shelf=shelf_of(id),
        state=chunks[0].jurisdiction if chunks else None,
        headings=tuple(dict.fromkeys(chunk.section for chunk in chunks if chunk.section)),
        topics=frozenset(topic for chunk in chunks for topic in chunk.topics) - _RECORD_KINDS,
        sources=frozenset(id for chunk in chunks for sentence in chunk.sentences for id in sentence.sources),
        pages=max((chunk.page or 0 for chunk in chunks), default=0),
        reviewed=_reviewed(passages, chunks) if kind in ("guide", "record") else "",
    )


def _reviewed(passages: Passages, chunks: Sequence[Chunk]) -> str:
    reviewed = passages.source(chunks[0].source).reviewed if chunks and chunks[0].source else ""
    return "" if reviewed == "unknown" else reviewed


def _topics(entries: Sequence[Entry]) -> Iterator[str]:
    held = {entry.shelf for entry in entries}
    yield from (shelf for shelf in SHELVES if shelf in held)
    every = [topic for entry in entries for topic in entry.topics]
    yield from sorted(topic for topic in set(every) if every.count(topic) > 1 and topic not in SHELVES)
