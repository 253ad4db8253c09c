"""A case -> lines that several of its steps share: titles with the place, and the board's own sentences."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.guidance.board_order import Kind
from assistant.guidance.case import Case
from assistant.guidance.cited import support_of
from assistant.guidance.lines import both_sides, own, said
from assistant.guidance.records import Record
from assistant.guidance.steps import Aspect, Line, LineKind
from assistant.wording_plan import PlanWording

__all__ = ["SHAPE", "STATE", "board_said", "credential_word", "employer_pays", "route_name", "title"]

STATE: frozenset[Aspect] = frozenset({"state"})
SHAPE: frozenset[Aspect] = frozenset({"state", "stage", "choice"})


def title(text: str, depends: Iterable[Aspect] = (), about: Record | None = None, **words: str) -> Line:
    """A step's title; one with a place depends on the state.

    Args:
        text: a template.
        depends: on top of the state.
        about: the record that the title names; what it is carries a figure in its name.
        words: what the template names.
    """
    also = STATE if "place" in words else frozenset[Aspect]()
    support = [support_of(about, s) for s in about.statements_of("what")[:1]] if about else []
    return own("title", text.format(**words), also | frozenset(depends), support)


def board_said(case: Case, *kinds: Kind, kind: LineKind = "do") -> tuple[Line, ...]:
    """The board's own sentences about some kinds of step, in its order."""
    place = case.place
    if place is None:
        return ()
    return tuple(line for s in case.says(*kinds) for line in both_sides(place, s, kind, STATE))


def credential_word(case: Case) -> str:
    """License, registration, state certification or permit, as the place calls it."""
    return PlanWording.CREDENTIALS.get(str(case.value("regulation")), PlanWording.CREDENTIAL)


def route_name(route: Record) -> str:
    """A route's name inside a sentence; capitals that belong to it stay."""
    return route.name[0].lower() + route.name[1:] if route.name[1:2].islower() else route.name


def employer_pays(case: Case) -> tuple[Line, ...]:
    """What to ask an employer about the state's fees; said on routes that an employer trains."""
    employer = case.shelf.record("employer-training")
    return said(employer, ("check",), "payer", {"choice"}) if case.at_work else ()
