"""The commands `techpath eval run`, `ablate`, `propose`, `calibrate`, `bench` and those that kill writers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.errors import WrongUseError
from assistant.logs import set_up_logs
from assistant.settings import read_settings
from evals.baseline import read_baseline, write_baseline
from evals.cases import SPLITS, Case, load_cases
from evals.engines import ENGINES, open_engine
from evals.evaluation import Evaluation
from evals.retrieval import Found, search_cases
from evals.rivals import RIVALS, open_rival
from evals.run import TurnResult, run_cases

if TYPE_CHECKING:  # rich tables and a server are needed by one command only
    from evals.study_report import Study

__all__ = ["app"]

_PAGES = 12  # answers timed on the page

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Measure how good and how fast TechPath is."
)


@app.command(epilog="Example: techpath eval run --split dev --html report.html")
def run(
    split: Annotated[str, typer.Option(help="Only the cases of dev or of test.")] = "",
    file: Annotated[str, typer.Option(help="Only the cases of this file, for example answers.")] = "",
    engine: Annotated[str, typer.Option(help=f"What answers: {', '.join(ENGINES)}.")] = "embedded",
    against: Annotated[
        str, typer.Option(help=f"Another pipeline to compare retrieval with: {', '.join(RIVALS)}.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write a page with the worst turns first.")] = None,
    baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Make these numbers the ones to hold.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why the baseline changes.")] = "",
) -> None:
    """Ask every case and print the measures; of the test cases, totals only."""
    if baseline and (split or file or engine != "embedded"):
        raise WrongUseError("--write-baseline needs all cases: leave out --split, --file and --engine")
    if baseline and not reason.strip():
        raise WrongUseError('--write-baseline needs --reason "why the numbers change"')
    from evals.report.page import as_html
    from evals.report.wire import as_json as to_json
    from evals.report.words import show

    console = Console(stderr=as_json)
    evaluation = _evaluate(_chosen(split, file), engine, against, console)
    before = read_baseline() if engine == "embedded" else None
    if as_json:
        print(json.dumps(to_json(evaluation, before), ensure_ascii=False, indent=1))
    else:
        show(console, evaluation, before)
    if html:
        html.write_text(as_html(evaluation, before, "TechPath answers"), encoding="utf-8")
    if baseline:
        write_baseline(evaluation, reason, _today())
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


@app.command(epilog="Example: techpath eval page-speed --questions 60")
def page_speed(
    questions: Annotated[int, typer.Option(min=1, help="How many of dev to ask on the page.")] = 60,
) -> None:
    """Time the page in a real Chromium: its start, and from Enter to the answer; takes some minutes."""
    from evals.page_speed import measure_page

    console = Console()
    asked = [case.turns[0].question for case in load_cases("dev")][:questions]
    with Progress(console=console, transient=True) as bar:
        print(measure_page(read_settings(), asked, _telling(bar, "Asking")).in_words())


@app.command(epilog="Example: techpath eval crash --times 200")
def crash(
    times: Annotated[int, typer.Option(min=1, help="How often to kill an ingest.")] = 200,
    chunks: Annotated[int, typer.Option(min=1, help="The least size of the corpus.")] = 5_000,
    seed: Annotated[int, typer.Option(help="Of the corpus and of the moments.")] = 7,
    complete_every: Annotated[
        int, typer.Option(min=1, help="Complete and compare an ingest after so many kills.")
    ] = 4,
) -> None:
    """Kill ingests at random moments and check that nothing is lost; takes most of an hour."""
    from evals.crash import crash as kill

    console = Console()

    def tell(words: str) -> None:
        console.print(words, highlight=False)

    report = kill(times, chunks, seed, tell, complete_every)
    console.print(report.in_words(), highlight=False)
    if report.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: techpath eval crash-conversations --times 50")
def crash_conversations(
    times: Annotated[int, typer.Option(min=1, help="How often to kill the writers.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 7,
    database_url: Annotated[
        str, typer.Option(help="An empty PostgreSQL database; without it, a SQLite file.")
    ] = "",
) -> None:
    """Kill writers of conversations at random moments and check that nothing is lost or half shown."""
    from evals.crash_conversations import crash_conversations as kill

    console = Console()
    report = kill(
        times, seed, database_url=database_url, tell=lambda words: console.print(words, highlight=False)
    )
    console.print(report.in_words(), highlight=False)
    if report.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: techpath eval crash-server --times 50")
def crash_server(
    times: Annotated[int, typer.Option(min=1, help="How often to kill the server.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 7,
    database_url: Annotated[
        str, typer.Option(help="An empty PostgreSQL database; without it, a SQLite file.")
    ] = "",
) -> None:
    """Kill the page's server under eight asking visitors; check that nothing shown is lost or half shown."""
    from evals.crash_server import crash_server as kill

    console = Console()
    report = kill(
        times, seed, database_url=database_url, tell=lambda words: console.print(words, highlight=False)
    )
    console.print(report.in_words(), highlight=False)
    if report.faults:
        raise typer.Exit(1)


