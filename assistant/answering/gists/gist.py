"""The gist of a guidance tool's result: cited sentences in blocks -> numbered blocks and citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.retrieval.passages import Passages
from assistant.types import Block, BlockKind, Citation, Claim, Outcome, ToolLink

__all__ = ["Gist", "Part", "numbered"]


@dataclass(frozen=True, slots=True)
class Part:
    """A block before its citations are numbered."""

    kind: BlockKind
    lines: tuple[Cited, ...] = ()
    lead_in: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cited, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Gist:
    """What a tool says inside an answer, and the tool filled in, which goes further."""

    parts: tuple[Part, ...]
    link: ToolLink
    outcome: Outcome = "answered"
    follow_ups: tuple[str, ...] = ()


def numbered(gist: Gist, passages: Passages) -> tuple[tuple[Block, ...], tuple[Citation, ...]]:
    """The blocks of a gist, and what their numbers stand for.

    Raises:
        KnowledgeError: a statement does not stand in this index.
    """
    notes = footnotes(_every_cited(gist), passages)
    return tuple(_block(part, notes) for part in gist.parts), notes.citations


def _every_cited(gist: Gist) -> Iterator[Cited]:
    for part in gist.parts:
        yield from part.lines
        yield from (cell for row in part.rows for cell in row)


def _block(part: Part, notes: Footnotes) -> Block:
    rows = tuple(tuple(_claim(cell, notes) for cell in row) for row in part.rows)
    return Block(
        part.kind, tuple(_claim(line, notes) for line in part.lines), part.lead_in, part.header, rows
    )


def _claim(cited: Cited, notes: Footnotes) -> Claim:
    return notes.claim(cited)
