"""Nugget recall is what a person counts."""

import pytest

from evals.measures.nuggets import missed, nugget_recall, weighted_nugget_recall

MUST = [["20 hours", "twenty hours"], ["two years", "biennial"], ["June 30"]]


def test_recall_is_the_share_of_nuggets_with_one_accepted_wording_said() -> None:
    assert nugget_recall("Twenty hours, biennial renewal.", MUST) == pytest.approx(2 / 3)
    assert missed("Twenty hours, biennial renewal.", MUST) == (("June 30",),)


def test_recall_says_nothing_where_nothing_is_asked_for() -> None:
    assert nugget_recall("anything", []) is None


def test_an_okay_nugget_weighs_half_a_vital_one() -> None:
    okay = [["online"], ["free"]]
    # vital: two of three said; okay: one of two
    expected = (2 + 0.5 * 1) / (3 + 0.5 * 2)
    assert weighted_nugget_recall("Twenty hours, biennial, online.", MUST, okay) == pytest.approx(expected)


def test_the_weighted_recall_speaks_only_where_an_okay_nugget_is_named() -> None:
    assert weighted_nugget_recall("Twenty hours.", MUST, []) is None
