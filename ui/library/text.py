"""A document's chunks -> its text in sections, and its sources, numbered by first appearance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from assistant.text import table_cells
from assistant.types import Chunk, Claim, Sentence, SentenceKind, Source

__all__ = ["DocumentText", "Part", "Section", "document_text", "numbered"]

_Shape = Literal["paragraph", "bullets", "steps", "table"]
_SHAPES: Mapping[SentenceKind, _Shape] = {
    "paragraph": "paragraph",
    "lead_in": "paragraph",
    "bullet": "bullets",
    "step": "steps",
    "header": "table",
    "row": "table",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, list or table: rows of one cell, or of several in a table. A cell is claims in a row."""

    shape: _Shape
    items: tuple[tuple[tuple[Claim, ...], ...], ...]
    has_header: bool = False  # in a table: the first row names the columns


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, or on one page."""

    heading: str  # "" when there is none
    page: int | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document to be read."""

    sections: tuple[Section, ...]
    sources: tuple[str, ...]  # ids; the first one has number 1


def document_text(chunks: Sequence[Chunk]) -> DocumentText:
    """A document's chunks, in reading order, as text; a section that was cut in two is one again."""
    numbers: dict[str, int] = {}
    sections = tuple(
        Section(heading, page, tuple(_parts(list(pieces), numbers)))
        for (heading, page), pieces in groupby(chunks, key=lambda chunk: (chunk.section, chunk.page))
    )
    own = {chunk.source for chunk in chunks if chunk.source} if not numbers else set()
    return DocumentText(sections, tuple(numbers) or tuple(own))


def numbered(ids: Iterable[str], sources: Mapping[str, Source]) -> tuple[tuple[int, Source], ...]:
    """Source ids in order -> each source with its number, from 1."""
    return tuple((number, sources[id]) for number, id in enumerate(ids, start=1))


def _parts(chunks: Sequence[Chunk], numbers: dict[str, int]) -> Iterator[Part]:
    lines = [line for chunk in chunks for line in _lines(chunk)]
    for shape, group in groupby(lines, key=lambda line: _SHAPES[line[0].kind]):
        same = list(group)
        if shape == "table":
            rows = tuple(_row(line[0], numbers) for line in same)
            yield Part(shape, rows, same[0][0].kind == "header")
        elif shape == "paragraph":
            yield from (Part(shape, ((_claims(line, numbers),),)) for line in same)
        else:
            yield Part(shape, tuple((_claims(line, numbers),) for line in same))


def _lines(chunk: Chunk) -> Iterator[list[Sentence]]:
    """The sentences of a chunk, those of one paragraph, item or row together."""
    line: list[Sentence] = []
    for sentence in chunk.sentences:
        if line and (sentence.kind != line[-1].kind or "\n" in chunk.text[line[-1].end : sentence.start]):
            yield line
            line = []
        line.append(sentence)
    if line:
        yield line


def _claims(line: Iterable[Sentence], numbers: dict[str, int]) -> tuple[Claim, ...]:
    return tuple(Claim(sentence.text, _marks(sentence, numbers)) for sentence in line)


def _row(sentence: Sentence, numbers: dict[str, int]) -> tuple[tuple[Claim, ...], ...]:
    """The cells of a row; its marks stand in the last one."""
    cells = table_cells(sentence.text)
    marks = _marks(sentence, numbers) if sentence.kind == "row" else ()
    return tuple((Claim(cell, marks if place == len(cells) else ()),) for place, cell in enumerate(cells, 1))


def _marks(sentence: Sentence, numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(numbers.setdefault(id, len(numbers) + 1) for id in dict.fromkeys(sentence.sources))
