"""The runner asks every turn in its conversation and says why one fails."""

from collections.abc import Sequence

import pytest
from evals_samples import CHECKS, ask, case, says, turn

from assistant.types import Answer, Profile, Turn
from evals.cases import Expectation
from evals.run import run_cases


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


def test_okay_nuggets_and_the_cited_section_are_measured_and_are_no_fault() -> None:
    wanted = Expectation("?", (("10",),), okay=(("June",),), judged={"records/oh > Renewal": 2})
    (result,) = ask(case(wanted), says("It is 10."))
    assert result.all_nuggets == pytest.approx((1 + 0) / (1 + 0.5))
    assert result.cites_what_answers == 1.0
    assert result.reasons == ()


def test_a_conversation_keeps_its_history_and_gives_the_profile_once() -> None:
    heard: list[tuple[str, list[str], Profile | None]] = []

    def engine(question: str, history: Sequence[Turn], profile: Profile | None) -> Answer:
        heard.append((question, [turn.question for turn in history], profile))
        return says("It is 10.")

    profile = Profile(state="OH")
    found = run_cases([case(turn("a"), turn("b"), turn("c"), profile=profile)], engine, CHECKS)
    assert heard == [("a", [], profile), ("b", ["a"], None), ("c", ["a", "b"], None)]
    assert [result.asked.id for result in found] == ["one", "one#2", "one#3"]


def test_progress_is_told_turn_by_turn() -> None:
    told: list[tuple[int, int]] = []
    run_cases(
        [case(turn("a"), turn("b"))],
        lambda *asked: says("10"),
        CHECKS,
        lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 2), (2, 2)]
