"""The command `techpath fit`: choices and words of a person -> the specialties ranked for them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.fit_answers import read_given
from assistant.commands.fit_asked import ask_items
from assistant.commands.fit_json import fit_json
from assistant.commands.fit_shown import show_fit, show_own_words
from assistant.commands.footing import console, open_footing, print_json
from assistant.errors import WrongUseError
from assistant.guidance.choices import Item
from assistant.guidance.fit import SEED, Fit, every_cited, fit
from assistant.guidance.preferences import learn
from assistant.guidance.questionnaire import next_item
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import BEST, field_of
from assistant.guidance.wishes import strengths
from assistant.wording_fit import FitTerminal

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog='Example: techpath fit --text "I love math and careful lab work, no angry customers"')
def fit_command(
    text: Annotated[str, typer.Option(help="What you like and dislike, in your own words.")] = "",
    answers: Annotated[
        Path | None, typer.Option(help="A JSON file with choices, wishes, text and profile.")
    ] = None,
    most: Annotated[int, typer.Option("-n", min=1, max=26, help="How many to show in detail.")] = BEST,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Find the specialties that fit you; without options it asks, in a terminal."""
    asking = not (text or answers) and sys.stdin.isatty() and not as_json
    if not (text or answers or asking):
        raise WrongUseError(FitTerminal.NO_INPUT)
    footing = open_footing()
    said, profile, words = read_given(text, answers)
    terminal = console()
    if asking:
        said = ask_items(field_of(footing.shelf), said, terminal, terminal.input)
    found = fit(footing.shelf, said, profile)
    notes = footing.notes(every_cited(found, most))
    if as_json:
        print_json(fit_json(found, profile, _next(footing.shelf, found), notes, most), notes)
        return
    show_own_words(words, terminal)
    show_fit(found, notes, most, terminal)


def _next(shelf: Shelf, found: Fit) -> Item | None:
    """The item that would tell most, unless the ranking is settled."""
    if found.settled:
        return None
    choices = found.answers.choices
    return next_item(field_of(shelf), learn(choices, strengths(found.answers.wishes)), choices, SEED)
