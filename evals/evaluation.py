"""Cases, an engine and searchers -> everything that was measured in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evals.cases import SPLITS
from evals.retrieval import Found
from evals.run import TurnResult
from evals.summary import Measure, summarize, summarize_retrieval

__all__ = ["Evaluation", "measures_of", "of_split"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One run: what each turn got, and what retrieval gave for the judged ones."""

    engine: str
    results: Sequence[TurnResult]
    found: Sequence[Found] = ()
    rivals: Mapping[str, Sequence[Found]] = field(default_factory=dict)  # name -> the same turns


def of_split(evaluation: Evaluation, split: str) -> Evaluation:
    """The part of a run that belongs to one split."""
    return Evaluation(
        evaluation.engine,
        [item for item in evaluation.results if item.asked.split == split],
        [item for item in evaluation.found if item.asked.split == split],
        {
            name: [item for item in found if item.asked.split == split]
            for name, found in evaluation.rivals.items()
        },
    )


def measures_of(evaluation: Evaluation) -> dict[str, list[Measure]]:
    """Split -> its measures, those of answers first; a split without turns is left out."""
    found: dict[str, list[Measure]] = {}
    for split in SPLITS:
        part = of_split(evaluation, split)
        if part.results or part.found:
            found[split] = [*summarize(part.results), *summarize_retrieval(part.found)]
    return found
