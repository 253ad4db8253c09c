"""A Document -> Chunks. A chunk never crosses a heading or a page.

A section that the encoder can read whole is one chunk. A longer one is split by LangChain's
recursive splitter at paragraphs, then lines, then sentences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.types import Chunk, Sentence
from ingest.documents import Document, Section

__all__ = ["chunk_document"]

# Characters. The bundled text has 4.3 characters a token, so most chunks stay within the encoder's 256
# tokens with room for title and heading; some lists of names run longer, and their vector misses the end.
_MAX_SECTION = 1_000
_SEPARATORS = ["\n\n", "\n", ". ", "? ", "! ", "; ", ", ", " ", ""]


def chunk_document(document: Document) -> list[Chunk]:
    """The chunks of a document in reading order, with ids that depend on place and text only."""
    chunks: list[Chunk] = []
    seen: dict[str, int] = {}
    for section in document.sections:
        for start, text in _pieces(section):
            chunk = _chunk(document, section, start, text)
            seen[chunk.id] = seen.get(chunk.id, 0) + 1
            if seen[chunk.id] > 1:  # the same text twice under one heading
                chunk = replace(chunk, id=f"{chunk.id}-{seen[chunk.id]}")
            chunks.append(chunk)
    return chunks


def _pieces(section: Section) -> Iterator[tuple[int, str]]:
    if len(section.text) <= _MAX_SECTION:
        yield 0, section.text
        return
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=_MAX_SECTION,
        chunk_overlap=0,
        separators=_SEPARATORS,
        keep_separator="end",
        strip_whitespace=True,
    )
    at = 0
    for piece in splitter.split_text(section.text):
        at = section.text.index(piece, at)
        yield at, piece
        at += len(piece)


def _chunk(document: Document, section: Section, start: int, text: str) -> Chunk:
    place = f"{document.id}\n{' > '.join(section.path)}\n{section.page}\n{text}"
    return Chunk(
        id=hashlib.sha256(place.encode("utf-8")).hexdigest()[:20],
        document=document.id,
        title=document.title,
        kind=document.kind,
        section=" > ".join(section.path),
        page=section.page,
        start=section.start + start,
        end=section.start + start + len(text),
        text=text,
        sentences=_sentences_within(section, start, text),
        # Once a section, or its pieces crowd a ranking.
        questions=section.questions if start == 0 else (),
        topics=document.topics,
        jurisdiction=document.jurisdiction,
        source=document.source.id,
    )


def _sentences_within(section: Section, start: int, text: str) -> tuple[Sentence, ...]:
    """The section's sentences within a piece; one that the split cut is kept as the part here."""
    end = start + len(text)
    found = []
    for sentence in section.sentences:
        left, right = max(sentence.start, start), min(sentence.end, end)
        if left < right:
            part = section.text[left:right]
            left += len(part) - len(part.lstrip())
            part = part.strip()
            placed = replace(sentence, text=part, start=left - start, end=left - start + len(part))
            found += [placed] if part else []
    return tuple(found)
