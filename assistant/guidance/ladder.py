"""The records -> the career ladder: from which rung each is reached, how long that takes, what it asks.

The lengths are those of the plans, from the rung below. Where no source gives a length, a plan assumes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.guidance.cited import Cited, quoted
from assistant.guidance.plan import plan
from assistant.guidance.request import SPECIALTY, Request
from assistant.guidance.shelf import Shelf
from assistant.guidance.spans import in_words
from assistant.wording_ladder import RUNG_NAMES, LadderWording

__all__ = ["Rung", "every_line", "ladder"]

_ANY_DAY = date(2026, 1, 1)  # lengths do not depend on it
_ANY_SPECIALTY = "specialty"


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung."""

    id: str  # a key of RUNG_NAMES
    name: str
    below: str | None  # the rung from which it is reached; None for the start
    goal: str | None  # the plan that leads there; None where there is none, or one a specialty
    days: tuple[int, int] | None  # from the rung below, low and high
    takes: Cited | None  # the same in words
    says: tuple[Cited, ...]  # what it asks for, or what it is


@dataclass(frozen=True, slots=True)
class _Made:
    """How a rung is made."""

    id: str
    below: str | None
    goal: str | None
    stage: str | None  # where somebody on the rung below stands
    told: tuple[tuple[str, ...], ...]  # (record id, field): its first statement, with a word that it has


_RUNGS = (
    _Made("start", None, None, None, (("occupation-pharmacy-technician", "what"),)),
    _Made("technician", "start", "become", "exploring", (("state-boards", "does"),)),
    _Made("certified", "technician", "certify", "trainee", (("ptcb-cpht", "eligibility"),)),
    _Made(_ANY_SPECIALTY, "certified", None, "certified", (("hospital-pharmacy", "likes", "ladders"),)),
    _Made("informatics", "certified", "informatics", "certified", (("informatics-automation", "entry"),)),
    _Made("educator", "certified", "educator", "certified", (("education-training", "entry_experience"),)),
    _Made(
        "lead",
        "certified",
        "lead",
        "certified",
        (("management-lead", "entry_experience"), ("cpht-adv", "eligibility")),
    ),
    _Made("pharmacist", "technician", "pharmacist", None, (("occupation-pharmacist", "preparation"),)),
)


def ladder(shelf: Shelf, state: str | None = None) -> tuple[Rung, ...]:
    """The rungs from the bottom to the top.

    Args:
        shelf: the records.
        state: two-letter code; what the first rungs take depends on it.
    """
    return tuple(_rung(made, shelf, state) for made in _RUNGS)


def every_line(rungs: tuple[Rung, ...]) -> Iterator[Cited]:
    """All sentences in reading order."""
    for rung in rungs:
        yield from ((rung.takes,) if rung.takes else ())
        yield from rung.says


def _rung(made: _Made, shelf: Shelf, state: str | None) -> Rung:
    days = _days(made, shelf, state)
    takes = None
    if days and made.below:
        span = in_words(*days)
        text = LadderWording.TAKES.format(span=span[:1].upper() + span[1:], below=RUNG_NAMES[made.below])
        takes = Cited(text, (), computed=True)
    says = tuple(_said(shelf, *place) for place in made.told)
    told = tuple(cited for cited in says if cited)
    return Rung(made.id, RUNG_NAMES[made.id], made.below, made.goal, days, takes, told)


def _said(shelf: Shelf, id: str, field: str, word: str = "") -> Cited | None:
    record = shelf.record(id)
    statements = [item for item in record.statements_of(field) if word in item.says] if record else []
    return quoted(record, statements[0]) if record and statements else None


def _days(made: _Made, shelf: Shelf, state: str | None) -> tuple[int, int] | None:
    """How long the plan takes; of the specialties the shortest and the longest."""
    if made.below is None:
        return None
    goals = (
        [f"{SPECIALTY}{record.id}" for record in shelf.of_kind("specialty")]
        if made.id == _ANY_SPECIALTY
        else [made.goal or ""]
    )
    spans = [_of_plan(shelf, Request(goal, _ANY_DAY, state, made.stage)) for goal in goals]
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def _of_plan(shelf: Shelf, request: Request) -> tuple[int, int]:
    needed = [dated for dated in plan(request, shelf).steps if not dated.step.optional]
    early, late = max(dated.end for dated in needed), max(dated.late_end for dated in needed)
    return (early - request.start).days, (late - request.start).days
