"""A Study of the specialty questionnaire -> tables for the terminal, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.fit_study import Study
from evals.fit_texts import TextScore

__all__ = ["as_json", "show"]


def show(console: Console, study: Study, texts: Sequence[TextScore]) -> None:
    """The recovery, the calibration, and how well texts are read."""
    console.print(_recovery(study))
    console.print(_calibration(study))
    console.print(f"Shuffled answers change a score by at most {study.order_matters:g} points.")
    for score in texts:
        console.print(
            f"Texts, {score.split}: {score.texts}, without a fault {score.exact:.0%}, "
            f"precision {score.precision:.2f}, recall {score.recall:.2f}",
            highlight=False,
        )


def as_json(study: Study, texts: Sequence[TextScore]) -> dict[str, Any]:
    """Everything as JSON-ready values."""
    return {**asdict(study), "texts": [asdict(score) for score in texts]}


def _recovery(study: Study) -> Table:
    table = Table(title=f"Planted preferences, {study.people} people a group")
    for name in ("people", "same pick again", "items by", "best among three", "95 %", "first", "overlap",
                 "loss", "items", "stated"):  # fmt: skip
        table.add_column(name, justify="left" if name in ("people", "items by") else "right")
    for row in study.rows:
        spread = f"{row.recovered.low:.3f}-{row.recovered.high:.3f}"
        table.add_row(
            row.group,
            f"{row.repeats:.2f}",
            row.policy,
            f"{row.recovered.value:.3f}",
            spread,
            f"{row.first:.3f}",
            f"{row.overlap:.3f}",
            f"{row.loss:.2f}",
            f"{row.items:.1f}",
            f"{row.stated:.3f}",
            end_section=row.policy == "random",
        )
    return table


def _calibration(study: Study) -> Table:
    table = Table(title="Stated certainty and what came true, adaptive")
    for name in ("people", "stated between", "count", "stated", "came true"):
        table.add_column(name, justify="left" if name == "people" else "right")
    for group, bands in study.bands.items():
        for band in bands:
            table.add_row(
                group,
                f"{band.low:.2f}-{band.high:.2f}",
                str(band.count),
                f"{band.stated:.2f}",
                f"{band.recovered:.2f}",
            )
    return table
