"""A plan -> an itemised, sourced list of what it costs: to get there, and again at each renewal.

Totals run over the known items only. What no source gives is counted as unknown, never as zero; an
example price, a ceiling and a fee that only some people pay are shown and left out of the totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.guidance.cited import Cited, Support
from assistant.guidance.plan import plan
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Fee, Line, Plan
from assistant.wording_plan import PlanWording

__all__ = ["Costs", "Item", "Total", "amount_words", "costs", "costs_of", "dollars", "how_often"]

_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list."""

    step: str  # id of the step that it belongs to
    fee: Fee
    optional: bool  # the step is the person's own choice

    @property
    def counted(self) -> bool:
        """Whether it belongs in a total: everybody pays it, and its amount is known."""
        return self.fee.counted and not self.optional and self.fee.low is not None

    @property
    def unknown(self) -> bool:
        """Whether everybody pays it, and no source says how much."""
        return self.fee.counted and not self.optional and self.fee.low is None


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of the known items, and how many are unknown."""

    low: float  # US dollars
    high: float  # US dollars
    unknown: int
    cited: Cited  # in words, carried by the statements of its items


@dataclass(frozen=True, slots=True)
class Costs:
    """What a plan costs."""

    request: Request
    once: tuple[Item, ...]  # paid on the way
    again: tuple[Item, ...]  # paid at each renewal
    first_year: Total  # of `once`; a training that takes longer is in it as a whole
    each_year: Total  # of `again`, spread evenly over the years of its cycle

    def lines(self) -> tuple[Line, ...]:
        """The line of every item, in reading order."""
        return tuple(item.fee.line for item in (*self.once, *self.again))


def costs(request: Request, shelf: Shelf) -> Costs:
    """What the way to a goal costs, item by item."""
    return costs_of(plan(request, shelf))


def costs_of(planned: Plan) -> Costs:
    """The items of a plan's steps."""
    items = [
        Item(dated.step.id, fee, dated.step.optional) for dated in planned.steps for fee in dated.step.fees
    ]
    once = tuple(item for item in items if item.fee.every is None)
    again = tuple(item for item in items if item.fee.every is not None)
    return Costs(planned.request, once, again, _total(once, PlanWording.TOTAL_ONCE), _yearly(again))


def dollars(amount: float) -> str:
    """US dollars for people: whole dollars, or cents where there are any."""
    return f"${amount:,.2f}" if amount % 1 else f"${amount:,.0f}"


def amount_words(item: Item) -> str:
    """What an item costs, in a cell."""
    low, high = item.fee.low, item.fee.high
    if low is None or high is None:
        return PlanWording.AMOUNT_UNKNOWN if item.unknown else PlanWording.AMOUNT_OPEN
    amount = dollars(low) if low == high else PlanWording.RANGE.format(low=dollars(low), high=dollars(high))
    return amount if item.counted else PlanWording.EXAMPLE.format(amount=amount)


def how_often(item: Item) -> str:
    """How often an item is paid, in a cell."""
    if item.fee.every is None:
        return PlanWording.ONCE
    if item.fee.every == 0:
        return PlanWording.EVERY_UNKNOWN
    years = item.fee.every // 12
    return PlanWording.EVERY_YEAR if years == 1 else PlanWording.EVERY.format(years=years)


def _total(items: Sequence[Item], words: str) -> Total:
    known = [item for item in items if item.counted]
    low = sum(item.fee.low or 0 for item in known)
    high = sum(item.fee.high or 0 for item in known)
    unknown = sum(item.unknown for item in items)
    return Total(
        low, high, unknown, Cited(_in_words(low, high, len(known), unknown, words), _support(known), True)
    )


def _yearly(items: Sequence[Item]) -> Total:
    """Renewals per year: each fee divided by the years of its own cycle; without a cycle it is unknown."""
    known = [item for item in items if item.counted and item.fee.every]
    low = sum((item.fee.low or 0) * _YEAR / (item.fee.every or _YEAR) for item in known)
    high = sum((item.fee.high or 0) * _YEAR / (item.fee.every or _YEAR) for item in known)
    unknown = sum(item.unknown or (item.counted and not item.fee.every) for item in items)
    text = _in_words(low, high, len(known), unknown, PlanWording.TOTAL_YEAR)
    return Total(low, high, unknown, Cited(text, _support(known), True))


def _in_words(low: float, high: float, known: int, unknown: int, words: str) -> str:
    """A sum is said to be "at least" that as soon as one item is unknown; none known, no amount."""
    if not known:
        return (
            PlanWording.TOTAL_NONE.format(what=words)
            if unknown
            else PlanWording.TOTAL_NOTHING.format(what=words)
        )
    amount = dollars(low) if low == high else PlanWording.RANGE.format(low=dollars(low), high=dollars(high))
    template = PlanWording.TOTAL_AT_LEAST if unknown else PlanWording.TOTAL
    items = (PlanWording.ITEM if unknown == 1 else PlanWording.ITEMS).format(n=unknown)
    return template.format(what=words, amount=amount, items=items)


def _support(items: Iterable[Item]) -> tuple[Support, ...]:
    return tuple(dict.fromkeys(support for item in items for support in item.fee.line.cited.support))
