"""The ranking is fitted on development cases only, and what tells answers from the rest gets the weight."""

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from assistant.answering.chain import Chain
from assistant.errors import WrongUseError
from evals.cases import load_cases
from evals.fit_ranking import fit_ranking, fitted

UNUSED = cast(Chain, None)  # the refusal comes before anything is asked


def test_a_test_case_is_refused_by_name() -> None:
    case = replace(load_cases("dev")[0], id="kept", split="test")
    with pytest.raises(WrongUseError, match="1 of these are kept for testing, the first is kept"):
        fit_ranking(UNUSED, [case])


def test_a_clue_that_tells_gets_weight_and_one_that_does_not_gets_none() -> None:
    random = np.random.default_rng(3)
    turns = []
    for _ in range(200):
        grades = np.array([2, 0, 0, 0])
        telling, noise = grades / 2 + random.normal(0, 0.4, 4), random.normal(0, 10, 4)
        turns.append((np.stack([telling, noise], axis=1), grades))
    weights = fitted(turns)
    assert weights[0] > 1
    assert abs(weights[1]) < 0.05


def test_the_weights_solve_the_equation_of_the_loss() -> None:
    # Two candidates that differ in one clue by its spread x 2, so that standardised the answer stands at +1
    # and the other at -1: the loss of n turns is n log(1 + e^-2w) + 30/2 w^2, at its least where
    # 30 w = 2n / (1 + e^2w).
    turns = [(np.array([[1.0], [-1.0]]), np.array([2, 0]))] * 60
    (weight,) = fitted(turns)
    assert 30 * weight == pytest.approx(2 * 60 / (1 + np.exp(2 * weight)), rel=1e-4)
