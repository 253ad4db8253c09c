"""Cases and a searcher -> what retrieval gave for each judged turn, with the reasons for its scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.types import Profile
from evals.asked import Asked, turns_of
from evals.cases import Case
from evals.measures.ndcg import ndcg_at
from evals.measures.rankings import Judged, Ranking, answering, first_rank
from evals.measures.recall import recall_at
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.measures.success import success_at

__all__ = ["DEPTH", "Found", "Searcher", "judge", "search_cases"]

DEPTH = 10  # passages asked for
_FEW = 5  # passages that a person would look at

# question, the person's earlier questions (oldest first), how many passages, what is known of the person
# from the start -> the passages' sections
Searcher = Callable[[str, Sequence[str], int, Profile | None], Ranking]


@dataclass(frozen=True, slots=True)
class Found:
    """One judged turn searched: every measure 0..1."""

    asked: Asked
    recall_5: float | None
    recall_10: float | None
    success_5: float | None
    reciprocal_rank: float | None
    ndcg_10: float | None
    reasons: tuple[str, ...]  # the answering sections that the first five do not show


def search_cases(
    cases: Sequence[Case], searcher: Searcher, tell: Callable[[int, int], None] = lambda done, total: None
) -> list[Found]:
    """Search for every turn with judged sections, in its conversation."""
    total = len(cases)
    found: list[Found] = []
    for number, case in enumerate(cases, start=1):
        found += _search_case(case, searcher)
        tell(number, total)
    return found


def _search_case(case: Case, searcher: Searcher) -> Iterator[Found]:
    earlier: list[str] = []
    for asked, wanted in turns_of(case):
        if wanted.judged:
            yield judge(asked, wanted.judged, searcher(wanted.question, tuple(earlier), DEPTH, case.profile))
        earlier.append(wanted.question)


def judge(asked: Asked, judged: Judged, ranking: Ranking) -> Found:
    """What a ranking gives a turn."""
    return Found(
        asked=asked,
        recall_5=recall_at(ranking, judged, _FEW),
        recall_10=recall_at(ranking, judged, DEPTH),
        success_5=success_at(ranking, judged, _FEW),
        reciprocal_rank=reciprocal_rank(ranking, judged, DEPTH),
        ndcg_10=ndcg_at(ranking, judged, DEPTH),
        reasons=tuple(_late(ranking, judged)),
    )


def _late(ranking: Ranking, judged: Judged) -> Iterator[str]:
    for section in sorted(answering(judged)):
        rank = first_rank(ranking, frozenset([section]))
        if rank is None or rank > _FEW:
            yield f"{section} (rank {rank})" if rank else f"{section} (not among the first {DEPTH})"
