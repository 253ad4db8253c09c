"""Means, intervals and percentiles are what a person computes by hand."""

import pytest

from evals.measures.interval import Interval, bootstrap, percentile


def test_a_percentile_is_interpolated() -> None:
    # positions 0..3; 0.5 * 3 = 1.5, half way from 20 to 30
    assert percentile([40.0, 10.0, 30.0, 20.0], 0.5) == pytest.approx((20 + 30) / 2)
    assert percentile([], 0.5) == 0.0


def test_the_bootstrap_interval_holds_the_mean_and_shrinks_with_n() -> None:
    few = bootstrap([0.0, 1.0] * 5)
    many = bootstrap([0.0, 1.0] * 500)
    assert few.value == many.value == pytest.approx(5 / 10)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low
    # the normal approximation: 1.96 standard errors of a share of a half
    assert many.high - many.low == pytest.approx(2 * 1.96 * (0.25 / 1000) ** 0.5, rel=0.15)


def test_the_bootstrap_of_equal_values_is_a_point_and_is_repeatable() -> None:
    assert bootstrap([1.0] * 9) == Interval(1.0, 1.0, 1.0, 9)
    assert bootstrap([0.0, 1.0, 1.0]) == bootstrap([0.0, 1.0, 1.0])
    assert bootstrap([]).n == 0
