"""The command `techpath plan`: a goal -> dated, cited steps, and files of them to keep."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.commands.asked import asked
from assistant.commands.footing import Footing, console, marked, open_footing, print_json, print_sources
from assistant.errors import WrongUseError
from assistant.guidance.calendar_file import calendar_bytes
from assistant.guidance.case import case_of
from assistant.guidance.costs import costs_of
from assistant.guidance.plan import plan
from assistant.guidance.reading_order import reading_order
from assistant.guidance.renew_steps import ledger_of
from assistant.guidance.steps import Dated, LineKind, Plan
from assistant.plan_files.document import every_cited, plan_document
from assistant.plan_files.markdown import plan_markdown
from assistant.plan_files.wire import ce_to_json, costs_to_json, plan_to_json
from assistant.wording_plan import PlanWording

__all__ = ["app"]

app = typer.Typer(add_completion=False)
# Without --full a step shows what to do and until when; the rest is in the files, the JSON and on the page.
_SHORT: frozenset[LineKind] = frozenset({"date", "deadline", "caution", "do", "rule", "ask", "fee"})


@app.command(epilog="Example: techpath plan --state TX --route employer-training --ics plan.ics")
def plan_command(
    goal: Annotated[str, typer.Option(help="become, certify, renew, move, lead ...")] = "become",
    state: Annotated[str, typer.Option(help="Your state, such as TX; the new one for a move.")] = "",
    route: Annotated[str, typer.Option(help="Such as employer-training, certificate-program.")] = "",
    stage: Annotated[str, typer.Option(help="exploring, student, trainee, certified, experienced.")] = "",
    start: Annotated[str, typer.Option(help="The first day, YYYY-MM-DD; today when left out.")] = "",
    exam: Annotated[str, typer.Option(help="ptce or excpt.")] = "",
    path: Annotated[str, typer.Option(help="To the exam: program, work, military, degree.")] = "",
    origin: Annotated[str, typer.Option("--from", help="The state that you move from.")] = "",
    credential: Annotated[str, typer.Option(help="What you hold, such as ptcb-cpht.")] = "",
    expires: Annotated[str, typer.Option(help="The day it ends, YYYY-MM-DD.")] = "",
    state_expires: Annotated[str, typer.Option(help="The day your state papers end.")] = "",
    age: Annotated[str, typer.Option(help="Your age in years.")] = "",
    hours: Annotated[str, typer.Option(help="Hours of work a week, such as 20-40.")] = "",
    done: Annotated[str, typer.Option(help="CE hours done: general,law,safety,live.")] = "",
    assume: Annotated[str, typer.Option(help="Days you set, such as find:14-30,study:60.")] = "",
    record: Annotated[bool, typer.Option("--record", help="Ask about a criminal record.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every line of every step.")] = False,
    ics: Annotated[Path | None, typer.Option(help="Write a calendar file.")] = None,
    markdown: Annotated[Path | None, typer.Option(help="Write Markdown.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write a PDF.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON.")] = False,
) -> None:
    """The dated steps to a goal: what comes first, how long, what it costs, and by when."""
    given = {
        "goal": goal, "state": state, "route": route, "stage": stage, "start": start, "exam": exam,
        "path": path, "from": origin, "credential": credential, "expires": expires, "hours": hours,
        "state-expires": state_expires, "age": age, "done": done, "assume": assume,
        "record": "yes" if record else "",
    }  # fmt: skip
    footing = open_footing()
    planned = plan(asked(given, footing.shelf, date.today()), footing.shelf)
    _write(planned, footing, ics, markdown, pdf)
    if as_json:
        _print(planned, footing)
    else:
        _show(planned, footing, full, console())


def _print(planned: Plan, footing: Footing) -> None:
    found, request = costs_of(planned), planned.request
    ledger = ledger_of(case_of(request, footing.shelf)) if request.goal == "renew" else None
    notes = footing.notes((*every_cited(planned, found), *(ledger.cited() if ledger else ())))
    ce = {"ce": ce_to_json(ledger, notes)} if ledger else {}
    print_json({**plan_to_json(planned, notes), "costs": costs_to_json(found, notes), **ce}, notes)


def _write(
    planned: Plan, footing: Footing, ics: Path | None, markdown: Path | None, pdf: Path | None
) -> None:
    """The files that were asked for."""
    if ics:
        _save(ics, calendar_bytes(planned, footing.shelf, datetime.now(UTC)))
    if not markdown and not pdf:
        return
    found = costs_of(planned)
    document = plan_document(planned, found, footing.notes(every_cited(planned, found)))
    if markdown:
        _save(markdown, plan_markdown(document, date.today()).encode())
    if pdf:
        from assistant.plan_files.pdf import plan_pdf

        _save(pdf, plan_pdf(document, date.today()))


def _save(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise WrongUseError(f"{path} cannot be written: {error.strerror}. Name another file.") from error


def _show(planned: Plan, footing: Footing, full: bool, terminal: Console) -> None:
    """The plan for people; sources are numbered for what is shown only."""
    found = costs_of(planned)
    shown = [
        (dated, [said for said in reading_order(dated) if full or said.kind in _SHORT])
        for dated in planned.steps
    ]
    totals = [found.first_year.cited, found.each_year.cited]
    cited = [said.line.cited for _, lines in shown for said in lines]
    notes = footing.notes((*cited, *totals, *(line.cited for line in planned.notes)))
    terminal.print(f"[bold]{escape(planned.title.cited.text)}[/bold]")
    for line in planned.assumed:
        terminal.print(line.cited.text, style="dim", highlight=False)
    for number, (dated, lines) in enumerate(shown, start=1):
        terminal.print()
        terminal.rule(_heading(number, dated), align="left")
        table = Table.grid(padding=(0, 1))
        for said in lines:
            table.add_row(escape(said.label), marked(said.line.cited, notes))
        terminal.print(table, highlight=False)
    terminal.print()
    for total in totals:
        terminal.print(marked(total, notes), highlight=False)
    terminal.print(f"\n[bold]{PlanWording.NOTES}[/bold]")
    for line in planned.notes:
        terminal.print(marked(line.cited, notes), highlight=False)
    print_sources(notes.citations, terminal)


def _heading(number: int, dated: Dated) -> str:
    choice = f" ({PlanWording.OPTIONAL})" if dated.step.optional else ""
    return escape(f"{number}. {dated.step.title.cited.text}{choice}")
