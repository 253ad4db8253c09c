"""The gist of a guidance tool's result: cited sentences in blocks -> numbered blocks and citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.answering.ground import supports
from assistant.answering.vocabulary import Vocabulary
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


def numbered(
    gist: Gist, passages: Passages, vocabulary: Vocabulary
) -> tuple[tuple[Block, ...], tuple[Citation, ...]]:
    """The blocks of a gist, and what their numbers stand for.

    As in every answer, a sentence whose figures, credentials or places do not occur in what it cites is
    dropped, and a table row with one. So sums and other figures that a tool works out stand on its page,
    beside what they are worked out from, and not in an answer.

    Raises:
        KnowledgeError: a statement does not stand in this index.
    """
    parts = tuple(_Check(gist, passages, vocabulary).kept())
    notes = footnotes(_every_cited(parts), passages)
    return tuple(_block(part, notes) for part in parts), notes.citations


class _Check:
    """Which parts of a gist stand."""

    def __init__(self, gist: Gist, passages: Passages, vocabulary: Vocabulary) -> None:
        self._parts = gist.parts
        self._vocabulary = vocabulary
        self._notes = footnotes(_every_cited(gist.parts), passages)
        self._evidence = {c.number: f"{c.title}\n{c.section}\n{c.quote}" for c in self._notes.citations}

    def kept(self) -> Iterator[Part]:
        """The parts with the lines and rows that stand; none that is empty."""
        for part in self._parts:
            lines = tuple(line for line in part.lines if self._stands(line))
            rows = tuple(row for row in part.rows if all(map(self._stands, row)))
            if lines or rows:
                yield replace(part, lines=lines, rows=rows)

    def _stands(self, cited: Cited) -> bool:
        numbers = self._notes.claim(cited).citations
        evidence = "\n".join(self._evidence[number] for number in numbers)
        return not numbers or supports(cited.text, evidence, self._vocabulary)


def _every_cited(parts: Iterable[Part]) -> Iterator[Cited]:
    for part in parts:
        yield from part.lines
        yield from (cell for row in part.rows for cell in row)


def _block(part: Part, notes: Footnotes) -> Block:
    rows = tuple(tuple(_claim(cell, notes) for cell in row) for row in part.rows)
    return Block(
        part.kind, tuple(_claim(line, notes) for line in part.lines), part.lead_in, part.header, rows
    )


def _claim(cited: Cited, notes: Footnotes) -> Claim:
    return notes.claim(cited)
