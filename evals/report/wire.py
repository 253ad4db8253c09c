"""One run -> JSON-ready values: measures, outcomes, slices, and the turns of dev with their reasons."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from evals.baseline import Baseline, compare, fallen
from evals.evaluation import Evaluation, measures_of, of_split
from evals.report.tables import OURS, outcome_pairs
from evals.retrieval import Found
from evals.run import TurnResult
from evals.slices import SLICES, parts
from evals.summary import differences, summarize_retrieval

__all__ = ["as_json"]


def as_json(evaluation: Evaluation, baseline: Baseline | None) -> dict[str, Any]:
    """Everything that may be shown; turns of the test split count in the totals only."""
    measured = measures_of(evaluation)
    shown = of_split(evaluation, "dev")
    return {
        "engine": evaluation.engine,
        "splits": {
            split: {
                "measures": [asdict(measure) for measure in measures],
                "outcomes": _outcomes(of_split(evaluation, split)),
                "retrieval": _retrieval(of_split(evaluation, split)),
            }
            for split, measures in measured.items()
        },
        "slices": {name: [asdict(part) for part in parts(shown.results, name)] for name in SLICES},
        "worse_than_baseline": {
            "measures": [asdict(item) for item in compare(baseline, measured)] if baseline else [],
            "turns": [asked.id for asked in fallen(baseline, shown.results)] if baseline else [],
        },
        "turns": [_turn(result) for result in shown.results],
        "searches": [_search(item) for item in shown.found],
    }


def _outcomes(part: Evaluation) -> list[dict[str, Any]]:
    pairs = outcome_pairs(part.results).items()
    return [{"wanted": wanted, "got": got, "turns": count} for (wanted, got), count in pairs]


def _retrieval(part: Evaluation) -> dict[str, Any]:
    systems = {OURS: part.found, **part.rivals}
    return {
        "systems": {
            name: [asdict(measure) for measure in summarize_retrieval(found)]
            for name, found in systems.items()
        },
        "differences": {
            name: [asdict(item) for item in differences(part.found, found)]
            for name, found in part.rivals.items()
        },
    }


def _turn(result: TurnResult) -> dict[str, Any]:
    data = asdict(result)
    return {**data.pop("asked"), **data, "score": result.score, "reasons": list(result.reasons)}


def _search(found: Found) -> dict[str, Any]:
    data = asdict(found)
    return {"id": data.pop("asked")["id"], **data}
