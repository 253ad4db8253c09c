"""A ranking and judged sections -> normalised discounted cumulative gain at k."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from evals.measures.rankings import Judged, Ranking

__all__ = ["ndcg_at"]


def ndcg_at(ranking: Ranking, judged: Judged, k: int) -> float | None:
    """DCG of the ranking / DCG of the best ranking there is, both at k; None when nothing is judged.

    DCG@k = sum over ranks i = 1..k of gain_i / log2(i + 1), the gain being the grade (Järvelin and
    Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", with trec_eval's discount).
    A passage gains the best grade among the sections that it shows first; a section shown before
    gains nothing again.
    """
    if not judged:
        return None
    ideal = sorted(judged.values(), reverse=True)
    return _dcg(list(_gains(ranking[:k], judged))) / _dcg(ideal[:k])


def _gains(ranking: Ranking, judged: Judged) -> Iterator[int]:
    seen: set[str] = set()
    for shown in ranking:
        yield max((judged.get(section, 0) for section in shown - seen), default=0)
        seen |= shown


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
