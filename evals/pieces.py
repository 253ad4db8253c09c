"""An index -> the same text cut into pieces of another size, each with its vectors.

A piece stays within its section, and a section's questions belong to its first piece, as ingest has
it. The printable handbook is left out, because it repeats the guides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import HANDBOOK
from assistant.types import Chunk
from evals.measures.rankings import section_key

__all__ = ["Piece", "cut"]

_SEPARATORS = ["\n\n", "\n", ". ", "? ", "! ", "; ", ", ", " ", ""]  # those of ingest


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one section: what is found."""

    section: str  # its key
    text: str
    title: str
    heading: str
    questions: tuple[str, ...]
    own: Vectors  # the vector of its text, shape (384,)
    asked: Vectors  # those of heading and questions, shape (any, 384)


@dataclass(frozen=True, slots=True)
class _Section:
    """A section as the index holds it, its chunks in order."""

    chunks: tuple[Chunk, ...]

    @property
    def text(self) -> str:
        return "\n".join(chunk.text for chunk in self.chunks)


def cut(index: Index, size: int) -> list[Piece]:
    """The pieces of all sections.

    Args:
        index: where the text and the vectors come from; text that it has no vector for is encoded.
        size: the longest piece, in characters; a section that fits is one piece.
    """
    sections = list(_sections(index))
    stored: dict[str, dict[int, Vectors]] = {}
    for id, vector, _ in index.passages.vector_rows():
        chunk, _, number = id.rpartition(":")
        stored.setdefault(chunk, {})[int(number)] = vector
    texts = [_split(section.text, size) for section in sections]
    known = {_embedded(chunk, chunk.text): stored[chunk.id][0] for s in sections for chunk in s.chunks}
    wanted = [
        _embedded(s.chunks[0], text) for s, parts in zip(sections, texts, strict=True) for text in parts
    ]
    missing = list(dict.fromkeys(text for text in wanted if text not in known))
    vectors = known | dict(zip(missing, index.encoder.encode(missing), strict=True))
    return [
        piece
        for section, parts in zip(sections, texts, strict=True)
        for piece in _pieces(section, parts, vectors, stored)
    ]


def _sections(index: Index) -> Iterator[_Section]:
    for id, _, _ in index.passages.documents():
        if id != HANDBOOK:
            chunks = index.passages.chunks_of_document(id)
            for _, members in groupby(chunks, key=lambda chunk: (chunk.section, chunk.page)):
                yield _Section(tuple(members))


def _split(text: str, size: int) -> list[str]:
    if len(text) <= size:
        return [text]
    return RecursiveCharacterTextSplitter(
        chunk_size=size,
        chunk_overlap=0,
        separators=_SEPARATORS,
        keep_separator="end",
    ).split_text(text)


def _pieces(
    section: _Section,
    parts: Sequence[str],
    vectors: dict[str, Vectors],
    stored: dict[str, dict[int, Vectors]],
) -> Iterator[Piece]:
    first = section.chunks[0]
    asked = [v for c in section.chunks for number, v in stored[c.id].items() if number]
    for number, text in enumerate(parts):
        yield Piece(
            section=section_key(first.document, first.section),
            text=text,
            title=first.title,
            heading=first.section,
            questions=first.questions if number == 0 else (),
            own=vectors[_embedded(first, text)],
            asked=np.stack(asked) if asked and number == 0 else np.empty((0, DIMENSIONS), np.float32),
        )


def _embedded(chunk: Chunk, text: str) -> str:
    """What ingest embeds of a chunk with this text."""
    place = " - ".join(part for part in (chunk.title, chunk.section) if part)
    return f"{place}\n{text}"
