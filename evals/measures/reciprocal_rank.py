"""A ranking and judged sections -> the reciprocal rank; its mean over turns is MRR."""

from __future__ import annotations

from evals.measures.rankings import Judged, Ranking, answering, first_rank

__all__ = ["reciprocal_rank"]


def reciprocal_rank(ranking: Ranking, judged: Judged, k: int) -> float | None:
    """1 / rank of the first passage that shows an answering section; 0 when none of k does.

    Voorhees (1999), "The TREC-8 question answering track report". None without answering sections.
    """
    wanted = answering(judged)
    if not wanted:
        return None
    rank = first_rank(ranking[:k], wanted)
    return 1 / rank if rank else 0.0
