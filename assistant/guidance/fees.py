"""Statements about money -> the items that a step costs; a fee that no source gives stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.guidance.lines import ask, both_sides, own
from assistant.guidance.records import Record, Statement
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Aspect, Fee, Line
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import FEE_NAMES

__all__ = ["ce_fees", "fees_of", "school_fees", "side_fees", "training_fees"]

# A ceiling in a law is no price. What a board charges besides, not everybody pays.
_CEILING = re.compile(r"\bcaps?\b", re.IGNORECASE)
_ONLY_SOME = re.compile(
    r"\bif you want\b|\bduplicate\b|\bverification\b|\bvolunteer|\bwaive|\breinstat|\bpasses\b",
    re.IGNORECASE,
)
_LEARNING = re.compile(r"\binternship\b|\btrainee\b|\bin[- ]training\b", re.IGNORECASE)


def fees_of(
    record: Record | None,
    field: str,
    depends: Iterable[Aspect],
    unknown: Line | None = None,
    every: int | None = None,
) -> tuple[Fee, ...]:
    """The fee that a field states, or one unknown item; further amounts are variants and not counted.

    Args:
        record: a jurisdiction or a credential.
        field: for example application_fee.
        depends: what the lines depend on.
        unknown: what to say where nothing is stated; left out, the board is to be asked.
        every: months from one payment to the next; None: paid once.
    """
    statements = record.statements_of(field) if record else []
    priced = [statement for statement in statements if _amount(statement) is not None]
    stated = [_fee(record, s, depends, every) for s in priced or statements if record]
    if not stated:
        line = unknown or ask(record, field, depends)
        return (Fee(_name(record, field), None, None, line, True, every),)
    first, *others = stated
    if not first.counted:  # words without a price: the sentence says what is known and whom to ask
        first = Fee(first.name, None, None, first.line, True, every)
    return (first, *(replace(fee, counted=False) for fee in others))


def side_fees(
    record: Record | None,
    depends: Iterable[Aspect],
    field: str = "other_fee",
    counted: bool = True,
    learning: bool = False,
) -> tuple[Fee, ...]:
    """What a board charges besides, where it says so; nothing stated is no item.

    Args:
        record: a jurisdiction.
        depends: what the lines depend on.
        field: other_fee or late_fee.
        counted: whether an amount that everybody pays belongs in a total.
        learning: the fees of people who still learn, or those of all others.
    """
    found = record.statements_of(field) if record else []
    statements = [s for s in found if (_LEARNING.search(s.says) is not None) == learning]
    return tuple(
        replace(fee, counted=fee.counted and counted and _ONLY_SOME.search(s.says) is None)
        for s in statements
        if record
        for fee in (_fee(record, s, depends, None),)
    )


def school_fees(route: Record, depends: Iterable[Aspect], whom: str) -> tuple[Fee, ...]:
    """What training costs. One school's price, or what one employer pays, is no price of the route."""
    depends = frozenset(depends)
    statements = route.statements_of("cost")
    ranges = [s for s in statements if _amount(s) is not None and s.up_to is not None]
    if ranges:
        return tuple(_fee(route, s, depends, None) for s in ranges)
    if not statements:
        line = own("fee", PlanWording.ASK_FEE.format(whom=whom), depends)
        return (Fee(FEE_NAMES["cost"], None, None, line),)
    return (Fee(FEE_NAMES["cost"], None, None, both_sides(route, statements[0], "fee", depends)[0]),)


def ce_fees(shelf: Shelf, every: int, depends: Iterable[Aspect] = ()) -> tuple[Fee, ...]:
    """Courses of continuing education at each renewal: no source gives what they cost in all."""
    offers = shelf.record("ce-employers-and-associations")
    statements = offers.statements_of("price") if offers else []
    lines = [line for s in statements if offers for line in both_sides(offers, s, "fee", depends)]
    line = (
        lines[0] if lines else own("fee", PlanWording.ASK_FEE.format(whom=PlanWording.CE_PROVIDER), depends)
    )
    return (Fee(FEE_NAMES["ce"], None, None, line, True, every),)


def training_fees(record: Record, depends: Iterable[Aspect]) -> tuple[Fee, ...]:
    """What a record says about the price of its training: one provider's price, so an example."""
    found = (_fee(record, s, depends, None) for s in record.statements_of("training"))
    return tuple(replace(fee, counted=False) for fee in found if fee.low is not None)


def _fee(record: Record, statement: Statement, depends: Iterable[Aspect], every: int | None) -> Fee:
    line = both_sides(record, statement, "fee", depends)[0]
    low = _amount(statement)
    high = statement.up_to if low is not None and statement.up_to is not None else low
    counted = low is not None and _CEILING.search(statement.says) is None
    return Fee(_name(record, statement.field), low, high, line, counted, every)


def _name(record: Record | None, field: str) -> str:
    """What an item is called; a certification's renewal is not that of the state's papers."""
    kind = record.kind if record else "jurisdiction"
    return FEE_NAMES.get(f"{kind}_{field}", FEE_NAMES[field])


def _amount(statement: Statement) -> float | None:
    value = statement.value
    is_money = statement.unit == "USD" and isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_money and isinstance(value, int | float) else None
