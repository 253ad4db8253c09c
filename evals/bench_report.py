"""Benchmark rows -> a table for the terminal, and evals/bench.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from evals.bench import Row

__all__ = ["markdown", "table", "write_report"]

_FILE = Path(__file__).with_name("bench.md")
_HEADER = ("comparison", "TechPath", "compared with", "ratio", "aim", "held")


def table(rows: Sequence[Row]) -> Table:
    """The rows for a terminal."""
    made = Table(*_HEADER, title="Speed and memory")
    for row in rows:
        made.add_row(*_cells(row))
    return made


def markdown(rows: Sequence[Row], date: str) -> str:
    """The rows as a page: numbers, machine, date and command."""
    lines = [
        "# Speed against the tutorial pipeline",
        "",
        f"{date}, {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}; made by `techpath eval bench`. "
        "Ratios of one run on one machine; other work on it moves both sides.",
        "",
        f"| {' | '.join(_HEADER)} |",
        f"|{' --- |' * len(_HEADER)}",
        *(f"| {' | '.join(_cells(row))} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def write_report(text: str) -> None:
    """Write evals/bench.md."""
    _FILE.write_text(text, encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        f"{row.ours:.1f} {row.unit}",
        f"{row.theirs:.1f} {row.unit}",
        f"{row.ratio:.2f}",
        row.aim,
        "yes" if row.held else "no",
    )
