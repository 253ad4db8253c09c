"""Recall, success, reciprocal rank and nDCG are what a person computes by hand."""

from math import log2

import pytest

from evals.measures.ndcg import ndcg_at
from evals.measures.rankings import section_key
from evals.measures.recall import recall_at
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.measures.success import success_at

# "a" and "b" answer, "c" helps, the rest is of no use.
JUDGED = {"a": 2, "b": 2, "c": 1}


def ranking(*shown: str) -> list[frozenset[str]]:
    """One passage a word; "a+c" is a passage that shows two sections."""
    return [frozenset(passage.split("+")) for passage in shown]


def test_recall_counts_the_answering_sections_among_the_first_k() -> None:
    found = ranking("x", "a", "c", "y", "b")
    assert recall_at(found, JUDGED, 1) == 0.0
    assert recall_at(found, JUDGED, 3) == pytest.approx(1 / 2)
    assert recall_at(found, JUDGED, 5) == pytest.approx(2 / 2)


def test_recall_counts_a_section_once_and_every_section_of_a_passage() -> None:
    assert recall_at(ranking("a", "a", "x"), JUDGED, 3) == pytest.approx(1 / 2)
    assert recall_at(ranking("a+b"), JUDGED, 1) == pytest.approx(2 / 2)


def test_success_asks_for_one_answering_section_only() -> None:
    found = ranking("x", "c", "b", "a")
    assert success_at(found, JUDGED, 2) == 0.0
    assert success_at(found, JUDGED, 3) == 1.0


def test_the_reciprocal_rank_is_that_of_the_first_answering_section() -> None:
    assert reciprocal_rank(ranking("c", "x", "b", "a"), JUDGED, 10) == pytest.approx(1 / 3)
    assert reciprocal_rank(ranking("c", "x", "b"), JUDGED, 2) == 0.0


def test_ndcg_discounts_the_grades_by_rank() -> None:
    # grades by rank: 0, 2, 1, 2; the best order is 2, 2, 1
    got = 2 / log2(3) + 1 / log2(4) + 2 / log2(5)
    best = 2 / log2(2) + 2 / log2(3) + 1 / log2(4)
    assert ndcg_at(ranking("x", "a", "c", "b"), JUDGED, 10) == pytest.approx(got / best)


def test_ndcg_of_the_best_order_is_one_and_looks_at_k_passages_only() -> None:
    assert ndcg_at(ranking("b", "a", "c"), JUDGED, 10) == pytest.approx(1.0)
    # at 1 the best is one answering section
    assert ndcg_at(ranking("c", "a"), JUDGED, 1) == pytest.approx(1 / 2)


def test_a_section_shown_again_gains_nothing() -> None:
    best = 2 / log2(2) + 2 / log2(3) + 1 / log2(4)
    # the second passage shows "a" again and "c" for the first time
    got = 2 / log2(2) + 1 / log2(3)
    assert ndcg_at(ranking("a", "a+c", "a"), JUDGED, 10) == pytest.approx(got / best)


@pytest.mark.parametrize("measure", [recall_at, success_at, reciprocal_rank], ids=lambda m: str(m.__name__))
def test_they_say_nothing_where_no_section_answers(measure: object) -> None:
    assert callable(measure)
    assert measure(ranking("c"), {"c": 1}, 5) is None


def test_ndcg_says_nothing_where_nothing_was_judged() -> None:
    assert ndcg_at(ranking("a"), {}, 10) is None


def test_a_section_is_named_by_document_and_headings() -> None:
    assert section_key("guides/pay/federal-pay", "Pay > Grades") == "guides/pay/federal-pay > Pay > Grades"
    assert section_key("handouts/note", "") == "handouts/note"
