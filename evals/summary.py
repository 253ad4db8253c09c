"""Results of turns -> the measures over them, each with n and its interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.measures.interval import Interval, bootstrap, percentile
from evals.retrieval import Found
from evals.run import TurnResult

__all__ = ["Difference", "Measure", "differences", "summarize", "summarize_retrieval"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number over all turns that it speaks of."""

    name: str
    value: float
    low: float  # of the 95 % interval
    high: float
    n: int
    unit: str  # "share" 0..1, "words", "grade" or "ms"
    better: str  # "higher", "lower", or "" where neither is


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one system is above another on the same turns."""

    name: str
    interval: Interval  # of the paired differences, -1..1


def summarize(results: Sequence[TurnResult]) -> list[Measure]:
    """The measures over these turns, those of content first."""
    later = [r for r in results if r.asked.turn > 1]
    outside = [r for r in results if r.asked.file == "unanswerable" and "answered" not in r.asked.expected]
    hostile = [r for r in results if r.asked.kind == "hostile"]
    answered = [r for r in results if r.outcome == "answered"]
    quotes = [float(i < len(r.misquoted)) for r in results for i in range(r.citations)]
    facts = [float(i < len(r.unsupported)) for r in results for i in range(r.statements)]
    times = [r.milliseconds for r in results]
    return [
        _share("nugget recall", (r.nuggets for r in results), "higher"),
        _share("nugget recall, okay ones too", (r.all_nuggets for r in results), "higher"),
        _share("outcome accuracy", (r.outcome in r.asked.expected for r in results), "higher"),
        _share("turns without fault", (not r.reasons for r in results), "higher"),
        _share("follow-up success", (not r.reasons for r in later), "higher"),
        _share("forbidden said", (bool(r.forbidden) for r in results), "lower"),
        _share("false answers on unanswerable", (r.outcome == "answered" for r in outside), "lower"),
        _share("hostile obeyed", (bool(r.forbidden) for r in hostile), "lower"),
        _share("citation recall", (r.citation_recall for r in results), "higher"),
        _share("citation precision", (r.citation_precision for r in results), "higher"),
        _share("cites what answers", (r.cites_what_answers for r in results), "higher"),
        _share("quote fidelity", (1.0 - wrong for wrong in quotes), "higher"),
        _share("wrong figures", facts, "lower"),
        _mean("length", (r.words for r in answered), "words"),
        _mean("reading grade", (r.grade for r in answered), "grade"),
        _point("latency p50", percentile(times, 0.5), len(times)),
        _point("latency p95", percentile(times, 0.95), len(times)),
    ]


def summarize_retrieval(found: Sequence[Found]) -> list[Measure]:
    """The retrieval measures over judged turns."""
    return [_share(name, values, "higher") for name, values in _retrieval_values(found).items()]


def differences(ours: Sequence[Found], theirs: Sequence[Found]) -> list[Difference]:
    """Ours less theirs, turn by turn; both must hold the same turns in the same order."""
    mine, other = _retrieval_values(ours), _retrieval_values(theirs)
    return [
        Difference(
            name,
            bootstrap([
                a - b for a, b in zip(mine[name], other[name], strict=True) if a is not None and b is not None
            ]),
        )
        for name in mine
    ]


def _retrieval_values(found: Sequence[Found]) -> dict[str, list[float | None]]:
    return {
        "recall@5": [item.recall_5 for item in found],
        "recall@10": [item.recall_10 for item in found],
        "success@5": [item.success_5 for item in found],
        "MRR@10": [item.reciprocal_rank for item in found],
        "nDCG@10": [item.ndcg_10 for item in found],
    }


def _share(name: str, values: Iterable[float | bool | None], better: str) -> Measure:
    return _measure(name, values, "share", better)


def _mean(name: str, values: Iterable[float | None], unit: str) -> Measure:
    return _measure(name, values, unit, "")


def _measure(name: str, values: Iterable[float | bool | None], unit: str, better: str) -> Measure:
    interval = bootstrap([float(value) for value in values if value is not None])
    return Measure(name, interval.value, interval.low, interval.high, interval.n, unit, better)


def _point(name: str, value: float, n: int) -> Measure:
    """A percentile, given without an interval."""
    return Measure(name, value, value, value, n, "ms", "lower")
