"""The measures count what they name."""

import pytest
from evals_samples import case, results, turn

from evals.cases import Expectation
from evals.measures.rankings import Ranking
from evals.retrieval import Found, search_cases
from evals.summary import differences, summarize, summarize_retrieval


def found(*ranking: str) -> list[Found]:
    """One turn whose answering section is "a", searched with this ranking."""
    wanted = Expectation("?", judged={"a": 2})
    shown: Ranking = [frozenset([section]) for section in ranking]
    return search_cases([case(wanted)], lambda question, earlier, k, profile: shown)


def test_the_measures_of_answers() -> None:
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
    assert measured["length"].value == pytest.approx((3 + 3 + 3) / 3)


def test_the_measures_of_retrieval() -> None:
    measured = {m.name: m.value for m in summarize_retrieval([*found("x", "a"), *found("a")])}
    assert measured["recall@5"] == measured["success@5"] == 1.0
    assert measured["MRR@10"] == pytest.approx((1 / 2 + 1) / 2)


def test_a_difference_is_taken_turn_by_turn() -> None:
    ours, theirs = [*found("a"), *found("x", "a")], [*found("x", "a"), *found("x")]
    apart = {item.name: item.interval for item in differences(ours, theirs)}
    assert apart["MRR@10"].value == pytest.approx(((1 - 1 / 2) + (1 / 2 - 0)) / 2)
    assert apart["recall@5"].value == pytest.approx((0 + 1) / 2)


def test_nothing_asked_gives_measures_of_nothing() -> None:
    assert {measure.n for measure in (*summarize([]), *summarize_retrieval([]))} == {0}


def test_a_turn_without_judged_sections_is_not_searched() -> None:
    assert search_cases([case(turn("?"))], lambda question, earlier, k, profile: []) == []
