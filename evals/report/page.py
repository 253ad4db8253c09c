"""One run -> one page without any outside file or script: tables, bars, every faulty turn of dev."""

from __future__ import annotations

import html
from collections.abc import Iterator

from evals.baseline import Baseline
from evals.evaluation import Evaluation, of_split
from evals.report.tables import Table, tables_of, worst_first
from evals.run import TurnResult

__all__ = ["as_html"]

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #1c2a30; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 0 0 2rem; }
th, td { padding: .25rem .75rem; text-align: left; border-bottom: 1px solid #d5dde0; }
td { font-variant-numeric: tabular-nums; }
.bar { background: #e6ecee; width: 10rem; } .bar div { background: #0f6b6b; height: .75rem; }
details { border-bottom: 1px solid #d5dde0; padding: .5rem 0; }
pre { white-space: pre-wrap; background: #f4f7f7; padding: .75rem; }
"""


def as_html(evaluation: Evaluation, baseline: Baseline | None, title: str) -> str:
    """The page."""
    shown = of_split(evaluation, "dev").results
    worst = worst_first(shown)
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<p>{len(evaluation.results)} turns by the engine {html.escape(evaluation.engine)}. "
        f"{len(worst)} of {len(shown)} turns of dev have a fault; those of test are not shown.</p>",
        *(_table(table) for table in tables_of(evaluation, baseline)),
        "<h2>Turns of dev with a fault, worst first</h2>",
        *(_turn(result) for result in worst),
    ]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _table(table: Table) -> str:
    head = "".join(f"<th>{html.escape(cell)}" for cell in table.header)
    rows = "".join(f"<tr>{''.join(_cells(table, row))}" for row in table.rows)
    return f"<h2>{html.escape(table.title)}</h2><table><tr>{head}{rows}</table>"


def _cells(table: Table, row: tuple[str, ...]) -> Iterator[str]:
    yield from (f"<td>{html.escape(cell)}" for cell in row)
    if table.bar is not None:
        yield f'<td class="bar"><div style="width:{html.escape(row[table.bar])}"></div>'


def _turn(result: TurnResult) -> str:
    reasons = "".join(f"<li>{html.escape(reason)}</li>" for reason in result.reasons)
    wanted = "; ".join(" / ".join(group[:4]) for group in result.missed)
    return (
        f"<details><summary><b>{html.escape(result.asked.id)}</b> ({result.score:.2f}) "
        f"{html.escape(result.asked.question)}</summary><ul>{reasons}</ul>"
        f"<p>Expected and not said: {html.escape(wanted) or 'nothing'}</p>"
        f"<pre>{html.escape(result.said)}</pre></details>"
    )
