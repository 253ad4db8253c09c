"""The records and sources of an index -> what changed lately: rules under way, and the newest sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.guidance.cited import Cited
from assistant.guidance.disputes import both_sides
from assistant.guidance.shelf import Shelf
from assistant.types import Source
from ui.library.catalog import Catalog, Entry

__all__ = ["MOST_NEW", "Changes", "NewSource", "StateChanges", "lately"]

MOST_NEW = 20  # sources; older ones are no news
_MOST_USES = 2  # documents named with a source
_DATED = re.compile(r"\d{4}-\d\d(-\d\d)?")  # a year alone is too coarse to be news


@dataclass(frozen=True, slots=True)
class StateChanges:
    """Rule changes under way in one place."""

    code: str
    name: str
    reviewed: str  # YYYY-MM-DD: when they were last compared
    changes: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is new by its own date, and the documents that rest on it."""

    source: Source
    used_in: tuple[Entry, ...]  # by topic, at most two
    uses: int  # documents in all, at least 1


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed lately."""

    reviewed: str  # YYYY-MM-DD: when anything was last compared; "" when nothing was
    states: tuple[StateChanges, ...]  # by name
    new: tuple[NewSource, ...]  # newest first, at most MOST_NEW


def lately(shelf: Shelf, catalog: Catalog) -> Changes:
    """What changed lately, from everything that the index holds."""
    newest = sorted(_new(shelf, catalog), key=lambda new: new.source.title.casefold())
    newest.sort(key=lambda new: new.source.as_of, reverse=True)
    reviewed = max((entry.reviewed for entry in catalog.entries.values()), default="")
    return Changes(reviewed, tuple(_states(shelf)), tuple(newest[:MOST_NEW]))


def _states(shelf: Shelf) -> Iterator[StateChanges]:
    for record in sorted(shelf.of_kind("jurisdiction"), key=lambda record: record.name):
        changes = tuple(both_sides(record, "pending"))
        if changes and record.code:
            yield StateChanges(record.code, record.name, record.reviewed, changes)


def _new(shelf: Shelf, catalog: Catalog) -> Iterator[NewSource]:
    uses: dict[str, list[Entry]] = {}
    for entry in catalog.entries.values():
        for id in entry.sources:
            uses.setdefault(id, []).append(entry)
    for id, entries in uses.items():
        source = shelf.sources[id]
        if _DATED.fullmatch(source.as_of) and source.tier not in ("guide", "your-document"):
            yield NewSource(source, tuple(entries[:_MOST_USES]), len(entries))
