"""What a scripted model got through -> words for the terminal, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.model_study import FaultRow, Lies, Waits

__all__ = ["as_json", "fails", "show"]

_STOPPED = 0.99  # of the lies, at least
_LOST = 0.05  # of the true sentences, at most


def fails(lies: Lies, faults: Sequence[FaultRow]) -> bool:
    """Whether anything is worse than what is asked of it."""
    return lies.stopped < _STOPPED or lies.lost > _LOST or any(row.unsupported for row in faults)


def show(console: Console, lies: Lies, faults: Sequence[FaultRow], waits: Waits) -> None:
    """Print the lies, the faults and the waits."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(lies.planted.items()))
    planted = sum(lies.planted.values())
    console.print(
        f"A model that lies: {lies.sentences} sentences in {lies.answers} answers, {planted} of them lies "
        f"({kinds}).\n  lies stopped: {lies.stopped:.1%} (asked: at least {_STOPPED:.0%})\n"
        f"  true sentences dropped: {lies.lost:.1%} of {lies.true} (asked: at most {_LOST:.0%})\n"
        f"  answers the model wrote in the end: {lies.from_model} of {lies.answers}"
    )
    for kind, texts in (("let through", lies.shown), ("dropped though true", lies.dropped)):
        for text in texts:
            console.print(f"  {kind}: {escape(text)}", highlight=False)
    table = Table(
        "fault", "tries", "who answered", "outcome", "cited", "unsupported", "seconds", title="Faults"
    )
    for row in faults:
        style = "red" if row.unsupported else ""
        table.add_row(
            escape(row.fault), str(row.tries), row.engine, row.outcome, str(row.shown),
            str(row.unsupported), f"{row.seconds:.1f}", style=style,
        )  # fmt: skip
    console.print(table)
    console.print(
        f"First words, median of {waits.answers} answers at 50 tokens a second: on the page "
        f"{waits.first_token_to_first_shown:.0f} ms after the first token and "
        f"{waits.first_sentence_to_first_shown:.0f} ms after the first sentence."
    )


def as_json(lies: Lies, faults: Sequence[FaultRow], waits: Waits) -> dict[str, Any]:
    """All of it, as JSON-ready values."""
    return {
        "lies": {**asdict(lies), "stopped": lies.stopped, "lost": lies.lost},
        "faults": [asdict(row) for row in faults],
        "waits": asdict(waits),
    }
