"""The commands `techpath eval run`, `bench`, `crash` and `calibrate`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.errors import WrongUseError
from assistant.settings import read_settings
from evals.baseline import read_baseline, write_baseline
from evals.cases import Case, load_cases
from evals.run import TurnResult, run_cases, summarize

__all__ = ["app"]

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Measure how good and how fast TechPath is."
)


@app.command(epilog="Example: techpath eval run --split dev --html report.html")
def run(
    split: Annotated[str, typer.Option(help="Only the cases of dev or of test.")] = "",
    file: Annotated[str, typer.Option(help="Only the cases of this file, for example answers.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page with the worst turns first.")] = None,
    baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Make these numbers the ones to hold.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why the baseline changes.")] = "",
) -> None:
    """Ask every case and print the measures."""
    if baseline and (split or file):
        raise WrongUseError("--write-baseline needs all cases: leave out --split and --file")
    if baseline and not reason.strip():
        raise WrongUseError('--write-baseline needs --reason "why the numbers change"')
    from evals import report

    console = Console(stderr=as_json)
    results = _results(_chosen(split, file), console)
    before = read_baseline()
    if as_json:
        print(json.dumps(report.as_json(results, before), ensure_ascii=False, indent=1))
    else:
        report.show(console, results, before)
    if html:
        html.write_text(report.as_html(results, before, "TechPath answers"), encoding="utf-8")
    if baseline:
        write_baseline(results, summarize(results), reason, _today())
        console.print("The baseline is written.")


@app.command(epilog="Example: techpath eval bench")
def bench() -> None:
    """Compare speed and memory with the tutorial pipeline; takes some ten minutes."""
    from evals.bench import bench as compare
    from evals.bench_report import markdown, table, write_report

    console = Console()
    settings = read_settings()
    with console.status("Starting") as status:
        rows = compare(settings, status.update)
    console.print(table(rows))
    write_report(markdown(rows, _today()))


@app.command(epilog="Example: techpath eval crash --times 200")
def crash(
    times: Annotated[int, typer.Option(min=1, help="How often to kill an ingest.")] = 200,
    chunks: Annotated[int, typer.Option(min=1, help="The least size of the corpus.")] = 5_000,
    seed: Annotated[int, typer.Option(help="Of the corpus and of the moments.")] = 7,
    complete_every: Annotated[
        int, typer.Option(min=1, help="Complete and compare an ingest after so many kills.")
    ] = 4,
) -> None:
    """Kill ingests at random moments and check that nothing is lost; takes an hour or two."""
    from evals.crash import crash as kill

    console = Console()

    def tell(words: str) -> None:
        console.print(words, highlight=False)

    report = kill(times, chunks, seed, tell, complete_every)
    console.print(report.in_words(), highlight=False)
    if report.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: techpath eval calibrate")
def calibrate(
    split: Annotated[str, typer.Option(help="The cases to fit on; only dev is allowed.")] = "dev",
) -> None:
    """Fit the intent classifier and the answerability model on the development cases."""
    from assistant.build import build_assistant
    from evals.calibrate import fit_answerable, fit_intents

    if split != "dev":
        raise WrongUseError(f"--split is {split!r}; calibration reads the development cases only: dev")
    cases = load_cases(split)
    chain = build_assistant(read_settings()).chain()
    console = Console()
    console.print("answerability", fit_answerable(chain, cases))
    console.print("intents", fit_intents(chain))


def _chosen(split: str, file: str) -> list[Case]:
    if split not in ("", "dev", "test"):
        raise WrongUseError(f"--split is {split!r}; it must be dev or test")
    cases = load_cases(split or None)
    files = sorted({case.file for case in cases})
    if file and file not in files:
        raise WrongUseError(f"--file is {file!r}; it must be one of: {', '.join(files)}")
    return [case for case in cases if file in ("", case.file)]


def _results(cases: list[Case], console: Console) -> list[TurnResult]:
    from evals.embedded import embedded_engine

    engine, checks = embedded_engine(read_settings())
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("Asking", total=None)
        return run_cases(
            cases, engine, checks, lambda done, total: bar.update(task, completed=done, total=total)
        )


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
