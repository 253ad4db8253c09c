"""What an engine tells while it answers: sentences that stand, those that fell, and at last the Answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.types import Answer, BlockKind, Citation, Claim, Verdict

__all__ = ["Done", "Dropped", "Event", "Said", "replay"]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that may be shown now."""

    position: int  # 0-based place among all sentences written; a repaired one comes late to its place
    kind: BlockKind
    claim: Claim
    citations: tuple[Citation, ...]  # all that its numbers, and those before it, stand for


@dataclass(frozen=True, slots=True)
class Dropped:
    """One sentence that is not shown; a repaired `Said` may still take its place."""

    position: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Done:
    """The last event. Its Answer takes the place of all that was shown before."""

    answer: Answer


Event = Said | Dropped | Done


def replay(answer: Answer) -> Iterator[Event]:
    """An answer that is there already, as events."""
    position = 0
    for block in answer.blocks:
        for claim in block.every_claim():
            yield Said(position, block.kind, claim, answer.citations)
            position += 1
    yield Done(answer)
