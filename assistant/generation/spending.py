"""How many tokens a visitor may still spend today. A port, and its form in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol

__all__ = ["DailySpending", "Spending"]


class Spending(Protocol):
    """Counts tokens by visitor and day."""

    def left(self, visitor: str) -> int:
        """Tokens that a visitor may still spend today, 0 or more."""

    def spend(self, visitor: str, tokens: int) -> None:
        """Count tokens of a visitor as spent."""


def _today() -> date:
    return datetime.now(UTC).date()


class DailySpending:
    """Kept in this process's memory, and forgotten at midnight UTC. Safe to share between threads."""

    def __init__(self, limit: int, today: Callable[[], date] = _today) -> None:
        """Start with nothing spent.

        Args:
            limit: tokens a visitor and day; 0 sets no limit.
            today: the date of now.
        """
        self._limit = limit
        self._today = today
        self._lock = threading.Lock()
        self._day = today()
        self._spent: dict[str, int] = {}

    def left(self, visitor: str) -> int:
        """Tokens that a visitor may still spend today, 0 or more; a very large number without a limit."""
        with self._lock:
            self._turn_page()
            return max(0, self._limit - self._spent.get(visitor, 0)) if self._limit else 1 << 62

    def spend(self, visitor: str, tokens: int) -> None:
        """Count tokens of a visitor as spent."""
        with self._lock:
            self._turn_page()
            self._spent[visitor] = self._spent.get(visitor, 0) + tokens

    def _turn_page(self) -> None:
        if self._today() != self._day:
            self._day = self._today()
            self._spent.clear()
