"""A file -> a Document: its plain text in sections, each with its sentences.

Every parser ends here. Offsets count characters of `Document.text`, which is what a reader sees:
no markup, paragraphs apart by a blank line, "• " before a bullet, "1. " before a step, " | "
between table cells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.types import Chunk, DocumentKind, Sentence, SentenceKind, Source

__all__ = ["Document", "Line", "Section", "build_section", "embeds_sentences", "join_sections", "sha256"]


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line of a section before it has offsets: a paragraph, bullet, step or row."""

    kind: SentenceKind
    prefix: str  # "• ", "1. " or ""
    sentences: tuple[Sentence, ...]  # offsets relative to `text`
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A run of text under one heading or on one page."""

    path: tuple[str, ...]  # headings from the outermost, the document's title left out
    page: int | None  # 1-based
    start: int  # in Document.text
    text: str
    sentences: tuple[Sentence, ...]  # offsets relative to the section's text
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed document, ready to be cut into chunks."""

    id: str  # FoundFile.document_id: stable while the file keeps its place
    title: str
    kind: DocumentKind
    text: str
    sections: tuple[Section, ...]
    source: Source
    topics: tuple[str, ...] = ()
    jurisdiction: str | None = None
    record: str | None = None  # the record's id, when it was made from one
    record_body: str | None = None  # that record as JSON


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def build_section(
    path: Sequence[str],
    lines: Iterable[Line],
    page: int | None = None,
    questions: Sequence[str] = (),
) -> Section:
    """Lines -> a section (start 0); list items stand on consecutive lines, paragraphs apart."""
    text, found, previous = "", [], None
    for line in lines:
        if text:
            text += "\n" if line.kind == previous and line.kind != "paragraph" else "\n\n"
        text += line.prefix
        offset = len(text)
        found += [replace(item, start=item.start + offset, end=item.end + offset) for item in line.sentences]
        text += line.text
        previous = line.kind
    return Section(tuple(path), page, 0, text, tuple(found), tuple(questions))


def join_sections(sections: Iterable[Section]) -> tuple[str, tuple[Section, ...]]:
    """Sections -> the document's text and the sections with their offsets in it."""
    text, placed = "", []
    for section in sections:
        if not section.text:
            continue
        if text:
            text += "\n\n"
        placed.append(replace(section, start=len(text)))
        text += section.text
    return text, tuple(placed)


def embeds_sentences(chunk: Chunk) -> bool:
    """Whether a chunk's sentences are embedded one by one: where they were written to be said singly.

    A line of the list of schools is found by its words, a name and a town, so it needs no vector.
    """
    return chunk.kind in ("guide", "record") and "programs" not in chunk.topics
