"""The nouns of a plan: steps with what they need, how long they take, what they cost, and their dates.

Every line knows what it depends on, so that a change of state, stage or start date touches only the
lines that depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.guidance.cited import Cited
from assistant.guidance.request import Request

__all__ = ["Aspect", "Dated", "Deadline", "Fee", "Line", "LineKind", "Plan", "Span", "Step"]

# What a line can depend on. "choice" is the goal, route and exam; "you" is age, credential, hours a
# week, what is told of a record, and the lengths of time that a person has set.
Aspect = Literal["state", "stage", "start", "choice", "you"]
LineKind = Literal[
    "title", "what", "rule", "do", "prepare", "fee", "payer", "length", "deadline", "caution", "ask",
    "also", "date",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a plan."""

    kind: LineKind
    cited: Cited
    depends: frozenset[Aspect] = frozenset()


@dataclass(frozen=True, slots=True)
class Fee:
    """One item of what a step costs."""

    name: str
    low: float | None  # US dollars; None is unknown, never zero
    high: float | None  # US dollars, not below `low`; None when `low` is
    line: Line  # what carries it, or whom to ask
    counted: bool = True  # False: an example, or a fee that only some people pay; never in a total
    every: int | None = None  # months from one payment to the next; None: paid once


@dataclass(frozen=True, slots=True)
class Span:
    """How long a step takes."""

    low: int  # days, 0 or more
    high: int  # days, not below `low`
    basis: Literal["stated", "computed", "assumed"]
    line: Line  # the statement, the computation, or the assumption in words


@dataclass(frozen=True, slots=True)
class Deadline:
    """A step must be done within some time after another one."""

    after: str  # step id
    months: int  # 0 or more, added to `days`
    days: int
    line: Line  # what sets it


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    id: str  # stable, so that a tick and a calendar entry stay with it
    title: Line
    span: Span
    needs: tuple[str, ...] = ()  # ids of the steps that come before
    lines: tuple[Line, ...] = ()
    fees: tuple[Fee, ...] = ()
    deadline: Deadline | None = None
    opens: date | None = None  # not before this day
    due: date | None = None  # by this day
    depends: frozenset[Aspect] = frozenset()  # why it is in the plan
    placed: frozenset[Aspect] = frozenset()  # why it stands where it stands
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A step with its dates. The early dates hold if every step is as short as it can be."""

    step: Step
    start: date  # at the earliest
    end: date  # at the earliest
    late_start: date  # when every step before it is as long as it may be
    late_end: date
    by: tuple[date, date] | None = None  # its deadline, counted from the early and from the late dates
    beside: tuple[str, ...] = ()  # ids of steps that can run at the same time
    dates: tuple[Line, ...] = ()  # the dates in words

    @property
    def late(self) -> bool:
        """Whether the deadline passes if things go slowly."""
        return self.by is not None and (self.end > self.by[0] or self.late_end > self.by[1])

    def lines(self) -> Iterator[Line]:
        """Everything that is said of the step, its title first."""
        step = self.step
        yield step.title
        yield from self.dates
        yield from step.lines
        yield from (fee.line for fee in step.fees)
        yield step.span.line
        if step.deadline:
            yield step.deadline.line


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps to a goal, in an order in which each comes after all that it needs."""

    request: Request
    title: Line
    steps: tuple[Dated, ...]
    notes: tuple[Line, ...] = ()  # what belongs to no single step
    assumed: tuple[Line, ...] = ()  # what it takes as given, since the person did not say

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Every line with the id of its step; "" for the title and the notes."""
        yield "", self.title
        for dated in self.steps:
            for line in dated.lines():
                yield dated.step.id, line
        yield from (("", line) for line in (*self.assumed, *self.notes))
