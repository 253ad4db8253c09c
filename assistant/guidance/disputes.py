"""A statement's conflict -> the other side's sentence, cited, so that both are shown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.guidance.cited import Cited, Support, quoted
from assistant.guidance.records import Record, Statement
from assistant.wording_compare import CompareWording

__all__ = ["both_sides", "other_side"]


def other_side(record: Record, statement: Statement) -> Iterator[Cited]:
    """What another source says instead; nothing where no conflict is known."""
    if statement.disputed:
        says = " ".join(statement.disputed.says.split())
        sources = tuple(statement.disputed.source)
        support = Support(record.id, statement.field, says, sources, statement.confidence)
        yield Cited(CompareWording.OTHERWISE.format(says=says), (support,))


def both_sides(record: Record, *fields: str) -> Iterator[Cited]:
    """The statements of some fields in their own words, each followed by its other side."""
    for statement in record.statements_of(*fields):
        yield quoted(record, statement)
        yield from other_side(record, statement)
