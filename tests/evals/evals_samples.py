"""What the tests of evals share: small answers, turns and results."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Answer, Block, BlockKind, Citation, Claim, Outcome, Profile, Source
from evals.cases import Case, Expectation, Split
from evals.run import Checks, TurnResult, run_cases

BOARD = Source("oh", "Rules", "Board", "https://example.org", "law-or-board", "2026", "2026-01-01")
STORED = "Ohio asks for 10 hours every two years."


def citation(number: int, quote: str, chunk: str = "c1", section: str = "Renewal") -> Citation:
    return Citation(number, BOARD, chunk, "records/oh", "Ohio", section, None, quote, quote)


def answer(*blocks: Block, citations: tuple[Citation, ...] = ()) -> Answer:
    return Answer("q", "q", "answered", "fake", blocks, citations, Profile())


def says(
    text: str, kind: BlockKind = "paragraph", outcome: Outcome = "answered", quote: str = STORED
) -> Answer:
    """An answer of one claim; only a paragraph cites."""
    cited = kind == "paragraph"
    found = Citation(1, BOARD, "c1", "records/oh", "Ohio", "Renewal", None, quote, STORED)
    block = Block(kind, (Claim(text, (1,) if cited else ()),))
    return Answer("q", "standalone", outcome, "fake", (block,), (found,) if cited else (), Profile())


def _figures_only(statement: str, evidence: str) -> bool:
    return all(word in evidence for word in statement.split() if word.isdigit())


CHECKS = Checks(_figures_only, {"c1": STORED}.get)


def turn(
    question: str, must: Sequence[str] = (), must_not: Sequence[str] = (), outcome: str = "answered"
) -> Expectation:
    return Expectation(question, tuple((word,) for word in must), tuple(must_not), (outcome,))


def case(
    *turns: Expectation,
    id: str = "one",
    file: str = "answers",
    kind: str = "ce",
    split: Split = "dev",
    profile: Profile | None = None,
    about: tuple[str, ...] = (),
) -> Case:
    return Case(id, file, kind, "technician", split, turns, profile, about)


def ask(given: Case, *answers: Answer) -> list[TurnResult]:
    """The results of a case whose turns are answered so."""
    left = list(answers)
    return run_cases([given], lambda question, history, profile: left.pop(0), CHECKS)


def results(split: Split = "dev") -> list[TurnResult]:
    """Four turns: right, a follow-up that misses its nugget, a false answer, an obeyed injection."""
    first = case(turn("first", ["10"]), turn("second", ["June"]), split=split, about=("jurisdiction/oh",))
    outside = case(turn("pay?", outcome="not_in_sources"), id="un", file="unanswerable", split=split)
    hostile = case(
        turn("obey", must_not=["arr"], outcome="declined"),
        id="ho",
        file="declined",
        kind="hostile",
        split=split,
    )
    return [
        *ask(first, says("It is 10."), says("It is 10.")),
        *ask(outside, says("It is 10.")),
        *ask(hostile, says("arr", "notice", "declined")),
    ]
