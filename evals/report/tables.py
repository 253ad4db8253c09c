"""One run -> the tables that the terminal and the page both show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from assistant.types import Outcome
from evals.baseline import Baseline
from evals.evaluation import Evaluation, measures_of, of_split
from evals.measures.confusion import confusion
from evals.measures.interval import Interval
from evals.retrieval import Found
from evals.run import TurnResult
from evals.slices import SLICES, parts
from evals.summary import Measure, differences, summarize_retrieval

__all__ = ["OURS", "Table", "outcome_pairs", "tables_of", "worst_first"]

OURS = "TechPath"


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of text; `bar` names the column that holds a share to draw."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bar: int | None = None


def tables_of(evaluation: Evaluation, baseline: Baseline | None) -> list[Table]:
    """Measures and outcomes of each split, other pipelines beside ours, then the slices of dev."""
    found = []
    for split, measured in measures_of(evaluation).items():
        part = of_split(evaluation, split)
        found.append(_measures(split, measured, baseline))
        found.append(_outcomes(split, part.results))
        found += _rivals(split, part)
    return found + [table for name in SLICES if (table := _slice(name, evaluation)).rows]


def worst_first(results: Sequence[TurnResult]) -> list[TurnResult]:
    """The turns that may be shown and have a fault: lowest score first, then most reasons."""
    faulty = [result for result in results if result.reasons and not result.asked.sealed]
    return sorted(faulty, key=lambda r: (r.score, -len(r.reasons), r.asked.id))


def outcome_pairs(results: Sequence[TurnResult]) -> Mapping[tuple[str, str], int]:
    """(wanted, got) -> turns; an accepted outcome counts as the wanted one."""
    wanted = (r.outcome if r.outcome in r.asked.expected else r.asked.expected[0] for r in results)
    return confusion([(outcome, r.outcome) for outcome, r in zip(wanted, results, strict=True)])


def _measures(split: str, measured: Sequence[Measure], baseline: Baseline | None) -> Table:
    before = baseline.measures.get(split, {}) if baseline else {}
    return Table(
        f"Measures on {split}",
        ("measure", "value", "95 % interval", "n", "since baseline"),
        tuple(
            (
                m.name,
                _number(m.value, m.unit),
                "" if m.unit == "ms" else f"{_number(m.low, m.unit)} - {_number(m.high, m.unit)}",
                str(m.n),
                f"{m.value - before[m.name]:+.3f}" if m.name in before else "",
            )
            for m in measured
            if m.n
        ),
    )


def _outcomes(split: str, results: Sequence[TurnResult]) -> Table:
    """The confusion of outcomes: a row for each wanted one, a column for each that was given."""
    outcomes, pairs = get_args(Outcome), outcome_pairs(results)
    return Table(
        f"Outcomes on {split}",
        ("wanted", *outcomes),
        tuple((wanted, *(str(pairs.get((wanted, got), 0)) for got in outcomes)) for wanted in outcomes),
    )


def _rivals(split: str, part: Evaluation) -> Iterator[Table]:
    for name, theirs in part.rivals.items():
        yield _against(f"Retrieval on {split}, all judged turns", name, part.found, theirs)
        yield _against(f"Retrieval on {split}, first turns only", name, _first(part.found), _first(theirs))


def _first(found: Sequence[Found]) -> list[Found]:
    return [item for item in found if item.asked.turn == 1]


def _against(title: str, name: str, ours: Sequence[Found], theirs: Sequence[Found]) -> Table:
    columns = zip(
        summarize_retrieval(ours), summarize_retrieval(theirs), differences(ours, theirs), strict=True
    )
    return Table(
        title,
        ("measure", OURS, name, "difference", "95 % interval", "n"),
        tuple(
            (
                mine.name,
                f"{mine.value:.3f}",
                f"{other.value:.3f}",
                f"{apart.interval.value:+.3f}",
                f"{apart.interval.low:+.3f} - {apart.interval.high:+.3f}",
                str(mine.n),
            )
            for mine, other, apart in columns
        ),
    )


def _slice(name: str, evaluation: Evaluation) -> Table:
    return Table(
        f"By {name}, dev",
        (name, "turns", "without fault", "95 % interval", "nugget recall", "n"),
        tuple(
            (
                part.value,
                str(part.without_fault.n),
                f"{part.without_fault.value:.0%}",
                _range(part.without_fault),
                f"{part.nuggets.value:.3f}" if part.nuggets.n else "",
                str(part.nuggets.n),
            )
            for part in parts(of_split(evaluation, "dev").results, name)
        ),
        bar=2,
    )


def _range(interval: Interval) -> str:
    return f"{interval.low:.0%} - {interval.high:.0%}"


def _number(value: float, unit: str) -> str:
    return f"{value:.3f}" if unit == "share" else f"{value:.1f} {unit}"
