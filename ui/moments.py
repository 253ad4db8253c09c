"""The clock of the page: the one place in ui/ that asks what time it is."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["now"]


def now() -> datetime:
    """This moment, aware and in UTC."""
    return datetime.now(UTC)
