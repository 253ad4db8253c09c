"""One run -> words for the terminal: tables, then the worst turns with their reasons."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid

from evals.baseline import Baseline
from evals.evaluation import Evaluation, of_split
from evals.report.tables import Table, tables_of, worst_first

__all__ = ["grid", "show"]

_SHOWN_WORST = 15  # turns; the page has all
_SHOWN_ROWS = 20  # of a slice, which is sorted worst first


def show(console: Console, evaluation: Evaluation, baseline: Baseline | None) -> None:
    """Print the tables and the worst turns of dev."""
    for table in tables_of(evaluation, baseline):
        console.print(grid(table))
    results = of_split(evaluation, "dev").results
    worst = worst_first(results)
    if results:
        console.print(f"{len(worst)} of {len(results)} turns of dev have a fault; the worst:")
    for result in worst[:_SHOWN_WORST]:
        console.print(f"  {result.asked.id}: {result.asked.question}", markup=False, highlight=False)
        console.print(f"    {'; '.join(result.reasons)[:240]}", markup=False, highlight=False)
    late = [item for item in evaluation.found if item.reasons and not item.asked.sealed]
    if late:
        console.print(f"{len(late)} turns of dev miss a section among the first five passages; some:")
    for item in late[:_SHOWN_WORST]:
        line = f"  {item.asked.id}: {'; '.join(item.reasons)}"
        console.print(line[:240], markup=False, highlight=False)


def grid(table: Table) -> Grid:
    """A table for the terminal; a long slice shows its worst parts."""
    made = Grid(*table.header, title=table.title)
    for row in table.rows[:_SHOWN_ROWS] if table.bar is not None else table.rows:
        made.add_row(*row)
    return made
