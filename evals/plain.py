"""An index -> its documents as plain text with headings, and where each section stands in them.

This is what a text loader would hand to another pipeline. The printable handbook is left out: it
repeats the guides, and its pages are no sections of theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.retrieval.passages import Passages
from assistant.types import Chunk
from evals.measures.rankings import section_key

__all__ = ["PlainDocument", "Span", "plain_documents", "sections_within"]

_LEFT_OUT = "handbook"
_ENOUGH = 0.5  # share of a section, or of a piece, that makes the one show the other


@dataclass(frozen=True, slots=True)
class Span:
    """Where a section's text stands."""

    section: str  # its key
    start: int  # characters from the start of the document's text, 0-based
    end: int  # exclusive


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A document as text: its title, then heading and text of each section."""

    id: str
    text: str
    spans: tuple[Span, ...]


def plain_documents(passages: Passages) -> Iterator[PlainDocument]:
    """All documents but the handbook, by id."""
    for id, title, _ in passages.documents():
        if id != _LEFT_OUT:
            yield _document(id, title, passages.chunks_of_document(id))


def _document(id: str, title: str, chunks: Sequence[Chunk]) -> PlainDocument:
    text, spans = f"# {title}", []
    for section, pieces in groupby(chunks, key=lambda chunk: chunk.section):
        heading = f"## {section}\n\n" if section else ""
        body = heading + "\n".join(piece.text for piece in pieces)
        start = len(text) + 2
        text += f"\n\n{body}"
        spans.append(Span(section_key(id, section), start, len(text)))
    return PlainDocument(id, text, tuple(spans))


def sections_within(document: PlainDocument, start: int, end: int) -> frozenset[str]:
    """The sections that a piece of the text shows.

    It shows a section when it holds half of it, or when half of the piece lies in it.
    """
    return frozenset(span.section for span in document.spans if _shows(span, start, end))


def _shows(span: Span, start: int, end: int) -> bool:
    shared = min(span.end, end) - max(span.start, start)
    return shared > 0 and shared >= _ENOUGH * min(span.end - span.start, end - start)
