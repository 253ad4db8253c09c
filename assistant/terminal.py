"""Answers and passages -> the terminal, with rich."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.table import Table

from assistant.answering.chain import Found
from assistant.answering.places import place_name
from assistant.render import markdown, references
from assistant.types import Answer

__all__ = ["show_answer", "show_passages"]

_WIDTH = 100  # characters: longer lines are hard to read


def show_answer(answer: Answer, console: Console | None = None) -> None:
    """The answer, its references and what to ask next."""
    console = console or _console()
    if answer.assumptions.state:
        console.print(f"[dim]Answer assumes: {place_name(answer.assumptions.state, True)}[/dim]\n")
    console.print(Markdown(markdown(answer)))
    if answer.citations:
        console.print("\n[bold]Sources[/bold]")
        console.print(escape(references(answer, date.today())), style="dim", highlight=False, soft_wrap=True)
    if answer.follow_ups:
        console.print("\n[bold]You could ask next[/bold]")
        for question in answer.follow_ups:
            console.print(f"  {escape(question)}", highlight=False)


def show_passages(found: Found, console: Console | None = None) -> None:
    """The passages as a table."""
    console = console or _console()
    query, passages, answerable = found
    table = Table(title=escape(query.standalone), caption=f"answerable: {answerable:.2f}", show_lines=True)
    table.add_column("#", justify="right")
    table.add_column("Where")
    table.add_column("Text")
    for passage in passages:
        chunk = passage.chunk
        place = "\n".join(
            filter(None, (chunk.title, chunk.section, f"p. {chunk.page}" if chunk.page else ""))
        )
        table.add_row(str(passage.rank), escape(place), escape(chunk.text))
    console.print(table)


def _console() -> Console:
    console = Console()
    return Console(width=min(_WIDTH, console.width))
