"""A sentence of ours and the statements that carry it: what every guidance tool is made of.

A tool never quotes a figure without its statement. What is computed from cited figures (a sum, a
date) is marked so, since it stands in no source.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guidance.records import Record, Statement
from assistant.text import figures

__all__ = ["Cited", "Support", "carried", "quoted", "support_of"]


@dataclass(frozen=True, slots=True)
class Support:
    """One statement of one record."""

    record: str  # record id
    field: str
    says: str
    sources: tuple[str, ...]  # source ids, at least one
    confidence: str  # high, medium or low


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence, cell or line with its support; without support it states no fact of the field."""

    text: str
    support: tuple[Support, ...] = ()
    computed: bool = False  # its figures follow from the supporting ones, and stand in none of them


def support_of(record: Record, statement: Statement) -> Support:
    """A record's statement as support."""
    says = " ".join(statement.says.split())
    return Support(record.id, statement.field, says, tuple(statement.source), statement.confidence)


def quoted(record: Record, statement: Statement) -> Cited:
    """A statement in its own words."""
    support = support_of(record, statement)
    return Cited(support.says, (support,))


def carried(cited: Cited) -> bool:
    """Whether every figure of a sentence occurs in what it cites, or is marked as computed."""
    said = set[str]().union(*(figures(item.says) for item in cited.support))
    return cited.computed or figures(cited.text) <= said
