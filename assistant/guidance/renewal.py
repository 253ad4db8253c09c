"""Hours of continuing education done -> what certifier and state still want, and by when.

A requirement that no source gives stays unknown: no number, and never "none".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guidance.cited import Cited, quoted
from assistant.guidance.lines import ask, brief, said
from assistant.guidance.records import Record, Statement
from assistant.guidance.request import CeDone
from assistant.guidance.steps import Line
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import CE_KINDS

__all__ = ["CeKind", "CeLedger", "CeRow", "ce_ledger", "hour_words", "reinstatement_rows"]

CeKind = Literal["total", "law", "safety", "live"]
_FIELDS: Mapping[CeKind, str] = {
    "total": "ce_hours", "law": "ce_law_hours", "safety": "ce_safety_hours", "live": "ce_live_hours",
}  # fmt: skip
# A certifier's record keeps the parts in the sentence that gives the total.
_PARTS: Mapping[CeKind, re.Pattern[str]] = {
    "law": re.compile(r"(\d+(?:\.\d+)?) (?:hours? (?:of|in|on)|(?:is|are) in) (?:pharmacy )?law"),
    "safety": re.compile(
        r"(\d+(?:\.\d+)?) (?:hours? (?:of|in|on)|(?:is|are) in) (?:patient|medication) safety"
    ),
}
_TOTAL = re.compile(r"(\d+(?:\.\d+)?) CE hours")


@dataclass(frozen=True, slots=True)
class CeRow:
    """One requirement of one body, and how far the person is."""

    body: str  # who wants it: a certification's or a place's name
    kind: CeKind
    needed: float | None  # hours in one cycle; None is unknown
    done: float  # hours
    cited: Cited  # what carries the requirement, or whom to ask
    by: date | None  # when that cycle ends; None is unknown
    part: bool = False  # its statement is told elsewhere: above it, or with the fee

    @property
    def missing(self) -> float | None:
        """Hours still to do; None while the requirement is unknown."""
        return None if self.needed is None else max(0.0, self.needed - self.done)

    @property
    def name(self) -> str:
        """What the hours are called."""
        return CE_KINDS[self.kind]

    def line(self) -> Cited:
        """The requirement as a sentence, with what is done and what is still to do."""
        done, missing = hour_words(self.done), self.missing
        if self.needed is None or missing is None:
            text = PlanWording.CE_ROW_UNKNOWN.format(says=self.cited.text, done=done)
        elif self.part:
            template = PlanWording.CE_WHOLE if self.kind == "total" else PlanWording.CE_PART
            text = template.format(
                needed=hour_words(self.needed), kind=self.name.lower(), done=done, missing=hour_words(missing)
            )
        else:
            text = PlanWording.CE_ROW.format(says=self.cited.text, done=done, missing=hour_words(missing))
        return Cited(text, self.cited.support, True)


@dataclass(frozen=True, slots=True)
class CeLedger:
    """What each body wants, kind by kind, and the rules that are no number."""

    rows: tuple[CeRow, ...]
    rules: Mapping[str, tuple[Line, ...]]  # body -> what it says besides

    def bodies(self) -> tuple[str, ...]:
        """Who wants hours, the certifier first."""
        return tuple(dict.fromkeys(row.body for row in self.rows))

    def cited(self) -> tuple[Cited, ...]:
        """Everything that the ledger says."""
        rules = (line.cited for body in self.bodies() for line in self.rules.get(body, ()))
        return (*(row.cited for row in self.rows), *rules)

    def rows_of(self, body: str) -> tuple[CeRow, ...]:
        """The rows of one body."""
        return tuple(row for row in self.rows if row.body == body)


def ce_ledger(
    credential: Record | None,
    place: Record | None,
    done: CeDone,
    expires: date | None = None,
    state_expires: date | None = None,
) -> CeLedger:
    """Hours done against what certifier and state require.

    Args:
        credential: whose renewal is meant; None leaves the certifier out.
        place: the jurisdiction; None leaves the state out.
        done: hours of this cycle. The same hours are set against both bodies, each for itself.
        expires: by when the credential is to be renewed.
        state_expires: by when the state's registration is to be renewed.
    """
    rows = [
        *(_certifier_rows(credential, done, expires) if credential else ()),
        *(_state_rows(place, done, state_expires) if place else ()),
    ]
    rules = {}
    if credential:
        rules[brief(credential)] = said(credential, ("ce_other",), "rule", {"you"})
    if place:
        rules[brief(place)] = said(place, ("ce_other", "ce_first_renewal"), "rule", {"state"})
    return CeLedger(tuple(rows), rules)


def reinstatement_rows(credential: Record, done: CeDone, by: date | None) -> tuple[CeRow, ...]:
    """What bringing an expired credential back takes; it can be more than a renewal takes."""
    for statement in credential.statements_of("reinstatement"):
        match = _TOTAL.search(statement.says)
        if match:
            total = float(match.group(1))
            cited = quoted(credential, statement)
            first = CeRow(brief(credential), "total", total, done.total, cited, by, part=True)
            return (first, *_parts(credential, statement, done, by))
    return ()


def hour_words(hours: float) -> str:
    """A number of hours in words, such as "1 hour"."""
    return (PlanWording.HOUR if hours == 1 else PlanWording.HOURS_OF).format(n=f"{hours:g}")


def _certifier_rows(credential: Record, done: CeDone, by: date | None) -> Iterator[CeRow]:
    statements = credential.statements_of("ce_hours")
    stated = next((s for s in statements if _hours(s) is not None), None)
    if stated is None:
        cited = Cited(PlanWording.CE_UNKNOWN.format(name=brief(credential)))
        yield CeRow(brief(credential), "total", None, done.total, cited, by)
        return
    yield CeRow(brief(credential), "total", _hours(stated), done.total, quoted(credential, stated), by)
    yield from _parts(credential, stated, done, by)


def _parts(credential: Record, statement: Statement, done: CeDone, by: date | None) -> Iterator[CeRow]:
    hours = _done(done)
    for kind, pattern in _PARTS.items():
        match = pattern.search(statement.says)
        if match:
            cited = quoted(credential, statement)
            yield CeRow(brief(credential), kind, float(match.group(1)), hours[kind], cited, by, part=True)


def _state_rows(place: Record, done: CeDone, by: date | None) -> Iterator[CeRow]:
    hours = _done(done)
    for kind, field in _FIELDS.items():
        statements = place.statements_of(field)
        first = next((s for s in statements if _hours(s) is not None), next(iter(statements), None))
        if first is not None:
            yield CeRow(brief(place), kind, _hours(first), hours[kind], quoted(place, first), by)
        elif kind == "total":
            yield CeRow(brief(place), kind, None, hours[kind], ask(place, "ce_hours").cited, by)


def _done(done: CeDone) -> Mapping[CeKind, float]:
    return {"total": done.total, "law": done.law, "safety": done.safety, "live": done.live}


def _hours(statement: Statement) -> float | None:
    value = statement.value
    usable = statement.unit == "hours" and isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if usable and isinstance(value, int | float) else None
