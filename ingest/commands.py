"""The commands `techpath ingest`, `techpath doctor` and `techpath knowledge`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from assistant.errors import WrongUseError
from assistant.settings import read_settings
from ingest.run import Report, ingest

__all__ = ["doctor_app", "ingest_app", "knowledge_app"]

ingest_app = typer.Typer(add_completion=False)
doctor_app = typer.Typer(add_completion=False)
knowledge_app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look after the knowledge base.")


@ingest_app.command(epilog="Example: techpath ingest ~/handouts")
def ingest_command(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders of Markdown, PDF, HTML or text to take in as well."),
    ] = None,
    only: Annotated[bool, typer.Option("--only", help="Make these folders the whole corpus.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Bring the index up to date with the knowledge base and your folders."""
    if only and not folders:
        raise WrongUseError("--only needs at least one folder: techpath ingest --only FOLDER")
    settings = read_settings()
    if as_json:
        print(json.dumps(ingest(settings, folders or (), only).to_json(), ensure_ascii=False, indent=2))
        return
    console = Console()
    with _Bar(console) as bar:
        report = ingest(settings, folders or (), only, bar.show)
    _print_report(console, report)


@doctor_app.command(epilog="Example: techpath doctor")
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check Python, the weights, where data is kept, the index and the language model; say what to do."""
    from ingest.doctor import examine

    checks = examine(read_settings())
    if as_json:
        print(json.dumps([check.to_json() for check in checks], ensure_ascii=False, indent=2))
    else:
        console = Console()
        for check in checks:
            mark = "[green]ok  [/green]" if check.ok else "[red]fail[/red]"
            said = f"{mark} [bold]{check.name}[/bold]: {escape(check.found)}"
            console.print(said, highlight=False, soft_wrap=True)  # a command stays whole, to be copied
            if not check.ok and check.remedy not in check.found:
                console.print(f"     {escape(check.remedy)}", highlight=False, soft_wrap=True)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


@knowledge_app.command("check", epilog="Example: techpath knowledge check")
def check_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Check that every sentence is sourced by a fit source, and that figures agree."""
    from ingest.knowledge.check import check_knowledge
    from ingest.knowledge.findings import errors, render

    findings = check_knowledge(read_settings().knowledge, date.today())
    print(json.dumps([asdict(f) for f in findings], indent=2) if as_json else render(findings))
    if errors(findings):
        raise typer.Exit(1)


@knowledge_app.command("changes", epilog="Example: techpath knowledge changes --since HEAD~5")
def changes_command(
    since: Annotated[str, typer.Option(help="The git revision to compare with.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Show which facts were added, changed or removed since a revision, old beside new."""
    from ingest.knowledge.changes import changes, changes_to_json, render_changes
    from ingest.knowledge.history import texts_at
    from ingest.knowledge.library import read_texts

    folder = read_settings().knowledge
    found = changes(texts_at(folder, since), read_texts(folder))
    print(changes_to_json(found) if as_json else render_changes(found))


class _Bar:
    """A progress bar that hears `ingest`'s steps."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,  # a file would get an empty line of it
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """Show one step."""
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)


def _print_report(console: Console, report: Report) -> None:
    for line in _report_lines(report):
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _report_lines(report: Report) -> Iterator[str]:
    if report.switched:
        yield (
            f"{report.files} files: {report.added} added, {report.updated} updated, "
            f"{report.deleted} deleted, {report.unchanged} unchanged, {len(report.failed)} failed. "
            f"{report.embedded} texts embedded in {report.seconds:.1f} s."
        )
    else:
        yield f"Nothing has changed: {report.unchanged} files are up to date."
    for failure in report.failed:
        yield f"  not read: {failure.reason}"
    if report.switched:
        yield "The new index is in use."
