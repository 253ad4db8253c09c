"""A Fit -> the terminal, with rich; works at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.commands.footing import marked, print_sources
from assistant.footnotes import Footnotes
from assistant.guidance.fit import Fit, Ranked
from assistant.guidance.fit_words import certainty, chance, heard, method, score, unknown
from assistant.guidance.own_words import OwnWords
from assistant.guidance.reasons import Reason
from assistant.wording_fit import WAY_IN, FitTerminal, FitWording

__all__ = ["show_fit", "show_own_words"]

_BAR = 25  # characters for the scores 0 to 100


def show_own_words(words: OwnWords, terminal: Console) -> None:
    """What was read from a text, for correction."""
    if words.wishes:
        terminal.print(FitTerminal.HEARD)
    for wish in words.wishes:
        terminal.print(f"  - {escape(heard(wish))}", highlight=False)
    for piece in words.unread:
        terminal.print(escape(FitTerminal.UNREAD.format(words=piece)), style="dim", highlight=False)


def show_fit(found: Fit, notes: Footnotes, most: int, terminal: Console) -> None:
    """How sure it is, the ranking as bars, the first `most` in detail, and the sources."""
    _section(FitTerminal.HOW_SURE, certainty(found), terminal)
    terminal.print(f"\n[bold]{FitTerminal.RANKING}[/bold]")
    terminal.print(_bars(found.ranking), highlight=False)
    terminal.print(FitWording.SCALE, style="dim", highlight=False)
    for ranked in found.ranking[:most]:
        _details(ranked, notes, terminal)
    _section(FitTerminal.ABOUT, method(), terminal)
    print_sources(notes.citations, terminal)


def _bars(ranking: Iterable[Ranked]) -> Table:
    """A line a specialty: rank, name, score, and the range in which the score lies as a drawn bar."""
    table = Table.grid(padding=(0, 1))
    for ranked in ranking:
        table.add_row(
            str(ranked.rank), escape(ranked.name), f"{ranked.score:.0f}", f"[dim]{_bar(ranked)}[/dim]"
        )
    return table


def _bar(ranked: Ranked) -> str:
    place, low, high = (round(value / 100 * (_BAR - 1)) for value in (ranked.score, ranked.low, ranked.high))
    return "".join("●" if at == place else "─" if low <= at <= high else " " for at in range(_BAR))


def _details(ranked: Ranked, notes: Footnotes, terminal: Console) -> None:
    terminal.print()
    terminal.rule(f"{ranked.rank}. {escape(ranked.name)}", align="left")
    terminal.print(marked(ranked.what, notes), highlight=False)
    for line in (score(ranked), chance(ranked)):
        terminal.print(escape(line), style="dim", highlight=False)
    _section(FitTerminal.FOR, (), terminal, _reasons(ranked.speaks_for, notes))
    _section(FitTerminal.AGAINST, (), terminal, _reasons(ranked.speaks_against, notes))
    _section(FitTerminal.UNKNOWN, unknown(ranked), terminal)
    for part, lines in ranked.way_in.parts.items():
        told = [
            f"{escape(line.about)}: {marked(line.cited, notes)}" if line.about else marked(line.cited, notes)
            for line in lines
        ]
        missing = (FitWording.NOT_SAID,) if part in ("likes", "dislikes") and not told else ()
        _section(WAY_IN[part], missing, terminal, told)


def _reasons(reasons: Iterable[Reason], notes: Footnotes) -> list[str]:
    return [f"{escape(reason.because)} {marked(reason.cited, notes)}" for reason in reasons]


def _section(heading: str, lines: Iterable[str], terminal: Console, ready: Iterable[str] = ()) -> None:
    """A heading and its lines; `ready` ones are escaped already. Nothing without lines."""
    told = [*map(escape, lines), *ready]
    if not told:
        return
    terminal.print(f"\n[bold]{heading}[/bold]")
    table = Table.grid(padding=(0, 1))
    for line in told:
        table.add_row(" -", line)
    terminal.print(table, highlight=False)
