"""The steps of one answer -> the milliseconds that each took."""

from __future__ import annotations

import time

__all__ = ["Clock"]


class Clock:
    """Milliseconds spent in each step."""

    def __init__(self) -> None:
        self._start = self._last = time.perf_counter()
        self._laps = {"understand": 0.0, "retrieve": 0.0, "write": 0.0, "ground": 0.0}

    def lap(self, name: str) -> None:
        """Add the time since the last lap to a step."""
        now = time.perf_counter()
        self._laps[name] += (now - self._last) * 1000
        self._last = now

    def total(self) -> dict[str, float]:
        """Step -> milliseconds, and their total."""
        laps = {name: round(value, 3) for name, value in self._laps.items()}
        return {**laps, "total": round((time.perf_counter() - self._start) * 1000, 3)}
