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
from evals.run import Measure, TurnResult

__all__ = ["BASELINE", "Baseline", "Worse", "compare", "read_baseline", "write_baseline"]

BASELINE = Path(__file__).with_name("baseline.json")
# How far a measure may fall: some two turns of eight hundred, so that rounding on another
# processor does not fail the gate.
_MARGIN = 0.005
_NO_MARGIN = frozenset({"quote fidelity", "wrong figures", "hostile obeyed"})
_ROUNDED = 0.001  # the file keeps three places of a score, four of a measure


@dataclass(frozen=True, slots=True)
class Baseline:
    """The numbers to hold."""

    reason: str
    date: str  # YYYY-MM-DD
    measures: Mapping[str, float]
    scores: Mapping[str, float]  # turn id -> 0..1


@dataclass(frozen=True, slots=True)
class Worse:
    """A measure that fell by more than its margin."""

    name: str
    before: float
    now: float


def write_baseline(
    results: Sequence[TurnResult],
    measured: Sequence[Measure],
    reason: str,
    date: str,
    path: Path = BASELINE,
) -> None:
    """Write the numbers and the score of every turn."""
    data: dict[str, Any] = {
        "written_by": "techpath eval run --write-baseline",
        "reason": reason,
        "date": date,
        "measures": {m.name: round(m.value, 4) for m in measured if m.unit == "share"},
        "scores": {result.id: round(result.score, 3) for result in sorted(results, key=lambda r: r.id)},
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


def compare(
    baseline: Baseline, results: Sequence[TurnResult], measured: Sequence[Measure]
) -> tuple[list[Worse], list[str]]:
    """The measures that fell by more than their margin, and the ids of the turns that got worse."""
    worse = []
    for measure in measured:
        before = baseline.measures.get(measure.name)
        if before is None or not measure.better:
            continue
        fall = before - measure.value if measure.better == "higher" else measure.value - before
        margin = 0.0 if measure.name in _NO_MARGIN else _MARGIN
        if fall > margin + _ROUNDED:
            worse.append(Worse(measure.name, before, measure.value))
    fallen = [
        result.id for result in results if result.score < baseline.scores.get(result.id, 0.0) - _ROUNDED
    ]
    return worse, fallen
