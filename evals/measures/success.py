"""A ranking and judged sections -> whether the first k passages answer at all."""

from __future__ import annotations

from evals.measures.rankings import Judged, Ranking, answering, first_rank

__all__ = ["success_at"]


def success_at(ranking: Ranking, judged: Judged, k: int) -> float | None:
    """1 when one of the first k passages shows an answering section, else 0; None without any.

    success@k of trec_eval: unlike recall it does not ask for a second section that says the same.
    """
    wanted = answering(judged)
    return float(first_rank(ranking[:k], wanted) is not None) if wanted else None
