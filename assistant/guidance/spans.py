"""How long a step takes: as the person set it, as a statement says, or as we assume."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.board_order import Kind
from assistant.guidance.case import Case
from assistant.guidance.cited import Cited, support_of
from assistant.guidance.durations import ASSUMED, span_in
from assistant.guidance.records import Record, Statement
from assistant.guidance.request import Request
from assistant.guidance.steps import Aspect, Line, Span
from assistant.wording_plan import PlanWording

__all__ = ["assumed", "computed", "in_words", "processing", "set_or", "stated"]

_YOU: frozenset[Aspect] = frozenset({"you"})
_UNITS = ((730.5, 365.25, "year"), (89, 30.4375, "month"), (14, 7, "week"), (0, 1, "day"))


def assumed(request: Request, step: str, route: str = "", depends: Iterable[Aspect] = ()) -> Span:
    """What we assume for a step, or what the person has set for it.

    Args:
        request: may set the length.
        step: step id.
        route: education record id, where the length differs by route.
        depends: what the assumption depends on.
    """
    low, high = ASSUMED.get(f"{step}:{route}", ASSUMED.get(step, ASSUMED["step"]))
    if high == 0:
        return Span(0, 0, "assumed", Line("length", Cited(PlanWording.NO_TIME)))
    text = PlanWording.ASSUMED.format(span=in_words(low, high))
    span = Span(low, high, "assumed", Line("length", Cited(text, (), True), _YOU.union(depends)))
    return set_or(request, step, span)


def stated(record: Record, statement: Statement, days: tuple[int, int], depends: Iterable[Aspect]) -> Span:
    """A length that a statement gives."""
    text = PlanWording.STATED.format(span=in_words(*days))
    line = Line("length", Cited(text, (support_of(record, statement),), True), _YOU.union(depends))
    return Span(*days, "stated", line)


def computed(text: str, days: tuple[int, int], record: Record, statement: Statement) -> Span:
    """A length that follows from a statement and from what the person told us."""
    cited = Cited(text, (support_of(record, statement),), True)
    return Span(*days, "computed", Line("length", cited, frozenset({"choice", "you"})))


def processing(case: Case, step: str, *kinds: Kind) -> Span:
    """How long a board takes, where its own sentences about such a step say so."""
    depends: frozenset[Aspect] = frozenset({"state"})
    for statement in case.says(*kinds):
        days = span_in(statement.says, near="process")
        if days and case.place:
            return set_or(case.request, step, stated(case.place, statement, days, depends))
    return assumed(case.request, step, depends=depends)


def set_or(request: Request, step: str, span: Span) -> Span:
    """The length that the person has set for a step, or the one given."""
    for id, low, high in request.assume:
        if id == step:
            text = PlanWording.SET_BY_YOU.format(span=in_words(low, high))
            depends = span.line.depends.union(_YOU)
            return Span(low, high, "assumed", Line("length", Cited(text, (), True), depends))
    return span


def in_words(low: int, high: int) -> str:
    """Days from low to high in the unit that people plan with, for example "2 to 8 weeks"."""
    if low == 0 < high:
        per, unit = _unit(high)
        return PlanWording.UP_TO.format(span=_counted(round(high / per), unit))
    per, unit = _unit(high)
    first, last = round(low / per), round(high / per)
    if first == last:
        return PlanWording.ABOUT.format(span=_counted(last, unit))
    if first == 0:
        small, smaller = _unit(low)
        start = _counted(round(low / small), smaller)
        return PlanWording.RANGE.format(low=start, high=_counted(last, unit))
    return PlanWording.RANGE.format(low=first, high=_counted(last, unit))


def _unit(days: int) -> tuple[float, str]:
    return next((per, unit) for least, per, unit in _UNITS if days >= least)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
