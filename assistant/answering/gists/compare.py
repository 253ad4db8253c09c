"""A comparison -> its gist: the rows whose values differ, as a table."""

from __future__ import annotations

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.comparison import Cell, Comparison, Row, Thing, shown
from assistant.text import sentences
from assistant.types import ToolLink
from assistant.wording_gists import GistWording

__all__ = ["compare_gist"]

_MOST_ROWS = 8
_FEW_ROWS = 5  # with fewer that differ, some are shown that are known of one thing only
_LONGEST = 110  # characters of a cell in words: longer ones are read on the page


def compare_gist(found: Comparison, link: ToolLink) -> Gist | None:
    """The gist of a comparison; None where no cell differs in a few words."""
    short = [row for row in found.rows if _is_short(row)]
    rows = [row for row in short if row.differs][:_MOST_ROWS]
    if not rows:
        return None
    rows += [row for row in short if row.verdict == "open"][: max(0, _FEW_ROWS - len(rows))]
    table = Part(
        "table",
        (),
        GistWording.COMPARE_DIFFERENT,
        ("", *(thing.name for thing in found.things)),
        tuple(_cells(found.things, row) for row in rows),
    )
    left = len(found.rows) - len(rows)
    rest = GistWording.COMPARE_OPEN.format(count=left) if left else GistWording.COMPARE_ALL
    return Gist((table, Part("notice", (Cited(rest),))), link)


def _is_short(row: Row) -> bool:
    """Whether every known cell can be read at a glance."""
    return all(len(_text(cell).text) <= _LONGEST for cell in row.cells if cell.says)


def _cells(things: tuple[Thing, ...], row: Row) -> tuple[Cited, ...]:
    cells = (
        _text(cell) if cell.says else shown(thing, cell)[0]
        for thing, cell in zip(things, row.cells, strict=True)
    )
    return (Cited(row.label), *cells)


def _text(cell: Cell) -> Cited:
    """The value in a word or two, else the first sentence."""
    if cell.short is not None:
        return cell.short
    said = cell.says[0]
    return Cited(next(iter(sentences(said.text)), said.text), said.support, said.computed)
