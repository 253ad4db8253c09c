"""Seconds allowed -> what is left of them. The clock comes in as an argument."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Deadline"]


class Deadline:
    """A moment after which nothing more is waited for."""

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._end = clock() + seconds

    @property
    def left(self) -> float:
        """Seconds left, 0 or more."""
        return max(0.0, self._end - self._clock())

    def wait(self, seconds: float) -> None:
        """Sleep, but never past the end."""
        self._sleep(min(seconds, self.left))

    def within(self, seconds: float) -> Deadline:
        """A deadline in so many seconds, or this one when it is sooner."""
        return Deadline(min(seconds, self.left), self._clock, self._sleep)
