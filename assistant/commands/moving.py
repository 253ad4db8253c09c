"""The command `techpath moving`: two states -> what comes along and what to do again, in order."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.commands.footing import (
    cited_json,
    console,
    marked,
    open_footing,
    print_json,
    print_sources,
)
from assistant.footnotes import Footnotes
from assistant.guidance.moving import IN_ORDER, Move, Part, every_line, move
from assistant.profile_wire import profile_from_json

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: techpath moving TX CO --credential ptcb-cpht")
def moving_command(
    old: Annotated[str, typer.Argument(metavar="FROM", help="The state you leave, for example TX.")],
    new: Annotated[str, typer.Argument(metavar="TO", help="The state you go to, for example CO.")],
    credential: Annotated[str, typer.Option(help="Yours, for example ptcb-cpht or nha-cpht.")] = "",
    age: Annotated[int | None, typer.Option(help="Your age in years.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the move as JSON.")] = False,
) -> None:
    """What a move to another state asks of a technician."""
    profile = profile_from_json({"credential": credential or None, "age": age})
    footing = open_footing()
    found = move(footing.shelf, old, new, profile)
    notes = footing.notes(every_line(found))
    if as_json:
        print_json(_move_json(found, notes), notes)
        return
    terminal = console()
    _show(found, notes, terminal)
    print_sources(notes.citations, terminal)


def _show(found: Move, notes: Footnotes, terminal: Console) -> None:
    terminal.print(f"[bold]{escape(found.title)}[/bold]")
    for part in found.parts:
        terminal.print()
        terminal.rule(escape(part.heading), align="left")
        if part.lead:
            terminal.print(escape(part.lead), highlight=False)
        terminal.print(_lines(part, notes), highlight=False)


def _lines(part: Part, notes: Footnotes) -> Table:
    """The lines with a number each where their order counts, else with a dot."""
    table = Table.grid(padding=(0, 1))
    for number, cited in enumerate(part.lines, start=1):
        table.add_row(f"{number}." if part.id in IN_ORDER else "-", marked(cited, notes))
    return table


def _move_json(found: Move, notes: Footnotes) -> dict[str, Any]:
    return {
        "from": found.old,
        "to": found.new,
        "title": found.title,
        "parts": [
            {
                "id": part.id,
                "heading": part.heading,
                "lead": part.lead,
                "lines": [cited_json(cited, notes) for cited in part.lines],
            }
            for part in found.parts
        ],
    }
