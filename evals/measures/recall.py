"""A ranking and judged sections -> recall at k."""

from __future__ import annotations

from evals.measures.rankings import Judged, Ranking, answering

__all__ = ["recall_at"]


def recall_at(ranking: Ranking, judged: Judged, k: int) -> float | None:
    """Answering sections shown by the first k passages / answering sections; None without any.

    recall@k = |relevant in the first k| / |relevant| (Manning, Raghavan and Schütze 2008,
    "Introduction to information retrieval", chapter 8).

    Args:
        ranking: passages, best first.
        judged: grades of sections.
        k: how many passages are read, at least 1.
    """
    wanted = answering(judged)
    if not wanted:
        return None
    return len(wanted & frozenset().union(*ranking[:k])) / len(wanted)
