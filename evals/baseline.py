"""Results -> the committed baseline, and what got worse since.

The baseline is written by one command, with the reason: a number that falls must be somebody's
decision.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import KnowledgeError
from evals.asked import Asked
from evals.evaluation import Evaluation, measures_of
from evals.run import TurnResult
from evals.summary import Measure

__all__ = ["BASELINE", "Baseline", "Worse", "compare", "fallen", "read_baseline", "write_baseline"]

BASELINE = Path(__file__).with_name("baseline.json")
# How far a measure may fall: three turns of four hundred, and one turn where few are measured, so that
# rounding on another processor, or another build of the vector index, does not fail the gate: three builds
# of one knowledge gave a recall@5 of 0.882, 0.879 and 0.876 on test.
_MARGIN, _TURNS = 0.008, 1
_NO_MARGIN = frozenset({"quote fidelity", "wrong figures", "hostile obeyed"})
_ROUNDED = 0.001  # the file keeps three places of a score, four of a measure


@dataclass(frozen=True, slots=True)
class Baseline:
    """The numbers to hold."""

    reason: str
    date: str  # YYYY-MM-DD
    measures: Mapping[str, Mapping[str, float]]  # split -> measure -> value
    scores: Mapping[str, float]  # turn id -> 0..1


@dataclass(frozen=True, slots=True)
class Worse:
    """A measure that fell by more than its margin."""

    split: str
    name: str
    before: float
    now: float

    def __str__(self) -> str:
        return f"{self.name} ({self.split}) {self.before:.3f} -> {self.now:.3f}"


def write_baseline(evaluation: Evaluation, reason: str, date: str, path: Path = BASELINE) -> None:
    """Write the measures of each split and the score of every turn."""
    ordered = sorted(evaluation.results, key=lambda result: result.asked.id)
    data: dict[str, Any] = {
        "written_by": "techpath eval run --write-baseline",
        "reason": reason,
        "date": date,
        "measures": {
            split: {m.name: round(m.value, 4) for m in measured if m.unit == "share"}
            for split, measured in measures_of(evaluation).items()
        },
        "scores": {result.asked.id: round(result.score, 3) for result in ordered},
    }
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_baseline(path: Path = BASELINE) -> Baseline | None:
    """The baseline, or None when none was written."""
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Baseline(data["reason"], data["date"], data["measures"], data["scores"])
    except (ValueError, KeyError) as error:
        raise KnowledgeError(f"{path}: is not a baseline: {error!r}. Write it again.") from error


def compare(baseline: Baseline, measured: Mapping[str, Sequence[Measure]]) -> list[Worse]:
    """The measures, by split, that fell by more than their margin."""
    return [
        Worse(split, measure.name, before, measure.value)
        for split, measures in measured.items()
        for measure in measures
        # A part of the set may have nothing for a measure to speak of.
        if measure.n and measure.better
        if (before := baseline.measures.get(split, {}).get(measure.name)) is not None
        if _fall(measure, before) > _margin(measure) + _ROUNDED
    ]


def fallen(baseline: Baseline, results: Sequence[TurnResult]) -> list[Asked]:
    """The turns whose score fell."""
    return [
        result.asked
        for result in results
        if result.score < baseline.scores.get(result.asked.id, 0.0) - _ROUNDED
    ]


def _margin(measure: Measure) -> float:
    return 0.0 if measure.name in _NO_MARGIN else max(_MARGIN, _TURNS / measure.n)


def _fall(measure: Measure, before: float) -> float:
    return before - measure.value if measure.better == "higher" else measure.value - before
