"""The command `techpath compare`: two to four things of one kind -> rows, those that differ first."""

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
from assistant.guidance.cited import Cited
from assistant.guidance.compare import KINDS, choices, compare, find_thing
from assistant.guidance.comparison import (
    Cell,
    Comparison,
    Row,
    Thing,
    every_cited,
    is_repeated,
    rows_of,
    shown,
)
from assistant.guidance.shelf import Shelf
from assistant.wording_compare import VERDICTS, CompareWording

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: techpath compare state TX CA NY")
def compare_command(
    kind: Annotated[str, typer.Argument(help=f"What to compare: {', '.join(KINDS)}.")],
    things: Annotated[list[str] | None, typer.Argument(help="Two to four names, codes or ids.")] = None,
    differing: Annotated[bool, typer.Option("--differing", help="Leave out rows that are the same.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every sentence behind every value.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON.")] = False,
) -> None:
    """Compare things side by side; with a kind alone, list what can be compared."""
    footing = open_footing()
    known = choices(footing.shelf, kind)
    if not things:
        for id, name in known.items():
            print(f"{id}: {name}" if id != name else id)
        return
    found = compare(footing.shelf, kind, [_thing(footing.shelf, kind, asked) for asked in things])
    notes = footing.notes(every_cited(found, differing, full or as_json))
    if as_json:
        print_json(_comparison_json(found, notes, differing), notes)
        return
    terminal = console()
    _show(found, notes, differing, full, terminal)
    print_sources(notes.citations, terminal)


def _thing(shelf: Shelf, kind: str, asked: str) -> str:
    found = find_thing(shelf, kind, asked)
    if found is None:
        raise WrongUseError(CompareWording.NOTHING_CALLED.format(kind=kind, asked=asked))
    return found


def _show(found: Comparison, notes: Footnotes, differing: bool, full: bool, terminal: Console) -> None:
    for thing in found.things:
        terminal.print(f"[bold]{escape(thing.name)}[/bold]")
        for cited in thing.about:
            terminal.print(marked(cited, notes), highlight=False)
    verdict = ""
    for row in rows_of(found, differing):
        if row.verdict != verdict:
            verdict = row.verdict
            terminal.rule(VERDICTS[verdict], align="left")
        _show_row(row, found.things, notes, full, terminal)
    contacts = [cited for thing in found.things for cited in thing.contact]
    if contacts:
        terminal.rule(CompareWording.WHO_DECIDES, align="left")
    for cited in contacts:
        terminal.print(marked(cited, notes), highlight=False)


def _show_row(row: Row, things: tuple[Thing, ...], notes: Footnotes, full: bool, terminal: Console) -> None:
    """The label, and below it one line a thing."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", max_width=24)
    table.add_column()
    for thing, cell in zip(things, row.cells, strict=True):
        table.add_row(escape(thing.name), _text(thing, cell, notes, full))
    terminal.print(f"\n[bold]{escape(row.label)}[/bold]")
    terminal.print(table, highlight=False)


def _text(thing: Thing, cell: Cell, notes: Footnotes, full: bool) -> str:
    return "\n".join(_line(cell, cited, notes, full) for cited in shown(thing, cell, full))


def _line(cell: Cell, cited: Cited, notes: Footnotes, full: bool) -> str:
    text = escape(cited.text) if is_repeated(cell, cited, full) else marked(cited, notes)
    return f"[bold]{text}[/bold]" if cited is cell.short else text


def _comparison_json(found: Comparison, notes: Footnotes, differing: bool) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "things": [
            {
                "id": thing.id,
                "name": thing.name,
                "about": [cited_json(cited, notes) for cited in thing.about],
                "contact": [cited_json(cited, notes) for cited in thing.contact],
            }
            for thing in found.things
        ],
        "rows": [_row_json(row, notes) for row in rows_of(found, differing)],
    }


def _row_json(row: Row, notes: Footnotes) -> dict[str, Any]:
    return {
        "field": row.field,
        "label": row.label,
        "verdict": row.verdict,
        "differs": row.differs,
        "cells": [_cell_json(cell, notes) for cell in row.cells],
    }


def _cell_json(cell: Cell, notes: Footnotes) -> dict[str, Any]:
    return {
        "known": bool(cell.says),
        "short": cited_json(cell.short, notes) if cell.short else None,
        "value": list(cell.value) if isinstance(cell.value, tuple) else cell.value,
        "up_to": cell.up_to,
        "unit": cell.unit,
        "says": [cited_json(cited, notes) for cited in cell.says],
        "otherwise": [cited_json(cited, notes) for cited in cell.disputes],
    }
