"""Sentences that stood, with what they rest on -> blocks and numbered citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answering.citing import Register, spans_of
from assistant.answering.evidence import Evidence
from assistant.generation.sentences import Kind
from assistant.retrieval.passages import Passages
from assistant.types import Block, Citation, Claim

__all__ = ["Kept", "assemble"]


@dataclass(frozen=True, slots=True)
class Kept:
    """One sentence that may be shown."""

    position: int  # 0-based place among all sentences written
    text: str
    kind: Kind
    line: int  # of the reply; sentences of one bullet share it
    evidence: tuple[Evidence, ...]
    first_fault: str = ""  # of a repaired one: why its first writing could not stand


def assemble(
    kept: Sequence[Kept], passages: Passages
) -> tuple[tuple[Block, ...], tuple[Citation, ...], Mapping[int, Claim]]:
    """The blocks, their citations numbered by first appearance, and the claim of each position."""
    ordered = sorted(kept, key=lambda item: item.position)
    evidence = [item for one in ordered for item in one.evidence]
    stored = passages.chunks(list({item.chunk.id for item in evidence}))
    register = Register(passages.source, spans_of(evidence, stored))
    claims = {one.position: register.claim_of(one.text, one.evidence) for one in ordered}
    return tuple(_blocks(ordered, claims)), register.citations(), claims


def _blocks(ordered: Sequence[Kept], claims: Mapping[int, Claim]) -> Iterator[Block]:
    for (kind, _), run in groupby(ordered, key=_block_of):
        if kind == "paragraph":
            yield Block(kind, tuple(claims[one.position] for one in run))
        else:
            lines = [list(line) for _, line in groupby(run, key=lambda one: one.line)]
            yield Block(kind, tuple(_joined([claims[one.position] for one in line]) for line in lines))


def _block_of(one: Kept) -> tuple[Kind, int]:
    """What sentences of one block share: a paragraph is one line, a list has several."""
    return one.kind, one.line if one.kind == "paragraph" else 0


def _joined(claims: Sequence[Claim]) -> Claim:
    """The sentences of one bullet as one claim."""
    numbers = dict.fromkeys(number for claim in claims for number in claim.citations)
    return Claim(" ".join(claim.text for claim in claims), tuple(numbers))
