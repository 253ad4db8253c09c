"""Library and today's date -> warnings about what is due for another look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.freshness import REVIEW_DAYS
from ingest.knowledge.findings import Finding
from ingest.knowledge.library import SOURCES, Library

__all__ = ["check_freshness"]

_PAGE_DAYS = 365  # guides and records themselves


def check_freshness(library: Library, today: date) -> Iterator[Finding]:
    """Sources, guides and records whose review is overdue, or dated in the future."""
    for source in library.sources.values():
        line, limit = library.source_lines[source.id], REVIEW_DAYS.get(source.tier, _PAGE_DAYS)
        yield from _judge(SOURCES, line, source.id, source.reviewed, limit, today)
    for guide in library.guides:
        yield from _judge(guide.file, 1, "the guide", str(guide.meta.get("reviewed", "")), _PAGE_DAYS, today)
    for placed in library.records:
        record = placed.record
        yield from _judge(placed.file, placed.line, record.id, record.reviewed, _PAGE_DAYS, today)


def _judge(file: str, line: int, what: str, reviewed: str, limit: int, today: date) -> Iterator[Finding]:
    try:
        age = (today - date.fromisoformat(reviewed)).days
    except ValueError:
        yield Finding(file, line, "bad-date", f"{what}: reviewed {reviewed!r} is not YYYY-MM-DD")
        return
    if age < 0:
        yield Finding(file, line, "bad-date", f"{what}: reviewed {reviewed} lies in the future")
    elif age > limit:
        message = f"{what}: reviewed {age} days ago; it is due after {limit}"
        yield Finding(file, line, "review-overdue", message, "warning")
