"""The wage records -> figures that can be drawn as bars, each with its year, measure and sentence.

A wage statement carries the amount as its value and its year in `as_of`; whose pay it is stands in its
sentence, in one of a few forms. A statement in none of these forms is not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.guidance.cited import Cited, support_of
from assistant.guidance.records import Record, Statement
from assistant.guidance.shelf import Shelf
from assistant.wording_wages import PERCENTILES, WageWording

__all__ = ["GROUPS", "Group", "Pay", "how_to_read", "pay", "us_means"]

Group = Literal["national", "by_industry", "by_state", "adjacent"]
GROUPS: tuple[Group, ...] = ("national", "by_industry", "by_state", "adjacent")
_LEAST_YEARLY = 1000  # USD; a smaller figure is pay by the hour
_TECHNICIANS = "US pharmacy technicians"
_ANY, _THE = r"(?P<label>.+?)", r"(?:the )?"
# (field, group, form of the sentence); `label` is whose pay it is.
_SENTENCES: tuple[tuple[str, Group, str], ...] = (
    ("median", "national", rf"median pay of {_TECHNICIANS} was"),
    ("percentile", "national", r"^(?P<start>The (?:lowest|best)-paid 10 percent)"),
    ("percentile", "national", r"^(?P<start>One in four) .* or (?P<side>less|more)"),
    ("by_industry", "by_industry", rf"^In {_ANY}, {_TECHNICIANS} earned a (?P<measure>mean) "),
    ("by_industry", "by_industry", rf"^The (?P<measure>median) pay of {_TECHNICIANS} in {_ANY} was "),
    ("by_state", "by_state", rf"^In {_THE}{_ANY}, the (?P<measure>mean) pharmacy technician wage "),
    ("by_state", "by_state", rf"^For {_THE}{_ANY}, only an old figure is known: the (?P<measure>mean) "),
    ("adjacent", "adjacent", rf"^The (?P<measure>median) pay of {_ANY} was \$"),
)
_FORMS = tuple((field, group, re.compile(form)) for field, group, form in _SENTENCES)
_US_MEAN = re.compile(r"US mean was (?:then )?\$(?P<amount>[\d,]*\d)")


@dataclass(frozen=True, slots=True)
class Pay:
    """One wage figure."""

    group: Group
    label: str  # whose pay: a kind of employer, a state, a job, or a place among all technicians
    measure: str  # median, mean or percentile
    amount: int  # USD a year, full time
    year: str  # YYYY: of the May survey
    old: bool  # an older survey than the newest figure of its group and measure
    cited: Cited  # label, amount, measure and year in words


def pay(shelf: Shelf, group: Group) -> tuple[Pay, ...]:
    """The figures of a group: percentiles upwards, all others from the highest, the newest year first."""
    found = [figure for figure in _all(shelf) if figure.group == group]
    newest = {f.measure: max(o.year for o in found if o.measure == f.measure) for f in found}
    marked = [replace(figure, old=figure.year < newest[figure.measure]) for figure in found]
    if group == "national":
        return tuple(sorted(marked, key=lambda figure: (figure.old, figure.amount)))
    return tuple(sorted(marked, key=lambda figure: (figure.old, -int(figure.year), -figure.amount)))


def us_means(shelf: Shelf) -> dict[str, Pay]:
    """Year -> the US mean of that year's survey, as the sentences about states give it."""
    means: dict[str, Pay] = {}
    for record, statement in _statements(shelf):
        match = _US_MEAN.search(" ".join(statement.says.split()))
        if match and statement.field == "by_state":
            amount, year = int(match["amount"].replace(",", "")), _year(statement)
            figure = _pay("national", WageWording.UNITED_STATES, "mean", amount, record, statement)
            means.setdefault(year, figure)
    return means


def how_to_read(shelf: Shelf) -> tuple[Cited, ...]:
    """What a reader of wage figures has to know."""
    return tuple(
        Cited(support.says, (support,))
        for support in (support_of(r, s) for r, s in _statements(shelf) if s.field == "method")
    )


def _statements(shelf: Shelf) -> Iterator[tuple[Record, Statement]]:
    for record in shelf.of_kind("wages"):
        yield from ((record, statement) for statement in record.statements)


def _all(shelf: Shelf) -> Iterator[Pay]:
    for record, statement in _statements(shelf):
        amount = statement.value
        if isinstance(amount, bool) or not isinstance(amount, int | float) or statement.unit != "USD":
            continue
        if amount >= _LEAST_YEARLY and statement.as_of:
            yield from _figure(record, statement, int(amount))


def _figure(record: Record, statement: Statement, amount: int) -> Iterator[Pay]:
    says = " ".join(statement.says.split())
    for field, group, form in _FORMS:
        match = form.search(says) if field == statement.field else None
        if match is None:
            continue
        label, measure = _label(match.groupdict())
        yield _pay(group, label, measure, amount, record, statement)
        return


def _pay(group: Group, label: str, measure: str, amount: int, record: Record, statement: Statement) -> Pay:
    year = _year(statement)
    when = WageWording.WHEN[measure].format(year=year)
    text = WageWording.BAR.format(label=label, amount=f"{amount:,}", when=when)
    return Pay(group, label, measure, amount, year, False, Cited(text, (support_of(record, statement),)))


def _label(found: dict[str, str | None]) -> tuple[str, str]:
    """(whose pay, measure) of a recognized sentence."""
    label, measure, start = found.get("label"), found.get("measure"), found.get("start")
    if label and measure:
        return label[:1].upper() + label[1:], measure
    if start is None:
        return WageWording.MEDIAN, "median"
    side = found.get("side")
    return PERCENTILES[f"{start} ({side})" if side else start], "percentile"


def _year(statement: Statement) -> str:
    return (statement.as_of or "")[:4]
