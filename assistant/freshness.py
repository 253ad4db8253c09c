"""A source and today's date -> whether a person should have compared it again by now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.types import Source, Tier

__all__ = ["REVIEW_DAYS", "is_overdue"]

# How long a source may stand before a person compares it again, in days. Boards and certifiers
# change fees once or twice a year; journals do not change, but are overtaken.
REVIEW_DAYS: Mapping[Tier, int] = {
    "law-or-board": 365,
    "certifier": 183,
    "federal": 365,
    "accreditor-or-association": 365,
    "employer-or-school": 183,
    "publication": 730,
    "guide": 183,
}


def is_overdue(source: Source, today: date) -> bool:
    """Whether the source's review interval has passed; False where no interval or date is known."""
    limit = REVIEW_DAYS.get(source.tier)
    try:
        reviewed = date.fromisoformat(source.reviewed)
    except ValueError:
        return False
    return limit is not None and (today - reviewed).days > limit
