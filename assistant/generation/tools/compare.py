"""The tool that sets two to four things side by side."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, Field

from assistant.errors import WrongUseError
from assistant.generation.context import Citable
from assistant.generation.tools.guided import guided
from assistant.generation.tools.toolbox import Tool
from assistant.guidance.compare import KINDS, compare, find_thing
from assistant.guidance.comparison import Row, rows_of
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.wording_compare import CompareWording

__all__ = ["SideBySide", "compare_tool"]


class SideBySide(BaseModel):
    """What is to be compared."""

    kind: str = Field(description=f"One of: {', '.join(KINDS)}.", max_length=20)
    things: list[str] = Field(description="Two to four names, codes or ids.", min_length=2, max_length=4)
    rows: list[str] = Field(
        [], description="Labels of the rows wanted, or none for all that differ.", max_length=8
    )


def compare_tool(shelf: Shelf, passages: Passages) -> Tool:
    """The comparison, on one index."""
    return Tool(
        "compare",
        "Two to four states, credentials, exams, settings, specialties, ways of training or years of wages "
        "side by side, those rows first that differ. Use it when the person asks which, or what differs.",
        SideBySide,
        lambda given: list(_cells(given, shelf, passages)),
    )


def _cells(given: SideBySide, shelf: Shelf, passages: Passages) -> Iterator[Citable]:
    found = compare(shelf, given.kind, [_thing(shelf, given.kind, asked) for asked in given.things])
    for row in _wanted(rows_of(found, differing=True), given.rows):
        for thing, cell in zip(found.things, row.cells, strict=True):
            yield from guided((*cell.says, *cell.disputes), f"{thing.name} | {row.label}", passages)


def _thing(shelf: Shelf, kind: str, asked: str) -> str:
    found = find_thing(shelf, kind, asked)
    if found is None:
        raise WrongUseError(CompareWording.NOTHING_CALLED.format(kind=kind, asked=asked))
    return found


def _wanted(rows: tuple[Row, ...], labels: list[str]) -> list[Row]:
    known = {row.label.casefold(): row for row in rows}
    strange = [label for label in labels if label.casefold() not in known]
    if strange:
        raise WrongUseError(
            f"No row {strange[0]!r} differs. Those that do: {'; '.join(r.label for r in rows)}."
        )
    return [known[label.casefold()] for label in labels] or list(rows)