@app.command(epilog="Example: techpath eval calibrate --start ranking")
def calibrate(
    split: Annotated[str, typer.Option(help="The cases to fit on; only dev is allowed.")] = "dev",
    start: Annotated[
        str, typer.Option(help="The first step; those before it stay as they are.")
    ] = "likeness",
) -> None:
    """Fit likeness, context, ranking, kinds, intents, answerability and the judge's bar, on no test case."""
    from evals.calibrate import STEPS, calibrated

    if split != "dev":
        raise WrongUseError(f"--split is {split!r}; calibration reads the development cases only: dev")
    if start not in STEPS:
        raise WrongUseError(f"--start is {start!r}; it can be: {', '.join(STEPS)}")
    console = Console()
    for name, measured in calibrated(read_settings(), load_cases(split), start):
        console.print(name, measured)


@app.command(epilog="Example: techpath eval ablate --write")
def ablate(
    write: Annotated[
        bool, typer.Option("--write", help="Also write the tables into evals/README.md.")
    ] = False,
) -> None:
    """Compare the choices made in retrieval, on the judged development cases; takes minutes."""
    from evals.ablate import ablate as compare
    from evals.ablate import depths
    from evals.ablation_report import SECTION, markdown, table
    from evals.readme import write_section

    console, settings, cases = Console(), read_settings(), load_cases("dev")
    with console.status("Understanding the questions") as status:
        rows = compare(settings, cases, status.update)
        status.update("passages read")
        read = depths(settings, cases)
    console.print(table(rows))
    for depth in read:
        console.print(f"recall@{depth.k} {depth.recall:.3f}", highlight=False)
    if write:
        write_section(SECTION, markdown(rows, read, _today()))


@app.command(epilog="Example: techpath feedback export > f.jsonl && techpath eval propose f.jsonl")
def propose(
    file: Annotated[Path, typer.Argument(help="What `techpath feedback export` has printed.")],
) -> None:
    """Print draft cases for the thumbs down that say why, to be reviewed."""
    from evals.propose import complaints, drafts, in_yaml, read_feedback

    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WrongUseError(f"{file} cannot be read: {error.strerror}") from error
    found = complaints(read_feedback(lines, file.name))
    print(in_yaml(drafts(found, load_cases("dev"))), end="")


