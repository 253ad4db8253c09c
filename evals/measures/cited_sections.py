"""Citations and judged sections -> whether the answer cites what answers the question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Citation
from evals.measures.rankings import Judged, answering, section_key

__all__ = ["cites_what_answers"]


def cites_what_answers(citations: Sequence[Citation], judged: Judged) -> float | None:
    """1 when a citation lies in an answering section, else 0; None without citations or judgements."""
    wanted = answering(judged)
    if not citations or not wanted:
        return None
    return float(any(section_key(c.document, c.section) in wanted for c in citations))
