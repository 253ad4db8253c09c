"""The command `techpath programs`: a place -> the schools that list a pharmacy technician program near it."""

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
from assistant.errors import WrongUseError
from assistant.footnotes import Footnotes
from assistant.guidance.schools import FARTHEST, MILES, Found, School, every_line, find_schools, headline
from assistant.wording_schools import NOTES, SchoolWording

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: techpath programs 43215 --miles 50")
def programs_command(
    near: Annotated[list[str], typer.Argument(help="A ZIP code, a city with its state, or a state.")],
    miles: Annotated[
        int, typer.Option(min=1, max=FARTHEST, help="How far around a ZIP code or city.")
    ] = MILES,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Schools that report a pharmacy technician program, nearest first, and what the list is not."""
    footing = open_footing()
    found = find_schools(footing.shelf, " ".join(near), miles)
    if found.asked.problem and not as_json:
        raise WrongUseError(" ".join((found.asked.problem, *found.asked.others)))
    notes = footing.notes(every_line(found))
    if as_json:
        print_json(_found_json(found, notes), notes)
        return
    terminal = console()
    _show(found, notes, terminal)
    print_sources(notes.citations, terminal)


def _show(found: Found, notes: Footnotes, terminal: Console) -> None:
    for line in headline(found):
        terminal.print(f"[bold]{escape(line)}[/bold]", highlight=False)
    for school in (*found.schools, *found.nearest):
        terminal.print(_school(school, notes), highlight=False)
    terminal.print(SchoolWording.DISTANCE_HINT, style="dim", highlight=False)
    for note, lines in found.notes.items():
        terminal.print(f"\n[bold]{NOTES[note]}[/bold]")
        table = Table.grid(padding=(0, 1))
        for cited in lines:
            table.add_row("-", marked(cited, notes))
        terminal.print(table, highlight=False)


def _school(school: School, notes: Footnotes) -> Table:
    table = Table.grid(padding=(0, 1))
    distance = f" [dim]({escape(school.distance.text)})[/dim]" if school.distance else ""
    table.add_row("-", marked(school.cited, notes) + distance)
    return table


def _found_json(found: Found, notes: Footnotes) -> dict[str, Any]:
    return {
        "asked": found.asked.text,
        "place": found.asked.label,
        "place_kind": found.asked.kind,
        "problem": found.asked.problem,
        "others": list(found.asked.others),
        "miles": found.miles,
        "headline": list(headline(found)),
        "schools": [_school_json(school, notes) for school in found.schools],
        "nearest": [_school_json(school, notes) for school in found.nearest],
        "notes": {note: [cited_json(cited, notes) for cited in lines] for note, lines in found.notes.items()},
    }


def _school_json(school: School, notes: Footnotes) -> dict[str, Any]:
    return {
        "name": school.name,
        "city": school.city,
        "state": school.state,
        "zip": school.zip,
        "control": school.control,
        "levels": list(school.levels),
        "awards": school.awards,
        "website": school.website,
        "miles": None if school.miles is None else round(school.miles, 1),
        "says": cited_json(school.cited, notes),
    }
