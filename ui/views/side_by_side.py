"""A Comparison -> tables with the things above their columns; on a phone each row is a card.

A table is Markdown, so that nothing from documents becomes HTML. The style sheet turns rows into
cards: the thing's name stands in each cell in emphasis, which only a narrow window shows.
"""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.comparison import (
    Cell,
    Comparison,
    Row,
    Thing,
    every_cited,
    is_repeated,
    rows_of,
    shown,
)
from assistant.retrieval.passages import Passages
from assistant.wording_compare import VERDICTS
from ui.escaping import escape_inline
from ui.views import references
from ui.wording_compare import CompareWords

__all__ = ["show"]


def show(found: Comparison, passages: Passages, differing: bool, full: bool) -> None:
    """The things in short, their rows by how they came out, who decides, and the sources.

    Args:
        found: what is shown.
        passages: of the index that its records came from.
        differing: leave out the rows that are the same.
        full: show the sentence behind every value.
    """
    notes = footnotes(every_cited(found, differing, full), passages)
    _about(found, notes)
    rows = rows_of(found, differing)
    if not rows:
        st.markdown(CompareWords.NOTHING)
    for verdict, group in groupby(rows, key=lambda row: row.verdict):
        st.markdown(f"#### {VERDICTS[verdict]}", anchors=False)
        if verdict == "unknown":
            _unknown(found.things, tuple(group))
            continue
        with st.container(key=f"compare-table-{verdict}"):
            st.markdown(_table(found.things, tuple(group), notes, full))
    _contacts(found, notes)
    references.show(notes.citations)


def _about(found: Comparison, notes: Footnotes) -> None:
    if not any(thing.about for thing in found.things):
        return
    for thing, column in zip(found.things, st.columns(len(found.things)), strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"##### {escape_inline(thing.name)}", anchors=False)
            st.markdown(" ".join(references.marked(notes.claim(cited)) for cited in thing.about))


def _contacts(found: Comparison, notes: Footnotes) -> None:
    if not any(thing.contact for thing in found.things):
        return
    st.markdown(f"#### {CompareWords.WHO_DECIDES}", anchors=False)
    lines = [
        f"- **{escape_inline(thing.name)}**: "
        + " ".join(references.marked(notes.claim(cited)) for cited in thing.contact)
        for thing in found.things
        if thing.contact
    ]
    st.markdown("\n".join(lines))


def _unknown(things: tuple[Thing, ...], rows: tuple[Row, ...]) -> None:
    """What is known of none: the labels once, and whom to ask."""
    whom = " / ".join(dict.fromkeys(thing.ask for thing in things))
    labels = ", ".join(row.label for row in rows)
    st.markdown(escape_inline(CompareWords.UNKNOWN.format(labels=labels, whom=whom)))


def _table(things: tuple[Thing, ...], rows: tuple[Row, ...], notes: Footnotes, full: bool) -> str:
    lines = [
        _line(["", *(escape_inline(thing.name) for thing in things)]),
        _line(["---"] * (len(things) + 1)),
    ]
    for row in rows:
        cells = [_cell(thing, cell, notes, full) for thing, cell in zip(things, row.cells, strict=True)]
        lines.append(_line([f"**{escape_inline(row.label)}**", *cells]))
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(thing: Thing, cell: Cell, notes: Footnotes, full: bool) -> str:
    told = " ".join(_told(cell, cited, notes, full) for cited in shown(thing, cell, full))
    return (
        f"*{escape_inline(thing.name)}* {told}"
        if cell.says
        else f"*{escape_inline(thing.name)}* :gray[{told}]"
    )


def _told(cell: Cell, cited: Cited, notes: Footnotes, full: bool) -> str:
    """The short text in bold, a sentence in small print on lines of its own."""
    claim = notes.claim(cited)
    if cited is not cell.short:
        return f":small[{references.marked(claim)}]"
    marks = "" if is_repeated(cell, cited, full) else references.marks(claim)
    return f"**{escape_inline(claim.text)}**{marks}"
