"""The command `techpath settings`: every setting, what it does, and what holds now."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.settings import read_settings
from assistant.variables import VARIABLES, in_force, markdown_table

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: PORT=8601 techpath settings")
def settings_command(
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the table of docs/administrators.md.")
    ] = False,
) -> None:
    """Show every setting: what it does, and what holds now."""
    if as_markdown:
        typer.echo(markdown_table())
        return
    settings = read_settings()
    table = Table("variable", "what it does", "now", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.columns[1].overflow = "fold"
    for variable in VARIABLES:
        table.add_row(variable.name, escape(variable.does), escape(in_force(variable, settings)))
    Console().print(table)
