"""An Answer -> what it says: its text, and its factual statements with their citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Answer, Citation

__all__ = ["Statement", "evidence", "said", "statements", "uncited"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A factual unit of an answer, one claim or one row of a table, with its citations."""

    text: str
    citations: tuple[Citation, ...]


def said(answer: Answer) -> str:
    """Everything that the answer says, without citation marks and follow-up suggestions."""
    parts = []
    for block in answer.blocks:
        parts += [block.lead_in, *block.header, *(claim.text for claim in block.every_claim())]
    return "\n".join(part for part in parts if part)


def statements(answer: Answer) -> list[Statement]:
    """The factual statements; `ask` and `notice` blocks speak of TechPath itself and have none."""
    cited = {citation.number: citation for citation in answer.citations}
    units = []
    for block in answer.blocks:
        if block.kind in ("ask", "notice"):
            continue
        units += [(claim.text, claim.citations) for claim in block.claims]
        for row in block.rows:
            marks = dict.fromkeys(number for cell in row for number in cell.citations)
            units.append((" | ".join(cell.text for cell in row), tuple(marks)))
    return [
        Statement(text, tuple(cited[number] for number in numbers if number in cited))
        for text, numbers in units
    ]


def uncited(found: Sequence[Statement]) -> tuple[str, ...]:
    """The statements that name no source."""
    return tuple(statement.text for statement in found if not statement.citations)


def evidence(citations: Sequence[Citation]) -> str:
    """What citations show a reader: document title, heading and quote."""
    return "\n".join(f"{c.title}\n{c.section}\n{c.quote}" for c in citations)
