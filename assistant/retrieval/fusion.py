"""Several rankings -> one, by weighted reciprocal rank fusion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["RRF_K", "reciprocal_rank_fusion"]

RRF_K = 60  # Cormack, Clarke and Büttcher (SIGIR 2009): the constant of their experiments


def reciprocal_rank_fusion(
    rankings: Mapping[str, Sequence[str]], weights: Mapping[str, float]
) -> dict[str, float]:
    """Rankings by name, each best first -> score of every id.

    score(d) = sum over rankings r of weights[r] / (RRF_K + rank_r(d)), ranks 1-based;
    a ranking that lacks d adds nothing.
    """
    scores: dict[str, float] = {}
    for name, ranking in rankings.items():
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + weights[name] / (RRF_K + rank)
    return scores
