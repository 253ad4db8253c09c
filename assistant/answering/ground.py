"""A draft -> blocks and citations, each checked against the stored text. What fails is dropped.

A claim stands when its quote occurs verbatim in the stored chunk, and every figure, credential and
place it names occurs in what it cites. This runs on every answer of every engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answering.citing import Register, spans_of
from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.passages import Passages
from assistant.text import figures, table_cells
from assistant.types import Block, Chunk, Citation, Claim

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
        register = Register(self._passages.source, spans_of(_items(draft), stored))
        blocks = [self._block(block, stored, register) for block in draft.blocks]
        kept = tuple(block for block in blocks if block.claims or block.rows)
        return kept, register.citations()

    def _block(self, block: DraftBlock, stored: Mapping[str, Chunk], register: Register) -> Block:
        if block.words:  # said only where all that it is worked out from stands
            stands = all(self._stands(item, stored) for item in block.items)
            return Block(block.kind, (Claim(block.words),) if stands else ())
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
        register: Register,
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


def _items(draft: Draft) -> list[Evidence]:
    cells = [cell for block in draft.blocks for row in block.rows for cell in row]
    listed = [item for block in draft.blocks for item in block.items]
    return listed + [cell for cell in cells if isinstance(cell, Evidence)]
