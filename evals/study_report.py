"""What a scripted model got through -> words for the terminal, JSON, and the part of README.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.model_study import FaultRow, Lies, Waits
from evals.page_waits import PageWaits

__all__ = ["SECTION", "Study", "as_json", "markdown", "show"]

SECTION = "model-study"  # of README.md
_STOPPED = 0.99  # of the lies, at least
_LOST = 0.05  # of the true sentences, at most
_HEADER = ("fault", "times", "requests", "by the model", "outcome", "cited", "unsupported", "slowest")


@dataclass(frozen=True, slots=True)
class Study:
    """All that was measured."""

    lies: Lies
    faults: tuple[FaultRow, ...]
    waits: Waits
    page: PageWaits | None = None

    @property
    def fails(self) -> bool:
        """Whether anything is worse than what is asked of it."""
        lost = len(self.lies.lost()) > _LOST * self.lies.true
        return self.lies.stopped() < _STOPPED or lost or any(row.unsupported for row in self.faults)


def show(console: Console, study: Study) -> None:
    """Print the lies with each mistake, the faults and the waits."""
    for line in _lies(study.lies):
        console.print(line, highlight=False)
    for what, texts in (
        ("let through", study.lies.let_through()),
        ("dropped though true", study.lies.lost()),
    ):
        for text in texts:
            console.print(f"  {what}: {escape(text)}", highlight=False)
    table = Table(*_HEADER, title="Faults")
    for row in study.faults:
        table.add_row(*map(escape, _cells(row)), style="red" if row.unsupported else "")
    console.print(table)
    for line in _waits(study):
        console.print(line, highlight=False)


def markdown(study: Study, provider: str, date: str) -> str:
    """The same for README.md, without the sentences."""
    return "\n".join([
        f"Made by `techpath eval model-study --provider {provider} --page --write` on {date}.",
        "",
        *(f"- {line}" for line in (*_lies(study.lies), *_waits(study))),
        "",
        f"| {' | '.join(_HEADER)} |",
        f"|{' --- |' * len(_HEADER)}",
        *(f"| {' | '.join(_cells(row))} |" for row in study.faults),
        "",
    ])


def as_json(study: Study) -> dict[str, Any]:
    """All of it, as JSON-ready values."""
    lies = study.lies
    return {
        "lies": {
            **asdict(lies),
            "sentences": lies.sentences,
            "stopped": {"all": lies.stopped(), **{kind: lies.stopped(kind) for kind in lies.kinds}},
            "planted": {"all": lies.planted(), **{kind: lies.planted(kind) for kind in lies.kinds}},
            "lost": list(lies.lost()),
            "let_through": list(lies.let_through()),
        },
        "faults": [asdict(row) for row in study.faults],
        "waits": asdict(study.waits),
        "page": asdict(study.page) if study.page else None,
    }


def _lies(lies: Lies) -> Iterator[str]:
    kinds = ", ".join(
        f"{kind} {lies.planted(kind) - len([p for p in lies.shown if p.lie == kind])} of {lies.planted(kind)}"
        for kind in lies.kinds
    )
    lost = len(lies.lost())
    yield (
        f"A model that lies in one sentence of three: {lies.sentences} sentences in {lies.answers} answers. "
        f"Lies stopped: {lies.stopped():.1%} of {lies.planted()} (asked: at least {_STOPPED:.0%}); {kinds}."
    )
    yield (
        f"True sentences dropped: {lost / max(1, lies.true):.1%}, {lost} of {lies.true} "
        f"(asked: at most {_LOST:.0%}). The model wrote {lies.from_model} of the {lies.answers} answers in "
        "the end; where less than half of it stood, the embedded engine answered."
    )


def _waits(study: Study) -> Iterator[str]:
    waits, page = study.waits, study.page
    yield (
        f"First sentence at 50 tokens a second, median of {waits.answers} answers: let through "
        f"{waits.first_token_to_first_shown:.0f} ms after the first token, and "
        f"{waits.first_sentence_to_first_shown:.0f} ms after its own last one."
    )
    if page:
        yield (
            f"The same in a real Chromium, {page.answers} answers: painted {page.median:.0f} ms after the "
            f"sentence's last token (median; longest {page.longest:.0f} ms; asked: 300 ms)."
        )


def _cells(row: FaultRow) -> tuple[str, ...]:
    return (
        row.fault, str(row.times), str(row.requests), str(row.from_model), ", ".join(row.outcomes),
        str(row.shown), str(row.unsupported), f"{row.seconds:.1f} s",
    )  # fmt: skip
