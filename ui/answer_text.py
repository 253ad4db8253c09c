"""An Answer -> what the page shows and what a person copies. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.render import markdown, references
from assistant.types import Answer, Block, Citation, Claim
from ui.escaping import escape_inline

__all__ = ["Segment", "copy_text", "date_words", "segments", "source_anchor", "source_dates"]

_MONTHS = ("January February March April May June July August September October November December").split()


_GLUE = "\u00a0"  # a mark stays on the line of the words that it belongs to


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of Markdown to be written piece by piece, or a question or notice set apart."""

    kind: Literal["text", "ask", "notice"]
    pieces: tuple[str, ...]  # joined, they are the segment's Markdown


def segments(blocks: Sequence[Block], turn: int) -> tuple[Segment, ...]:
    """The Markdown of an answer, sentence by sentence.

    Args:
        blocks: what to show.
        turn: the turn's number in its conversation, from 0; it keeps the link targets apart.
    """
    merged: list[Segment] = []
    for block in blocks:
        kind: Literal["text", "ask", "notice"] = block.kind if block.kind in ("ask", "notice") else "text"
        pieces = tuple(_pieces(block, turn))
        if merged and merged[-1].kind == kind == "text":
            merged[-1] = Segment("text", (*merged[-1].pieces, "\n\n", *pieces))
        elif pieces:
            merged.append(Segment(kind, pieces))
    return tuple(merged)


def source_anchor(turn: int, number: int) -> str:
    """The id of the element that a citation mark leads to."""
    return f"source-{turn + 1}-{number}"


def source_dates(citation: Citation, as_of: str, reviewed: str, unknown: str) -> str:
    """When the source was true and when it was last compared, in words.

    Args:
        citation: whose source is meant.
        as_of: a template with {date}.
        reviewed: a template with {date}; "" leaves it out.
        unknown: what to say when the source gives no date.
    """
    source = citation.source
    dated = source.as_of and source.as_of != "unknown"
    first = as_of.format(date=date_words(source.as_of)) if dated else unknown
    if not reviewed or not source.reviewed or source.reviewed == "unknown":
        return first
    return f"{first}, {reviewed.format(date=date_words(source.reviewed))}"


def date_words(date: str) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD in words; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return date
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{month} {int(parts[2])}, {parts[0]}"


def copy_text(answer: Answer) -> str:
    """The question, the answer with [1] marks and its references, to be taken elsewhere."""
    parts = (answer.question.strip(), markdown(answer), references(answer, date.today()))
    return "\n\n".join(part for part in parts if part)


def _pieces(block: Block, turn: int) -> Iterator[str]:
    if block.lead_in:
        yield escape_inline(block.lead_in)
        yield " " if block.kind == "paragraph" else "\n\n"
    if block.kind == "table":
        yield _table(block, turn)
        return
    for place, claim in enumerate(block.claims):
        yield _opening(block, place) + _claim(claim, turn)


def _opening(block: Block, place: int) -> str:
    if block.kind == "bullets":
        return "\n- " if place else "- "
    if block.kind == "steps":
        return f"\n{place + 1}. " if place else "1. "
    return " " if place else ""


def _claim(claim: Claim, turn: int) -> str:
    marks = "".join(f"{_GLUE}[{number}](#{source_anchor(turn, number)})" for number in claim.citations)
    return escape_inline(claim.text) + marks


def _table(block: Block, turn: int) -> str:
    lines = [
        _row(escape_inline(name) for name in block.header),
        _row("---" for _ in block.header),
        *(_row(_claim(cell, turn) for cell in row) for row in block.rows),
    ]
    return "\n".join(lines)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
