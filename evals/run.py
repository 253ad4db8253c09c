"""Cases and an engine -> what each turn got, with the reasons for its score."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.types import Answer, Profile, Turn
from evals.asked import Asked, turns_of
from evals.cases import Case, Expectation
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import Supports, citation_recall, unsupported
from evals.measures.cited_sections import cites_what_answers
from evals.measures.length import length
from evals.measures.nuggets import missed, nugget_recall, weighted_nugget_recall
from evals.measures.quotes import misquoted
from evals.measures.reading import reading_grade
from evals.measures.statements import said, statements, uncited
from evals.measures.wordings import forbidden

__all__ = ["Checks", "Engine", "TurnResult", "run_cases"]

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

    asked: Asked
    outcome: str
    said: str
    nuggets: float | None  # 0..1, vital ones
    all_nuggets: float | None  # 0..1, okay ones with half the weight
    missed: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    statements: int
    citations: int
    uncited: tuple[str, ...]
    unsupported: tuple[str, ...]
    misquoted: tuple[str, ...]
    citation_recall: float | None  # 0..1
    citation_precision: float | None  # 0..1
    cites_what_answers: float | None  # 0 or 1
    words: int
    grade: float | None  # US school grade
    milliseconds: float

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the turn fails, in words; empty when it passes."""
        found = []
        if self.outcome not in self.asked.expected:
            found.append(f"outcome {self.outcome}, wanted {' or '.join(self.asked.expected)}")
        found += [f"not said: {' / '.join(group[:4])}" for group in self.missed]
        found += [f"must not be said: {text}" for text in self.forbidden]
        found += [f"no source: {text}" for text in self.uncited]
        found += [f"not in what it cites: {text}" for text in self.unsupported]
        found += [f"not a quotation: {text}" for text in self.misquoted]
        return tuple(found)

    @property
    def score(self) -> float:
        """0..1: nuggets said; 0 for a wrong outcome or for what must not be said."""
        if self.outcome not in self.asked.expected or self.forbidden or self.unsupported or self.misquoted:
            return 0.0
        return 1.0 if self.nuggets is None else self.nuggets


def run_cases(
    cases: Sequence[Case], engine: Engine, checks: Checks, tell: Tell = lambda done, total: None
) -> list[TurnResult]:
    """Ask every turn of every case, each conversation with its own history."""
    total = sum(len(case.turns) for case in cases)
    results: list[TurnResult] = []
    for case in cases:
        for result in _run_case(case, engine, checks):
            results.append(result)
            tell(len(results), total)
    return results


def _run_case(case: Case, engine: Engine, checks: Checks) -> Iterator[TurnResult]:
    history: list[Turn] = []
    for asked, wanted in turns_of(case):
        started = time.perf_counter()
        # What is known of the person is given once; the conversation carries it on.
        answer = engine(wanted.question, tuple(history), case.profile if not history else None)
        milliseconds = (time.perf_counter() - started) * 1000
        history.append(Turn(wanted.question, answer.standalone_question, answer))
        yield _judge(asked, wanted, answer, milliseconds, checks)


def _judge(
    asked: Asked, wanted: Expectation, answer: Answer, milliseconds: float, checks: Checks
) -> TurnResult:
    text = said(answer)
    found = statements(answer)
    return TurnResult(
        asked=asked,
        outcome=answer.outcome,
        said=text,
        nuggets=nugget_recall(text, wanted.must),
        all_nuggets=weighted_nugget_recall(text, wanted.must, wanted.okay),
        missed=missed(text, wanted.must),
        forbidden=forbidden(text, wanted.must_not),
        statements=len(found),
        citations=len(answer.citations),
        uncited=uncited(found),
        unsupported=unsupported(found, checks.supports),
        misquoted=misquoted(answer.citations, checks.stored),
        citation_recall=citation_recall(found, checks.supports),
        citation_precision=citation_precision(found, checks.supports),
        cites_what_answers=cites_what_answers(answer.citations, wanted.judged),
        words=length(answer),
        grade=reading_grade([statement.text for statement in found]),
        milliseconds=round(milliseconds, 3),
    )
