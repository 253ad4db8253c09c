"""A turn counts in every part of a slice that it belongs to."""

import pytest
from evals_samples import ask, case, results, says, turn

from evals.slices import SLICES, parts


def test_the_worst_part_comes_first() -> None:
    found = parts(results(), "kind")
    assert [part.value for part in found] == ["hostile", "ce"]
    assert found[1].without_fault.value == pytest.approx(1 / 3)
    assert found[1].nuggets.n == 2


def test_a_turn_about_two_places_counts_in_both_and_one_about_none_in_none() -> None:
    about = ("jurisdiction/oh", "jurisdiction/fl", "credential/cspt")
    both = ask(case(turn("?"), about=about), says("It is 10."))
    none = ask(case(turn("?")), says("It is 10."))
    assert [part.value for part in parts(both + none, "jurisdiction")] == ["fl", "oh"]
    assert [part.value for part in parts(both + none, "credential")] == ["cspt"]


def test_the_slices_asked_for_are_there() -> None:
    assert {"user group", "kind", "jurisdiction", "credential"} <= SLICES.keys()
