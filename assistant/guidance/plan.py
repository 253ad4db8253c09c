"""A request and the shelf of records -> a plan of dated steps, every line of it cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assistant.guidance.become import become_steps
from assistant.guidance.case import Case, case_of
from assistant.guidance.case_lines import STATE, route_name, title
from assistant.guidance.certify import certify_steps
from assistant.guidance.lines import own, said, short_name
from assistant.guidance.move_steps import move_steps
from assistant.guidance.pharmacist_steps import pharmacist_steps
from assistant.guidance.renew_steps import renew_steps, renewed
from assistant.guidance.request import Request
from assistant.guidance.schedule import schedule
from assistant.guidance.shelf import Shelf
from assistant.guidance.specialty_steps import specialty_of, specialty_steps
from assistant.guidance.steps import Line, Plan, Step
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import PATHS

__all__ = ["Change", "changes", "plan"]

_ANYWHERE = frozenset({"renew", "pharmacist"})  # goals whose plan is the same wherever one stands
_NOTES = ("pending", "scam_alert", "board")  # what to know of a place whatever one does there


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a plan that is there in one of two plans only."""

    step: str  # step id; "" for the title and the notes
    line: Line
    added: bool  # in the later plan only; otherwise in the earlier one only


def plan(request: Request, shelf: Shelf) -> Plan:
    """The steps to a goal from where the person stands, each after all that it needs.

    Args:
        request: the goal, the start date, and what is known of the person. What is unknown becomes a
            line that says so, or a length of time that is named an assumption.
        shelf: the records of one index.
    """
    case = case_of(request, shelf)
    steps = _STEPS.get(request.goal, specialty_steps)(case)
    return Plan(
        request,
        _TITLES.get(request.goal, _specialty)(case),
        schedule(steps, request.start),
        _notes(case),
        _assumed(case),
    )


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """The lines that differ between two plans, gone ones first, each in reading order."""
    gone, new = _keys(before.lines()), _keys(after.lines())
    return (
        *(Change(step, line, False) for key, (step, line) in gone.items() if key not in new),
        *(Change(step, line, True) for key, (step, line) in new.items() if key not in gone),
    )


def _keys(lines: Iterable[tuple[str, Line]]) -> dict[tuple[str, str, str], tuple[str, Line]]:
    return {(step, line.kind, line.cited.text): (step, line) for step, line in lines}


def _notes(case: Case) -> tuple[Line, ...]:
    overview = said(case.place, ("overview",), "what", STATE)
    return (
        *overview,
        *said(case.place, _NOTES, "rule", STATE),
        own("what", PlanWording.ASSUMPTIONS),
        own("what", PlanWording.CHECK_LATER),
    )


def _assumed(case: Case) -> tuple[Line, ...]:
    """What the plan takes as given where the person has not said where they stand and how they learn."""
    request = case.request
    lines = []
    if request.stage is None and request.goal not in _ANYWHERE:
        lines.append(own("what", PlanWording.FROM_START, {"stage"}))
    if request.goal == "become" and request.route is None and case.standing != "certified":
        way = PlanWording.THIS_WAY.format(route=route_name(case.route))
        lines.append(own("what", way, {"stage", "choice"}))
    return tuple(lines)


def _become(case: Case) -> Line:
    if case.standing == "certified":
        return title(PlanWording.BECOME_CERTIFIED, {"stage"}, place=case.where)
    return title(PlanWording.BECOME, {"stage", "choice"}, place=case.where, route=route_name(case.route))


def _certify(case: Case) -> Line:
    return title(PlanWording.CERTIFY, {"choice", "state"}, exam=case.exam_name, path=PATHS[case.path])


def _renew(case: Case) -> Line:
    return title(PlanWording.RENEW, {"you", "state"}, what=renewed(case))


def _move(case: Case) -> Line:
    origin = case.shelf.place(case.request.origin or "")
    name = short_name(origin) if origin else PlanWording.SOMEWHERE_ELSE
    return title(PlanWording.MOVE, {"choice"}, origin=name, place=case.where)


def _pharmacist(_: Case) -> Line:
    return title(PlanWording.PHARMACIST)


def _specialty(case: Case) -> Line:
    specialty = specialty_of(case)
    return title(PlanWording.SPECIALTY, {"choice"}, specialty, name=specialty.name)


_STEPS: Mapping[str, Callable[[Case], tuple[Step, ...]]] = {
    "become": become_steps,
    "certify": certify_steps,
    "renew": renew_steps,
    "move": move_steps,
    "pharmacist": pharmacist_steps,
}
_TITLES: Mapping[str, Callable[[Case], Line]] = {
    "become": _become,
    "certify": _certify,
    "renew": _renew,
    "move": _move,
    "pharmacist": _pharmacist,
}
