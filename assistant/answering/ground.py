"""A draft -> blocks and citations, each checked against the stored text. What fails is dropped.

A claim stands when its quote occurs verbatim in the stored chunk, and every figure, credential and
place it names occurs in what it cites. This runs on every answer of every engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.passages import Passages
from assistant.text import figures, table_cells
from assistant.types import Block, Chunk, Citation, Claim, Source

__all__ = ["Grounding", "supports"]


def supports(claim: str, evidence: str, vocabulary: Vocabulary) -> bool:
    """Whether every figure, credential and place of a claim occurs in the evidence."""
    if not figures(claim) <= figures(evidence):
        return False
    if not set(vocabulary.credentials_of(claim)) <= set(vocabulary.credentials_of(evidence)):
        return False
    named = {place.code for place in find_places(claim, {})}
    return named <= {place.code for place in find_places(evidence, {})}


class Grounding:
    """Numbers the citations of one answer and checks every claim."""

    def __init__(self, passages: Passages, vocabulary: Vocabulary) -> None:
        self._passages = passages
        self._vocabulary = vocabulary

    def ground(self, draft: Draft) -> tuple[tuple[Block, ...], tuple[Citation, ...]]:
        """The blocks that survive, and their citations numbered by first appearance."""
        stored = self._passages.chunks(list({item.chunk.id for item in _items(draft)}))
        register = _Register(self._passages.source, _spans(draft, stored))
        blocks = [self._block(block, stored, register) for block in draft.blocks]
        kept = tuple(
            block for block in blocks if block.claims or block.rows or block.kind in ("ask", "notice")
        )
        return kept, register.citations()

    def _block(self, block: DraftBlock, stored: Mapping[str, Chunk], register: _Register) -> Block:
        if block.words:
            return Block(block.kind, (Claim(block.words),))
        claims = tuple(register.claim(item) for item in block.items if self._stands(item, stored))
        if block.kind != "table":
            return Block(block.kind, claims, block.lead_in)
        rows = tuple(
            cells for row in block.rows if (cells := self._row(row, stored, register, len(block.header)))
        )
        return Block("table", claims, block.lead_in, block.header, rows)

    def _row(
        self,
        row: Sequence[Evidence | str],
        stored: Mapping[str, Chunk],
        register: _Register,
        width: int,
    ) -> tuple[Claim, ...]:
        evidence = [cell for cell in row if isinstance(cell, Evidence)]
        if not all(self._stands(cell, stored) for cell in evidence):
            return ()
        whole = len(row) == 1  # one sentence that holds all cells, as tables in guides do
        if whole and evidence and width not in (0, len(table_cells(evidence[0].sentence.text))):
            return ()
        if whole and evidence:
            return tuple(register.cells(evidence[0]))
        return tuple(Claim(cell) if isinstance(cell, str) else register.claim(cell) for cell in row)

    def _stands(self, item: Evidence, stored: Mapping[str, Chunk]) -> bool:
        chunk = stored.get(item.chunk.id)
        if chunk is None or chunk.text[item.sentence.start : item.sentence.end] != item.sentence.text:
            return False
        context = f"{chunk.title}\n{chunk.section}\n{item.sentence.text}"
        return supports(item.text, context, self._vocabulary)


class _Register:
    """Gives each (source, chunk) its number and its quote."""

    def __init__(
        self,
        source_of: Callable[[str], Source],
        spans: Mapping[tuple[str, str], tuple[Chunk, int, int]],
    ) -> None:
        self._source_of = source_of
        self._spans = spans
        self._numbers: dict[tuple[str, str], int] = {}
        self._confidence: dict[tuple[str, str], str | None] = {}

    def claim(self, item: Evidence) -> Claim:
        """A sentence with the numbers of its sources."""
        return Claim(item.text, self._cite(item))

    def cells(self, item: Evidence) -> list[Claim]:
        """A table row's cells; the citations stand in the last one."""
        texts = table_cells(item.sentence.text)
        return [Claim(text) for text in texts[:-1]] + [Claim(texts[-1], self._cite(item))]

    def citations(self) -> tuple[Citation, ...]:
        """All citations, by number."""
        return tuple(self._citation(key, number) for key, number in self._numbers.items())

    def _cite(self, item: Evidence) -> tuple[int, ...]:
        keys = [(source, item.chunk.id) for source in _sources_of(item)]
        for key in keys:
            self._confidence.setdefault(key, item.sentence.confidence)
        return tuple(self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys)

    def _citation(self, key: tuple[str, str], number: int) -> Citation:
        chunk, start, end = self._spans[key]
        return Citation(
            number=number,
            source=self._source_of(key[0]),
            chunk=chunk.id,
            document=chunk.document,
            title=chunk.title,
            section=chunk.section,
            page=chunk.page,
            quote=chunk.text[start:end],
            passage=chunk.text,
            confidence=self._confidence[key],
        )


def _sources_of(item: Evidence) -> tuple[str, ...]:
    """The ids of the sources a sentence names, else the document's own."""
    return item.sentence.sources[:3] or (item.chunk.source,)


def _items(draft: Draft) -> list[Evidence]:
    cells = [cell for block in draft.blocks for row in block.rows for cell in row]
    listed = [item for block in draft.blocks for item in block.items]
    return listed + [cell for cell in cells if isinstance(cell, Evidence)]


def _spans(draft: Draft, stored: Mapping[str, Chunk]) -> dict[tuple[str, str], tuple[Chunk, int, int]]:
    """(source, chunk) -> the stretch of the chunk from the first to the last sentence said of it."""
    spans: dict[tuple[str, str], tuple[Chunk, int, int]] = {}
    for item in _items(draft):
        chunk = stored.get(item.chunk.id)
        if chunk is None:
            continue
        for source in _sources_of(item):
            key = (source, chunk.id)
            _, start, end = spans.get(key, (chunk, item.sentence.start, item.sentence.end))
            spans[key] = (chunk, min(start, item.sentence.start), max(end, item.sentence.end))
    return spans