@app.command(epilog="Example: techpath eval fit --people 300")
def fit(
    people: Annotated[int, typer.Option(min=1, help="Made-up people of each kind.")] = 300,
    seed: Annotated[int, typer.Option(help="Of the people and of their answers.")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Ask made-up people with planted preferences which specialty fits them."""
    from assistant.build import build_assistant
    from assistant.guidance.standing import field_of
    from evals import fit_report
    from evals.fit_study import run_study
    from evals.fit_texts import score_texts

    console = Console(stderr=as_json)
    field = field_of(build_assistant(read_settings()).shelf())
    with Progress(console=console, transient=True) as bar:
        study = run_study(field, people, seed, _telling(bar, "Asking made-up people"))
    texts = [score_texts(split) for split in SPLITS]
    if as_json:
        print(json.dumps(fit_report.as_json(study, texts), indent=1))
    else:
        fit_report.show(console, study, texts)


@app.command(epilog="Example: techpath eval model-study --sentences 300")
def model_study(
    sentences: Annotated[int, typer.Option(min=30, help="How many the lying model writes.")] = 300,
    provider: Annotated[
        str, typer.Option(help="Whose client and wire form: openai, anthropic, ollama.")
    ] = "openai",
    seconds: Annotated[int, typer.Option(min=2, help="Allowed for one answer under a fault.")] = 4,
    page: Annotated[bool, typer.Option(help="Also time the first words in a real Chromium.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Also write the figures into evals/README.md.")
    ] = False,
) -> None:
    """Let a scripted model lie, break and dawdle, and see what gets through; needs no network."""
    from evals import study_report
    from evals.readme import write_section
    from evals.scripted.clients import CLIENTS

    if provider not in CLIENTS:
        raise WrongUseError(f"--provider is {provider!r}; it must be one of: {', '.join(CLIENTS)}")
    console = Console(stderr=as_json)
    study = _studied(provider, sentences, seconds, page, console)
    if as_json:
        print(json.dumps(study_report.as_json(study), ensure_ascii=False, indent=1))
    else:
        study_report.show(console, study)
    if write:
        write_section(study_report.SECTION, study_report.markdown(study, provider, _today()))
    if study.fails:
        raise typer.Exit(1)


def _studied(provider: str, sentences: int, seconds: int, page: bool, console: Console) -> Study:
    from assistant.build import build_assistant
    from evals import model_study
    from evals.page_waits import run_page_waits
    from evals.study_report import Study

    settings = replace(read_settings(), model="", model_tokens=0)
    set_up_logs(replace(settings, log_level="error"))  # that the model fails is what is wanted here
    with Progress(console=console, transient=True) as bar:
        lies = model_study.run_lies(settings, provider, sentences, _telling(bar, "Lying"))
        short = replace(settings, model_seconds=seconds)
        faults = tuple(model_study.run_faults(short, provider, (), _telling(bar, "Failing")))
        waits = model_study.run_waits(settings, provider)
        asked = model_study.questions_of(build_assistant(settings))[:_PAGES]
        seen = run_page_waits(settings, asked) if page else None
    return Study(lies, faults, waits, seen)


def _chosen(split: str, file: str) -> list[Case]:
    if split not in ("", *SPLITS):
        raise WrongUseError(f"--split is {split!r}; it must be one of: {', '.join(SPLITS)}")
    cases = load_cases(split or None)
    files = sorted({case.file for case in cases})
    if file and file not in files:
        raise WrongUseError(f"--file is {file!r}; it must be one of: {', '.join(files)}")
    return [case for case in cases if file in ("", case.file)]


def _evaluate(cases: list[Case], engine: str, against: str, console: Console) -> Evaluation:
    from evals.embedded import embedded_searcher

    settings = read_settings()
    set_up_logs(settings)
    ask, checks = open_engine(engine, settings)
    rivals: dict[str, list[Found]] = {}
    with Progress(console=console, transient=True) as bar:
        results: list[TurnResult] = run_cases(cases, ask, checks, _telling(bar, "Asking"))
        found = search_cases(cases, embedded_searcher(settings), _telling(bar, "Searching"))
        if against:
            bar.add_task(f"Building the index of {against}", total=None)
            with open_rival(against, settings) as theirs:
                rivals[against] = search_cases(cases, theirs, _telling(bar, f"Searching with {against}"))
    return Evaluation(engine, results, found, rivals)


def _telling(bar: Progress, what: str) -> Callable[[int, int], None]:
    task = bar.add_task(what, total=None)
    return lambda done, total: bar.update(task, completed=done, total=total)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
