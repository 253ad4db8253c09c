"""What an engine tells while it answers: what stands so far, what fell, and at last the Answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.types import Answer, Block, Citation, Verdict

__all__ = ["Done", "Dropped", "Event", "Said", "replay"]


@dataclass(frozen=True, slots=True)
class Said:
    """All that may be shown now: one sentence more than before, a repaired one in its place among them.

    A sentence in the middle moves the numbers behind it, so that the whole is told each time.
    """

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """One sentence that is not shown; repaired, it may still be."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Done:
    """The last event. Its Answer takes the place of all that was shown before."""

    answer: Answer


Event = Said | Dropped | Done


def replay(answer: Answer) -> Iterator[Event]:
    """An answer that is there already, as events."""
    yield Said(answer.blocks, answer.citations)
    yield Done(answer)
