"""Candidates for a query -> the same, best first, by a weighted sum of their clues.

The weights are fitted by `evals/fit_ranking.py` on judged sections and kept beside this file as plain
numbers: one set for what stands alone, one for follow-ups, whose own words say less.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answering.clues import NAMES, Clues
from assistant.answering.understand import Query
from assistant.retrieval.encoder import Vectors
from assistant.types import Passage

__all__ = ["RANKING_FILE", "Ranking", "load_ranking", "rank"]

RANKING_FILE = "ranking.json"
_LIKEST = [NAMES.index("like_question"), NAMES.index("told_question")]
_BEST = [NAMES.index("text"), NAMES.index("question")]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Weights in the order of `clues.NAMES`."""

    alone: npt.NDArray[np.float64]  # of first questions
    later: npt.NDArray[np.float64]  # of questions with turns before them


def load_ranking() -> Ranking:
    """The weights that come with the package."""
    data = json.loads(Path(__file__).with_name(RANKING_FILE).read_text(encoding="utf-8"))
    alone, later = (
        np.array([data[kind][name] for name in NAMES], dtype=np.float64) for kind in ("alone", "later")
    )
    return Ranking(alone, later)


def rank(
    query: Query,
    vector: Vectors,
    candidates: Sequence[Passage],
    clues: Clues,
    ranking: Ranking,
    told: Vectors | None = None,
) -> list[Passage]:
    """The candidates, best first, each with its score and the cosines of its best representation.

    score(passage) = sum over clues of weight x value; comparable within one query only.
    """
    if not candidates:
        return []
    values = clues.of(query, vector, candidates, told)
    weights = ranking.later if query.in_context else ranking.alone
    best = values[:, _BEST].max(axis=1)
    like = values[:, _LIKEST].max(axis=1)
    scored = [
        replace(passage, score=float(score), similarity=float(cosine), likeness=float(likeness))
        for passage, score, cosine, likeness in zip(candidates, values @ weights, best, like, strict=True)
    ]
    scored.sort(key=lambda passage: (-passage.score, passage.chunk.id))
    return [replace(passage, rank=number) for number, passage in enumerate(scored, start=1)]
