"""The nouns of a comparison: things above the columns, rows of cells, and what a reader of a cell sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.guidance.cited import Cited
from assistant.wording_compare import CompareWording

__all__ = [
    "MOST",
    "Cell",
    "Comparison",
    "Row",
    "Thing",
    "Verdict",
    "every_cited",
    "is_repeated",
    "ordered",
    "rows_of",
    "shown",
]

MOST = 4  # things side by side; more do not fit a page

# differs: values differ. worded: only words can be compared, and they are not the same. open: known
# of some things only. same: known of all, and the same. unknown: known of none.
Verdict = Literal["differs", "worded", "open", "same", "unknown"]
_ORDER: tuple[Verdict, ...] = ("differs", "worded", "open", "same", "unknown")


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands above a column."""

    id: str
    name: str
    ask: str  # whom to ask about what is unknown
    about: tuple[Cited, ...] = ()  # what it is
    contact: tuple[Cited, ...] = ()  # who decides there, for states


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one thing in one row."""

    says: tuple[Cited, ...] = ()  # the statements in full; none: unknown
    short: Cited | None = None  # the value in a word or two; None where only words answer
    brief: bool = False  # the short text says it all
    disputes: tuple[Cited, ...] = ()  # what other sources say instead
    value: bool | int | float | str | tuple[str, ...] | None = None  # what the short text stands for
    up_to: float | None = None  # the upper end of a range from `value`
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field, compared."""

    field: str
    label: str
    cells: tuple[Cell, ...]  # one a thing, in the order of the things
    verdict: Verdict

    @property
    def differs(self) -> bool:
        """Whether known cells say different things."""
        return self.verdict in ("differs", "worded")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Things side by side."""

    kind: str
    things: tuple[Thing, ...]
    rows: tuple[Row, ...]  # those that differ first, else in the order of the fields


def ordered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that differ first; those of one verdict stay in their order."""
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.verdict)))


def shown(thing: Thing, cell: Cell, full: bool = False) -> tuple[Cited, ...]:
    """What a reader of a cell sees, in order.

    Args:
        thing: the column's.
        cell: the cell.
        full: every sentence, also where the short text says it all.
    """
    if not cell.says:
        return (Cited(CompareWording.UNKNOWN.format(whom=thing.ask)),)
    if cell.short is None:
        return cell.says + cell.disputes
    rest = cell.says[1:] if cell.brief and not full else cell.says
    return (cell.short, *rest, *cell.disputes)


def is_repeated(cell: Cell, cited: Cited, full: bool = False) -> bool:
    """Whether this is a short text whose own sentence follows it, and carries the marks for both."""
    return cited is cell.short and (full or not cell.brief)


def rows_of(comparison: Comparison, differing: bool = False) -> tuple[Row, ...]:
    """The rows; with `differing`, without those that are known to be the same."""
    return tuple(row for row in comparison.rows if not differing or row.verdict != "same")


def every_cited(comparison: Comparison, differing: bool = False, full: bool = True) -> Iterator[Cited]:
    """What a comparison shows, in reading order, with the options of `rows_of` and `shown`."""
    for thing in comparison.things:
        yield from thing.about
    for row in rows_of(comparison, differing):
        for thing, cell in zip(comparison.things, row.cells, strict=True):
            yield from shown(thing, cell, full)
    for thing in comparison.things:
        yield from thing.contact
