"""Values of single turns -> their mean with an interval, or a percentile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["Interval", "bootstrap", "percentile"]

_RESAMPLES = 1_000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and its 95 % bootstrap interval."""

    value: float
    low: float
    high: float
    n: int  # how many turns had something to say


def bootstrap(values: Sequence[float]) -> Interval:
    """The mean with its percentile bootstrap interval (Efron 1979), 1,000 resamples, fixed seed.

    No values give 0 with n = 0.
    """
    if not values:
        return Interval(0.0, 0.0, 0.0, 0)
    sample = np.asarray(values, dtype=np.float64)
    picks = np.random.default_rng(_SEED).integers(0, len(sample), (_RESAMPLES, len(sample)))
    means = sample[picks].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Interval(float(sample.mean()), float(low), float(high), len(sample))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share (0..1) lies at or below, interpolated (Hyndman and Fan's type 7)."""
    return float(np.quantile(values, share)) if values else 0.0
