"""Rows of an ablation -> tables for the terminal and for README.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.table import Table

from evals.ablate import Depth, Row
from evals.summary import differences, summarize_retrieval

__all__ = ["SECTION", "markdown", "table"]

SECTION = "ablations"  # of README.md
_SHOWN = ("recall@5", "nDCG@10", "MRR@10")
_COMPARED = "nDCG@10"
_HEADER = (*_SHOWN, f"{_COMPARED} less the code's (95 %)", "n")


def table(rows: Sequence[Row]) -> Table:
    """The rows for a terminal."""
    made = Table("choice", "variant", *_HEADER, title="Ablations on dev")
    for row in rows:
        made.add_row(row.group, _name(row), *_cells(row, rows))
    return made


def markdown(rows: Sequence[Row], depths: Sequence[Depth], date: str) -> str:
    """A table for each choice, and one for the number of passages."""
    parts = [
        f"Made by `techpath eval ablate --write` on {date}, on the judged turns of dev. Bold is what the "
        "code does; the interval is a paired bootstrap over turns."
    ]
    for group, members in groupby(rows, key=lambda row: row.group):
        parts += ["", f"| {group} | {' | '.join(_HEADER)} |", f"|{' --- |' * (len(_HEADER) + 1)}"]
        parts += [f"| {_name(row)} | {' | '.join(_cells(row, rows))} |" for row in members]
    parts += ["", f"| passages read (k) | {' | '.join(str(depth.k) for depth in depths)} |"]
    parts += [f"|{' --- |' * (len(depths) + 1)}"]
    parts += [f"| recall@k | {' | '.join(f'{depth.recall:.3f}' for depth in depths)} |"]
    return "\n".join(parts) + "\n"


def _name(row: Row) -> str:
    return f"**{row.name}**" if row.chosen else row.name


def _cells(row: Row, rows: Sequence[Row]) -> Iterator[str]:
    values = {measure.name: measure for measure in summarize_retrieval(row.found)}
    yield from (f"{values[name].value:.3f}" for name in _SHOWN)
    yield "" if row.chosen else _apart(row, next(r for r in rows if r.group == row.group and r.chosen))
    yield str(values[_COMPARED].n)


def _apart(row: Row, chosen: Row) -> str:
    found = {item.name: item.interval for item in differences(row.found, chosen.found)}[_COMPARED]
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"
