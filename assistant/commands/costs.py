"""The command `techpath costs`: a way into the job -> an itemised, sourced list of what it costs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.commands.asked import asked
from assistant.commands.footing import console, marked, open_footing, print_json, print_sources
from assistant.footnotes import Footnotes
from assistant.guidance.costs import Costs, amount_words, costs_of, how_often
from assistant.guidance.plan import plan
from assistant.guidance.request import to_params
from assistant.plan_files.wire import costs_to_json
from assistant.wording_plan import PlanWording

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: techpath costs --state OH --route certificate-program")
def costs_command(
    state: Annotated[str, typer.Option(help="Your state, for example OH.")] = "",
    route: Annotated[str, typer.Option(help="For example employer-training or certificate-program.")] = "",
    goal: Annotated[
        str, typer.Option(help="become, certify, renew, move, lead, specialty-nuclear ...")
    ] = "become",
    stage: Annotated[str, typer.Option(help="exploring, student, trainee, certified or experienced.")] = "",
    exam: Annotated[str, typer.Option(help="ptce or excpt.")] = "",
    credential: Annotated[str, typer.Option(help="The certification you hold, for example ptcb-cpht.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the costs as JSON.")] = False,
) -> None:
    """What a way costs, item by item: to get started, and again at each renewal."""
    given = {
        "goal": goal, "state": state, "route": route, "stage": stage, "exam": exam, "credential": credential,
    }  # fmt: skip
    footing = open_footing()
    request = asked(given, footing.shelf, date.today())
    planned = plan(request, footing.shelf)
    found = costs_of(planned)
    cited = [line.cited for line in found.lines()]
    notes = footing.notes((planned.title.cited, *cited, found.first_year.cited, found.each_year.cited))
    if as_json:
        data = {"asked": to_params(request), "title": planned.title.cited.text, **costs_to_json(found, notes)}
        print_json(data, notes)
        return
    terminal = console()
    terminal.print(f"[bold]{escape(PlanWording.COSTS_TITLE.format(title=planned.title.cited.text))}[/bold]\n")
    _show(found, notes, terminal)
    print_sources(notes.citations, terminal)


def _show(found: Costs, notes: Footnotes, terminal: Console) -> None:
    table = Table(show_lines=True)
    for name in (PlanWording.COL_ITEM, PlanWording.COL_AMOUNT, PlanWording.COL_OFTEN, PlanWording.COL_SAYS):
        table.add_column(name)
    for item in (*found.once, *found.again):
        says = marked(item.fee.line.cited, notes)
        table.add_row(escape(item.fee.name), escape(amount_words(item)), escape(how_often(item)), says)
    terminal.print(table, highlight=False)
    for total in (found.first_year, found.each_year):
        terminal.print(f"[bold]{marked(total.cited, notes)}[/bold]", highlight=False)
    terminal.print(PlanWording.COSTS_NOTE, style="dim")
