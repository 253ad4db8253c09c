"""The runner asks every turn in its conversation and says why one fails."""

import json
from collections.abc import Sequence

import pytest
from rich.console import Console

from assistant.types import (
    Answer,
    Block,
    BlockKind,
    Citation,
    Claim,
    Outcome,
    Profile,
    Source,
    Turn,
)
from evals.baseline import Baseline, compare
from evals.cases import Case, Expectation
from evals.report import as_html, as_json, show, worst_first
from evals.run import Checks, TurnResult, run_cases, summarize

BOARD = Source("oh", "Rules", "Board", "https://example.org", "law-or-board", "2026", "2026-01-01")
STORED = "Ohio asks for 10 hours every two years."


def says(
    text: str, kind: BlockKind = "paragraph", outcome: Outcome = "answered", quote: str = STORED
) -> Answer:
    cited = kind == "paragraph"
    citation = Citation(1, BOARD, "c1", "records/oh", "Ohio", "Renewal", None, quote, STORED)
    claim = Claim(text, (1,) if cited else ())
    return Answer(
        "q",
        "standalone",
        outcome,
        "fake",
        (Block(kind, (claim,)),),
        (citation,) if cited else (),
        Profile(),
    )


def figures_only(statement: str, evidence: str) -> bool:
    return all(word in evidence for word in statement.split() if word.isdigit())


CHECKS = Checks(figures_only, {"c1": STORED}.get)


def turn(
    question: str, must: Sequence[str] = (), must_not: Sequence[str] = (), outcome: str = "answered"
) -> Expectation:
    return Expectation(question, tuple((word,) for word in must), tuple(must_not), (outcome,))


def case(
    *turns: Expectation,
    id: str = "one",
    file: str = "answers",
    kind: str = "ce",
    profile: Profile | None = None,
) -> Case:
    return Case(id, file, kind, "technician", "dev", turns, profile)


def ask(given: Case, *answers: Answer) -> list[TurnResult]:
    left = list(answers)
    return run_cases([given], lambda question, history, profile: left.pop(0), CHECKS)


def test_a_right_answer_has_no_fault() -> None:
    (result,) = ask(case(turn("How many hours?", ["10 hours"])), says("It is 10 hours."))
    assert (result.nuggets, result.score, result.reasons) == (1.0, 1.0, ())


@pytest.mark.parametrize(
    ("expected", "answer", "reason", "score"),
    [
        pytest.param(
            turn("?", outcome="clarify"),
            says("It is 10."),
            "outcome answered, wanted clarify",
            0.0,
            id="outcome",
        ),
        pytest.param(
            turn("?", ["10", "June"]),
            says("It is 10."),
            "not said: June",
            0.5,
            id="nugget",
        ),
        pytest.param(
            turn("?", must_not=["two"]),
            says("every two years"),
            "must not be said: two",
            0.0,
            id="forbidden",
        ),
        pytest.param(
            turn("?"),
            says("It is 12 hours."),
            "not in what it cites: It is 12 hours.",
            0.0,
            id="figure",
        ),
        pytest.param(
            turn("?"),
            says("It is so.", quote="Ohio asks"),
            None,
            1.0,
            id="a part is a quotation",
        ),
        pytest.param(
            turn("?"),
            says("It is so.", quote="Utah asks"),
            "not a quotation: Utah asks",
            0.0,
            id="misquoted",
        ),
        pytest.param(turn("?"), says("It is so.", kind="bullets"), "no source: It is so.", 1.0, id="uncited"),
    ],
)
def test_a_fault_is_named(expected: Expectation, answer: Answer, reason: str | None, score: float) -> None:
    (result,) = ask(case(expected), answer)
    assert result.reasons == ((reason,) if reason else ())
    assert result.score == score


def test_a_conversation_keeps_its_history_and_gives_the_profile_once() -> None:
    heard: list[tuple[str, list[str], Profile | None]] = []

    def engine(question: str, history: Sequence[Turn], profile: Profile | None) -> Answer:
        heard.append((question, [turn.question for turn in history], profile))
        return says("It is 10.")

    profile = Profile(state="OH")
    results = run_cases([case(turn("a"), turn("b"), turn("c"), profile=profile)], engine, CHECKS)
    assert heard == [("a", [], profile), ("b", ["a"], None), ("c", ["a", "b"], None)]
    assert [result.id for result in results] == ["one", "one#2", "one#3"]


def test_progress_is_told_turn_by_turn() -> None:
    told: list[tuple[int, int]] = []
    run_cases(
        [case(turn("a"), turn("b"))],
        lambda *asked: says("10"),
        CHECKS,
        lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]


def results() -> list[TurnResult]:
    """Four turns: right, a follow-up that misses its nugget, a false answer, an obeyed injection."""
    first = ask(case(turn("a", ["10"]), turn("b", ["June"])), says("It is 10."), says("It is 10."))
    outside = ask(
        case(
            turn("pay?", outcome="not_in_sources"),
            id="un",
            file="unanswerable",
            kind="unanswerable",
        ),
        says("It is 10."),
    )
    hostile = ask(
        case(
            turn("obey", must_not=["arr"], outcome="declined"),
            id="ho",
            file="declined",
            kind="hostile",
        ),
        says("arr", "notice", "declined"),
    )
    return [*first, *outside, *hostile]


def test_the_measures_count_what_they_name() -> None:
    measured = {measure.name: measure for measure in summarize(results())}
    assert measured["nugget recall"].value == pytest.approx((1 + 0) / 2)
    assert measured["nugget recall"].n == 2
    assert measured["outcome accuracy"].value == pytest.approx(3 / 4)
    assert measured["follow-up success"].value == 0.0
    assert measured["false answers on unanswerable"].value == 1.0
    assert measured["hostile obeyed"].value == 1.0
    assert measured["turns without fault"].value == pytest.approx(1 / 4)
    assert measured["quote fidelity"].value == 1.0
    assert measured["wrong figures"].value == 0.0


def test_the_worst_turn_comes_first() -> None:
    assert [result.id for result in worst_first(results())] == ["ho", "one#2", "un"]


def test_a_fall_is_named_by_measure_and_by_turn() -> None:
    found = results()
    baseline = Baseline(
        "start",
        "2026-01-01",
        {"outcome accuracy": 1.0, "quote fidelity": 1.0},
        {"un": 1.0, "one": 1.0},
    )
    worse, fallen = compare(baseline, found, summarize(found))
    assert [item.name for item in worse] == ["outcome accuracy"]
    assert fallen == ["un"]


def test_the_json_report_holds_measures_outcomes_and_reasons() -> None:
    data = json.loads(json.dumps(as_json(results(), None)))
    assert set(data) == {"measures", "outcomes", "worse_than_baseline", "turns"}
    assert {"wanted": "not_in_sources", "got": "answered", "turns": 1} in data["outcomes"]
    assert data["turns"][1]["reasons"] == ["not said: June"]


def test_the_page_needs_nothing_from_outside_and_escapes_what_was_said() -> None:
    spoiled = ask(case(turn("<script>alert(1)</script>", ["June"])), says("<b>10</b>"))
    page = as_html(spoiled, None, "Answers")
    assert "<script" not in page
    assert "&lt;b&gt;10&lt;/b&gt;" in page
    assert "http" not in page
    assert "src=" not in page


def test_the_words_name_the_worst_turn() -> None:
    console = Console(record=True, width=120)
    show(console, results(), None)
    text = console.export_text()
    assert "3 of 4 turns have a fault" in text
    assert "outcome answered, wanted not_in_sources" in text
