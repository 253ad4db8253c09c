"""Choices become weights by the stated model, whatever their order."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from fit_samples import SCALES, choices, taken
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guidance.choices import Choice
from assistant.guidance.preferences import PAIRS, Numbers, card_values, learn

few = settings(max_examples=30, deadline=None)
ITEM = taken("patient_contact", "pace", "hands_on", "hospital")


def weight(mean: Numbers, scale: str) -> float:
    return float(mean[SCALES.index(scale)])


def test_nothing_said_leaves_every_weight_at_zero() -> None:
    assert learn([]).mean == pytest.approx(np.zeros(len(SCALES)))


def test_the_card_wanted_most_gains_and_the_one_wanted_least_loses() -> None:
    mean = learn([ITEM]).mean
    assert weight(mean, "patient_contact") > 0.1
    assert weight(mean, "hospital") == pytest.approx(-weight(mean, "patient_contact"))
    assert weight(mean, "pace") == pytest.approx(0)
    assert weight(mean, "technology") == 0


def test_a_low_end_wanted_most_is_a_negative_weight() -> None:
    assert weight(learn([taken("-pace", "hands_on", "rules", "hospital")]).mean, "pace") < -0.1


def test_at_the_peak_the_pull_of_the_choice_equals_the_pull_of_the_prior() -> None:
    """For each spread s: (what was chosen) - (what was expected) = w / s^2, by the maxdiff model."""
    learnt = learn([ITEM])
    values = card_values(ITEM.item)
    steps = np.array([values[most] - values[least] for most, least in PAIRS])
    for mean, spread in zip(learnt.means, (1.0, 2.0, 4.0), strict=True):
        chances = np.exp(steps @ mean) / np.exp(steps @ mean).sum()
        pull = steps[PAIRS.index((0, 3))] - chances @ steps
        assert pull == pytest.approx(mean / spread**2, abs=1e-6)


@few
@given(st.lists(choices(), min_size=1, max_size=10), st.integers())
def test_the_order_of_answers_does_not_matter(made: list[Choice], seed: int) -> None:
    shuffled = random.Random(seed).sample(made, len(made))
    before, after = learn(made), learn(shuffled)
    assert (before.means == after.means).all()
    assert (before.shares == after.shares).all()
    assert (before.draw(5, 1) == after.draw(5, 1)).all()


@few
@given(st.lists(choices(), max_size=10))
def test_any_answers_give_finite_weights_and_shares_that_sum_to_one(made: list[Choice]) -> None:
    learnt = learn(made)
    assert np.isfinite(learnt.means).all()
    assert learnt.shares.sum() == pytest.approx(1)


def test_skipping_tells_nothing() -> None:
    assert (learn([Choice(ITEM.item)]).means == learn([]).means).all()


def test_half_an_answer_tells_less_than_a_whole_one() -> None:
    whole = weight(learn([ITEM]).mean, "patient_contact")
    half = weight(learn([Choice(ITEM.item, ITEM.most)]).mean, "patient_contact")
    assert 0 < half < whole
    assert weight(learn([Choice(ITEM.item, None, ITEM.least)]).mean, "hospital") < 0


def test_a_wish_moves_its_scale_by_its_strength_and_leaves_the_others() -> None:
    at = [weight(learn([], {"pace": strength}).mean, "pace") for strength in (-2, -1, 0, 1, 2)]
    assert all(low < high for low, high in pairwise(at))
    assert at[2] == 0
    assert weight(learn([], {"pace": 2}).mean, "hands_on") == 0


def test_either_way_is_surer_than_nothing_said() -> None:
    pace = SCALES.index("pace")
    said, unsaid = learn([], {"pace": 0}).draw(2000, 1), learn([]).draw(2000, 1)
    assert said[:, pace].std() < 0.6 * unsaid[:, pace].std()


def test_steady_answers_are_taken_for_steadier_than_contradictory_ones() -> None:
    steady = [ITEM] * 6
    torn = [ITEM, Choice(ITEM.item, ITEM.least, ITEM.most)] * 3
    assert learn(steady).shares[-1] > learn(torn).shares[-1]


def test_draws_have_the_mean_and_follow_the_seed() -> None:
    learnt = learn([ITEM, taken("pace", "rules", "-remote", "phone")])
    drawn = learnt.draw(20_000, 3)
    assert drawn.mean(axis=0) == pytest.approx(learnt.mean, abs=0.1)
    assert (learnt.draw(10, 3) == learnt.draw(10, 3)).all()
