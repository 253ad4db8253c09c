"""Judged development turns -> what each choice in retrieval is worth.

One choice at a time is varied. What is done with a question as a whole (ranking, place, completion) is
compared with the code's own search; fusion, representations and sizes of pieces with a plain search that
has no other rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answering.clues import NAMES
from assistant.answering.understand import Query
from assistant.build import Assistant, build_assistant
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.retriever import WEIGHTS, Retriever
from assistant.settings import Settings
from assistant.types import Passage, Profile
from evals.asked import Asked, turns_of
from evals.bare import BareIndex
from evals.cases import Case, refuse_test_cases
from evals.fit_ranking import ranked_out_of_fold
from evals.measures.interval import bootstrap
from evals.measures.rankings import Judged, Ranking, section_key
from evals.measures.recall import recall_at
from evals.pieces import cut
from evals.retrieval import DEPTH, Found, judge

__all__ = ["Depth", "Row", "ablate", "depths"]

_WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "vectors only": {"dense": 1.0, "lexical": 0.0},
    "BM25 only": {"dense": 0.0, "lexical": 1.0},
    "fused, vectors 0.5": {"dense": 0.5, "lexical": 0.5},
    "fused, vectors 0.65": WEIGHTS,
    "fused, vectors 0.8": {"dense": 0.8, "lexical": 0.2},
    "fused, vectors 0.9": {"dense": 0.9, "lexical": 0.1},
}
_SIZE = 1_000  # characters, as ingest cuts
_SIZES = (250, 500, _SIZE, 2_000)
_DEPTHS = (1, 3, 5, 10, 14, 20, 30)  # passages
# Row -> clues that it does without; the weights are fitted without the case.
_WITHOUT: Mapping[str, Sequence[str]] = {
    "ranked by weights fitted without the case": (),
    "the same without the reading in context": tuple(name for name in NAMES if name.startswith("told_")),
    "the same without likeness": tuple(name for name in NAMES if name.startswith("like_")),
}
_ONE_EACH = 1_000_000  # characters; longer than any section

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """One variant and how it finds."""

    group: str
    name: str
    chosen: bool  # whether it is what the code does
    found: Sequence[Found]  # the same turns in the same order for every variant


@dataclass(frozen=True, slots=True)
class Depth:
    """How much of what answers is among the first k passages."""

    k: int
    recall: float  # 0..1


@dataclass(frozen=True, slots=True)
class _Task:
    """A judged turn, understood."""

    asked: Asked
    judged: Judged
    earlier: tuple[str, ...]  # the person's questions before it
    profile: Profile | None
    query: Query
    vector: Vectors  # of the query's search text


_Search = Callable[[_Task], Ranking]


def ablate(settings: Settings, cases: Sequence[Case], tell: Tell) -> list[Row]:
    """All variants on the current index.

    Args:
        settings: where the index lies.
        cases: development cases; a test case is refused.
        tell: hears what is being done.
    """
    refuse_test_cases(cases)
    index, assistant = open_index(settings), build_assistant(settings)
    tasks = list(_tasks(cases, index, assistant))
    ranked = ranked_out_of_fold(assistant.chain(), cases, [*_WITHOUT.values()])
    unseen = dict(zip(_WITHOUT, ranked, strict=True))
    rows = []
    for group, name, chosen, search in (
        *_of_the_search(index, assistant, unseen),
        *_variants(index),
    ):
        tell(f"{group}: {name}")
        found = [judge(task.asked, task.judged, search(task)) for task in tasks]
        rows.append(Row(group, name, chosen, found))
    index.close()
    return rows


def depths(settings: Settings, cases: Sequence[Case]) -> list[Depth]:
    """Recall of the code's own retrieval by the number of passages that are read."""
    refuse_test_cases(cases)
    assistant = build_assistant(settings)
    rankings: list[tuple[Ranking, Judged]] = []
    for asked, judged, earlier, profile in _judged(cases):
        found = assistant.search(asked.question, earlier, max(_DEPTHS), profile=profile)[1]
        rankings.append((_sections(found), judged))
    return [Depth(k, bootstrap(_values(recall_at(r, j, k) for r, j in rankings)).value) for k in _DEPTHS]


def _judged(cases: Sequence[Case]) -> Iterator[tuple[Asked, Judged, tuple[str, ...], Profile | None]]:
    for case in cases:
        earlier: tuple[str, ...] = ()
        for asked, wanted in turns_of(case):
            if wanted.judged:
                yield asked, wanted.judged, earlier, case.profile
            earlier = (*earlier, wanted.question)


def _tasks(cases: Sequence[Case], index: Index, assistant: Assistant) -> Iterator[_Task]:
    for asked, judged, earlier, profile in _judged(cases):
        query = assistant.search(asked.question, earlier, 1, profile=profile)[0]
        vector = index.encoder.encode_one(query.search_text)
        yield _Task(asked, judged, earlier, profile, query, vector)


def _variants(index: Index) -> Iterator[tuple[str, str, bool, _Search]]:
    pieces = cut(index, _SIZE)
    with TemporaryDirectory(prefix="techpath-ablate-") as scratch:
        whole = BareIndex(pieces, Path(scratch) / "whole")
        for name, weights in _WEIGHTS.items():
            yield "fusion", name, weights == WEIGHTS, _bare(whole, weights)
        plain = BareIndex(pieces, Path(scratch) / "plain", questions=False)
        yield "representations", "text, heading and questions", True, _bare(whole, WEIGHTS)
        yield "representations", "text only", False, _bare(plain, WEIGHTS)
        for size in (*_SIZES, _ONE_EACH):
            name = "whole sections" if size == _ONE_EACH else f"{size} characters"
            sized = BareIndex(cut(index, size), Path(scratch) / str(size))
            yield "size of pieces", name, size == _SIZE, _bare(sized, WEIGHTS)


def _of_the_search(
    index: Index, assistant: Assistant, unseen: Mapping[str, Mapping[str, Ranking]]
) -> Iterator[tuple[str, str, bool, _Search]]:
    retriever = Retriever(index)

    def fused(task: _Task, states: Sequence[str]) -> Ranking:
        return _sections(retriever.search(task.query.search_text, DEPTH, task.vector, states))

    def whole(task: _Task) -> Ranking:
        return _sections(assistant.search(task.asked.question, task.earlier, DEPTH, profile=task.profile)[1])

    group = "search"
    yield group, "as in the code", True, whole
    for name, rankings in unseen.items():
        yield group, name, False, partial(_ranked_before, rankings)
    yield group, "fused, not ranked", False, lambda task: fused(task, task.query.places)
    yield group, "fused, without preference for the place", False, lambda task: fused(task, ())
    yield group, "question as asked, not completed", False, lambda task: whole(replace(task, earlier=()))


def _ranked_before(rankings: Mapping[str, Ranking], task: _Task) -> Ranking:
    return rankings[task.asked.id]


def _bare(index: BareIndex, weights: Mapping[str, float]) -> _Search:
    return lambda task: index.search(task.query.search_text, task.vector, weights, DEPTH)


def _sections(passages: Iterable[Passage]) -> Ranking:
    return [frozenset([section_key(p.chunk.document, p.chunk.section)]) for p in passages]


def _values(found: Iterable[float | None]) -> list[float]:
    return [value for value in found if value is not None]
