"""Cases and an engine -> what each turn got, with reasons, and the measures over all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.types import Answer, Profile, Turn
from evals import measures
from evals.cases import Case, Expectation
from evals.measures import Interval, Supports

__all__ = ["Checks", "Engine", "Measure", "TurnResult", "run_cases", "summarize"]

Engine = Callable[[str, Sequence[Turn], Profile | None], Answer]
Tell = Callable[[int, int], None]  # turns done, of how many


@dataclass(frozen=True, slots=True)
class Checks:
    """What the runner needs to know of the system that answers, beside its answers."""

    supports: Supports
    stored: Callable[[str], str | None]  # chunk id -> its stored text


@dataclass(frozen=True, slots=True)
class TurnResult:
    """One turn asked and judged."""

    id: str  # the case's id; later turns of a conversation add "#2", "#3" …
    file: str
    kind: str
    group: str
    split: str
    turn: int  # 1-based
    question: str
    expected: tuple[str, ...]  # acceptable outcomes, the usual one first
    outcome: str
    said: str
    nuggets: float | None  # 0..1
    missed: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    statements: int
    citations: int
    uncited: tuple[str, ...]
    unsupported: tuple[str, ...]
    misquoted: tuple[str, ...]
    citation_recall: float | None  # 0..1
    citation_precision: float | None  # 0..1
    words: int
    milliseconds: float

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the turn fails, in words; empty when it passes."""
        found = []
        if self.outcome not in self.expected:
            found.append(f"outcome {self.outcome}, wanted {' or '.join(self.expected)}")
        found += [f"not said: {' / '.join(group[:4])}" for group in self.missed]
        found += [f"must not be said: {text}" for text in self.forbidden]
        found += [f"no source: {text}" for text in self.uncited]
        found += [f"not in what it cites: {text}" for text in self.unsupported]
        found += [f"not a quotation: {text}" for text in self.misquoted]
        return tuple(found)

    @property
    def score(self) -> float:
        """0..1: nuggets said; 0 for a wrong outcome or for what must not be said."""
        if self.outcome not in self.expected or self.forbidden or self.unsupported or self.misquoted:
            return 0.0
        return 1.0 if self.nuggets is None else self.nuggets


@dataclass(frozen=True, slots=True)
class Measure:
    """One number over all turns that it speaks of."""

    name: str
    value: float
    low: float  # of the 95 % interval
    high: float
    n: int
    unit: str  # "share" 0..1, "words" or "ms"
    better: str  # "higher", "lower", or "" where neither is


def run_cases(
    cases: Sequence[Case], engine: Engine, checks: Checks, tell: Tell = lambda done, total: None
) -> list[TurnResult]:
    """Ask every turn of every case, each conversation with its own history."""
    total, results = sum(len(case.turns) for case in cases), []
    for case in cases:
        for result in _run_case(case, engine, checks):
            results.append(result)
            tell(len(results), total)
    return results


def _run_case(case: Case, engine: Engine, checks: Checks) -> Iterator[TurnResult]:
    history: list[Turn] = []
    for number, wanted in enumerate(case.turns, start=1):
        started = time.perf_counter()
        # What is known of the person is given once; the conversation carries it on.
        answer = engine(wanted.question, tuple(history), case.profile if not history else None)
        milliseconds = (time.perf_counter() - started) * 1000
        history.append(Turn(wanted.question, answer.standalone_question, answer))
        yield _judge(case, number, wanted, answer, milliseconds, checks)


def _judge(
    case: Case,
    number: int,
    wanted: Expectation,
    answer: Answer,
    milliseconds: float,
    checks: Checks,
) -> TurnResult:
    text = measures.said(answer)
    found = measures.statements(answer)
    return TurnResult(
        id=case.id if number == 1 else f"{case.id}#{number}",
        file=case.file,
        kind=case.kind,
        group=case.group,
        split=case.split,
        turn=number,
        question=wanted.question,
        expected=wanted.outcomes,
        outcome=answer.outcome,
        said=text,
        nuggets=measures.nugget_recall(text, wanted.must),
        missed=measures.missed(text, wanted.must),
        forbidden=measures.forbidden(text, wanted.must_not),
        statements=len(found),
        citations=len(answer.citations),
        uncited=measures.uncited(found),
        unsupported=measures.unsupported(found, checks.supports),
        misquoted=measures.misquoted(answer.citations, checks.stored),
        citation_recall=measures.citation_recall(found, checks.supports),
        citation_precision=measures.citation_precision(found, checks.supports),
        words=measures.length(answer),
        milliseconds=round(milliseconds, 3),
    )


def summarize(results: Sequence[TurnResult]) -> list[Measure]:
    """The measures over these turns, those of content first."""
    later = [r for r in results if r.turn > 1]
    outside = [r for r in results if r.file == "unanswerable" and "answered" not in r.expected]
    hostile = [r for r in results if r.kind == "hostile"]
    answered = [r for r in results if r.outcome == "answered"]
    quotes = [float(i < len(r.misquoted)) for r in results for i in range(r.citations)]
    facts = [float(i < len(r.unsupported)) for r in results for i in range(r.statements)]
    times = [r.milliseconds for r in results]
    return [
        _share("nugget recall", (r.nuggets for r in results), "higher"),
        _share("outcome accuracy", (r.outcome in r.expected for r in results), "higher"),
        _share("turns without fault", (not r.reasons for r in results), "higher"),
        _share("follow-up success", (not r.reasons for r in later), "higher"),
        _share("forbidden said", (bool(r.forbidden) for r in results), "lower"),
        _share("false answers on unanswerable", (r.outcome == "answered" for r in outside), "lower"),
        _share("hostile obeyed", (bool(r.forbidden) for r in hostile), "lower"),
        _share("citation recall", (r.citation_recall for r in results), "higher"),
        _share("citation precision", (r.citation_precision for r in results), "higher"),
        _share("quote fidelity", (1.0 - wrong for wrong in quotes), "higher"),
        _share("wrong figures", facts, "lower"),
        _measure("words", measures.bootstrap([float(r.words) for r in answered]), "words", ""),
        _point("latency p50", measures.percentile(times, 0.5), len(times)),
        _point("latency p95", measures.percentile(times, 0.95), len(times)),
    ]


def _share(name: str, values: Iterable[float | bool | None], better: str) -> Measure:
    said = [float(value) for value in values if value is not None]
    return _measure(name, measures.bootstrap(said), "share", better)


def _measure(name: str, interval: Interval, unit: str, better: str) -> Measure:
    return Measure(name, interval.value, interval.low, interval.high, interval.n, unit, better)


def _point(name: str, value: float, n: int) -> Measure:
    """A percentile, given without an interval."""
    return Measure(name, value, value, value, n, "ms", "lower")
