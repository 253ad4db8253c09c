"""A dated step -> its lines in the order in which a person needs them, each with its label.

First what to do and until when, then the rules, then money and questions. A line that says what
another source says stays behind the line that it contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.guidance.steps import Dated, Line, LineKind
from assistant.wording_plan_names import LINE_LABELS

__all__ = ["Said", "reading_order"]

_ORDER: tuple[LineKind, ...] = (
    "date", "deadline", "caution", "do", "prepare", "rule", "ask", "fee", "payer", "what", "length",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A line and the label before it."""

    kind: LineKind  # of the line, or of the line that it contradicts
    label: str  # "" for none
    line: Line


def reading_order(dated: Dated) -> tuple[Said, ...]:
    """The lines of a step without its title, each once."""
    units = list(_units(line for line in dated.lines() if line.kind != "title"))
    ranked = sorted(units, key=lambda unit: _ORDER.index(unit[0].kind))
    seen: set[str] = set()
    found: list[Said] = []
    for first, line in ((unit[0], line) for unit in ranked for line in unit):
        if line.cited.text not in seen:
            seen.add(line.cited.text)
            found.append(Said(first.kind, LINE_LABELS.get(line.kind, ""), line))
    return tuple(found)


def _units(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Each line with the contradictions that follow it."""
    unit: list[Line] = []
    for line in lines:
        if line.kind == "also" and unit:
            unit.append(line)
            continue
        if unit:
            yield unit
        unit = [line]
    if unit:
        yield unit
