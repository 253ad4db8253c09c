"""Results -> words for the terminal, JSON, and one self-contained HTML page, worst turns first."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.baseline import Baseline, compare
from evals.measures import confusion
from evals.run import Measure, TurnResult, summarize

__all__ = ["as_html", "as_json", "show", "worst_first"]

_SHOWN_WORST = 15  # turns in the terminal; the page has all
_SLICES = ("file", "kind", "group", "split")

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1c2a30; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 0 0 2rem; }
th, td { padding: .25rem .75rem; text-align: left; border-bottom: 1px solid #d5dde0; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
.bar { background: #e6ecee; width: 10rem; } .bar div { background: #0f6b6b; height: .75rem; }
details { border-bottom: 1px solid #d5dde0; padding: .5rem 0; }
pre { white-space: pre-wrap; background: #f4f7f7; padding: .75rem; }
"""


def worst_first(results: Sequence[TurnResult]) -> list[TurnResult]:
    """The turns with a fault, lowest score first, those with most reasons first among equals."""
    faulty = [result for result in results if result.reasons]
    return sorted(faulty, key=lambda r: (r.score, -len(r.reasons), r.id))


def show(console: Console, results: Sequence[TurnResult], baseline: Baseline | None) -> None:
    """Print the measures, the confusion of outcomes and the worst turns."""
    measured = summarize(results)
    table = Table("measure", "value", "95 % interval", "n", "since baseline", title="Measures")
    for measure in measured:
        table.add_row(*_cells(measure, baseline))
    console.print(table)
    outcomes = Table("wanted", "got", "turns", title="Outcomes")
    for (wanted, got), count in _confusion(results).items():
        outcomes.add_row(wanted, got, str(count), style="" if wanted == got else "yellow")
    console.print(outcomes)
    worst = worst_first(results)
    console.print(f"{len(worst)} of {len(results)} turns have a fault; the worst:")
    for result in worst[:_SHOWN_WORST]:
        console.print(f"  {result.id}: {result.question}", markup=False, highlight=False)
        console.print(f"    {'; '.join(result.reasons)[:240]}", markup=False, highlight=False)


def as_json(results: Sequence[TurnResult], baseline: Baseline | None) -> dict[str, Any]:
    """Everything, as JSON-ready values."""
    measured = summarize(results)
    worse, fallen = compare(baseline, results, measured) if baseline else ([], [])
    return {
        "measures": [asdict(measure) for measure in measured],
        "outcomes": [
            {"wanted": wanted, "got": got, "turns": count}
            for (wanted, got), count in _confusion(results).items()
        ],
        "worse_than_baseline": {"measures": [asdict(item) for item in worse], "turns": fallen},
        "turns": [{**asdict(r), "score": r.score, "reasons": list(r.reasons)} for r in results],
    }


def as_html(results: Sequence[TurnResult], baseline: Baseline | None, title: str) -> str:
    """One page without any outside file or script."""
    measured = summarize(results)
    worst = worst_first(results)
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p>{len(results)} turns, {len(worst)} with a fault.</p>",
        _table(
            ("measure", "value", "95 % interval", "n", "since baseline"),
            [_cells(measure, baseline) for measure in measured],
        ),
        "<h2>Outcomes</h2>",
        _table(
            ("wanted", "got", "turns"),
            [(wanted, got, str(n)) for (wanted, got), n in _confusion(results).items()],
        ),
        *(_slice(results, name) for name in _SLICES),
        "<h2>Turns with a fault, worst first</h2>",
        *(_turn(result) for result in worst),
    ]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _confusion(results: Iterable[TurnResult]) -> dict[tuple[str, str], int]:
    """An accepted outcome counts as the wanted one."""
    return dict(
        confusion([(r.outcome if r.outcome in r.expected else r.expected[0], r.outcome) for r in results])
    )


def _cells(measure: Measure, baseline: Baseline | None) -> tuple[str, str, str, str, str]:
    before = baseline.measures.get(measure.name) if baseline else None
    interval = f"{_number(measure.low, measure.unit)} - {_number(measure.high, measure.unit)}"
    return (
        measure.name,
        _number(measure.value, measure.unit),
        "" if measure.unit == "ms" else interval,
        str(measure.n),
        "" if before is None else f"{measure.value - before:+.3f}",
    )


def _number(value: float, unit: str) -> str:
    return f"{value:.3f}" if unit == "share" else f"{value:.1f} {unit}"


def _slice(results: Sequence[TurnResult], name: str) -> str:
    """The share of turns without fault by one property, as bars."""
    groups: dict[str, list[TurnResult]] = {}
    for result in results:
        groups.setdefault(getattr(result, name) or "not given", []).append(result)
    rows = []
    for value, members in sorted(groups.items()):
        share = sum(not member.reasons for member in members) / len(members)
        rows.append(
            f'<tr><td>{html.escape(value)}<td class="number">{len(members)}'
            f'<td class="number">{share:.0%}<td class="bar"><div style="width:{share:.0%}"></div>'
        )
    head = f"<tr><th>{name}<th>turns<th>without fault<th>"
    return f"<h2>By {name}</h2><table>{head}{''.join(rows)}</table>"


def _turn(result: TurnResult) -> str:
    reasons = "".join(f"<li>{html.escape(reason)}</li>" for reason in result.reasons)
    return (
        f"<details><summary><b>{html.escape(result.id)}</b> ({result.score:.2f}) "
        f"{html.escape(result.question)}</summary><ul>{reasons}</ul>"
        f"<pre>{html.escape(result.said)}</pre></details>"
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{html.escape(cell)}" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}" for cell in row) for row in rows)
    return f"<table><tr>{head}{body}</table>"
