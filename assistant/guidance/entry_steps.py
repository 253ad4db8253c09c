"""A case of becoming a technician -> its first steps: may I start, does this way count, where do I go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.guidance.become_order import registers_first
from assistant.guidance.case import Case
from assistant.guidance.case_lines import SHAPE, STATE, board_said, employer_pays, route_name, title
from assistant.guidance.cited import support_of
from assistant.guidance.lines import ask, own, said, said_or_ask
from assistant.guidance.records import Statement
from assistant.guidance.spans import assumed, computed, in_words
from assistant.guidance.steps import Aspect, Line, Step
from assistant.text import figures
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import FIND_TITLES

__all__ = ["ENTRY_STEPS", "age_step", "exception_below"]

_GROWN = 18  # years; below it, what a board says of students and minors is shown


def _entry(case: Case) -> Step:
    place, request = case.place, case.request
    lines = [*board_said(case, "school"), *said_or_ask(place, "minimum_age", "rule", STATE)]
    lines += said_or_ask(place, "diploma", "rule", STATE)
    if not case.checked:
        lines += said_or_ask(place, "background_check", "rule", STATE)
    young = request.age is not None and request.age < _GROWN
    if young or request.stage == "student" or case.route.id == "high-school-program":
        lines += said(place, ("students",), "rule", {"state", "stage", "choice", "you"})
    if not request.record:
        lines += said_or_ask(place, "criminal_record", "rule", {"state", "you"})
    return Step(
        "entry", title(PlanWording.ENTRY, place=case.where), assumed(request, "entry"), lines=tuple(lines)
    )


def _record(case: Case) -> Step:
    lines = [own("do", PlanWording.RECORD_DO), *said_or_ask(case.place, "criminal_record", "rule", STATE)]
    lines += said(case.credential, ("conduct",), "rule", {"choice", "state"})
    lines += said(case.shelf.record("diversion-prevention"), ("limits",), "rule")
    if case.route.id == "job-corps":
        lines += said(case.route, ("entry",), "rule", {"choice"})
    span = assumed(case.request, "record")
    return Step("record", title(PlanWording.RECORD), span, lines=tuple(lines), depends=frozenset({"you"}))


def _fits(case: Case) -> Step:
    route = case.route
    lines = [*said_or_ask(case.place, "training", "rule", STATE)]
    lines += said_or_ask(case.place, "national_certification", "rule", STATE)
    lines += said(case.place, ("accepted_exams",), "rule", STATE)
    if case.military:
        military = said(case.place, ("military",), "rule", {"state", "choice"})
        lines += military or (ask(case.place, "military", {"choice"}),)
    lines += said(route, ("accreditation", "limits"), "rule", {"choice"})
    if not case.at_work:
        lines += said(route, ("check",), "ask", {"choice"})
    if case.place and case.at_work and case.registers and not (case.has_trainee or registers_first(case)):
        lines.append(own("caution", PlanWording.NO_TRAINEE.format(place=case.where), SHAPE))
    return Step(
        "fits",
        title(PlanWording.FITS, {"choice"}, place=case.where, route=route_name(route)),
        assumed(case.request, "fits"),
        lines=tuple(lines),
        depends=frozenset({"stage"}),
    )


def _find(case: Case) -> Step:
    route, request = case.route, case.request
    student = request.stage == "student" and not case.at_work
    name = PlanWording.FIND_STUDENT if student else FIND_TITLES.get(route.id, PlanWording.FIND)
    lines = [*said(route, ("what", "entry"), "what", {"choice"})]
    if route.id in FIND_TITLES:
        lines += board_said(case, "hire") if case.at_work else ()
    else:
        lines += _schools(case)
    lines += [*said(route, ("who_pays",), "payer", {"choice"}), *employer_pays(case)]
    step = "find" if not student else "fits"
    return Step(
        "find",
        title(name, {"choice", "stage"}),
        assumed(request, step, route.id, {"choice", "stage"}),
        lines=tuple(lines),
        depends=frozenset({"stage"}),
    )


def _schools(case: Case) -> tuple[Line, ...]:
    """The federal list of the place's schools, where to check a program, and what to ask."""
    listed = case.shelf.place(case.place.code or "", "programs") if case.place else None
    depends: frozenset[Aspect] = frozenset({"state", "choice"})
    return (
        *said(listed, ("count", "directories"), "what", depends),
        *said(listed, ("ask",), "ask", depends),
    )


def _proof(case: Case) -> Step:
    lines = [*said_or_ask(case.place, "national_certification", "rule", STATE)]
    lines += said_or_ask(case.place, "training", "rule", STATE)
    lines += said(case.place, ("accepted_exams",), "rule", STATE)
    if case.request.goal != "move":  # a move asks first what carries over, and says this there
        lines += said(case.credential, ("acceptance",), "rule", {"choice", "state"})
    lines.append(own("prepare", PlanWording.PROOF_DO))
    span = assumed(case.request, "proof")
    return Step("proof", title(PlanWording.PROOF), span, lines=tuple(lines), depends=frozenset({"stage"}))


def age_step(case: Case) -> Step | None:
    """The wait of a person who is too young by the place's own figure; None for everybody else."""
    limit = _age_limit(case)
    age = case.request.age
    if limit is None or age is None or case.place is None or age >= int(str(limit.value)):
        return None
    need = int(str(limit.value))
    # Somebody who is 16 turns 18 in more than one year and in two years at most.
    days = (int((need - age - 1) * 365.25) + 1, int((need - age) * 365.25))
    text = PlanWording.AGE_SPAN.format(span=in_words(*days), now=age)
    support = (support_of(case.place, limit),)
    span = computed(text, days, case.place, limit)
    return Step(
        "age",
        own("title", PlanWording.AGE.format(age=need), {"state", "you"}, support),
        replace(span, line=replace(span.line, depends=frozenset({"state", "you"}))),
        lines=said(case.place, ("minimum_age",), "rule", STATE),
        depends=frozenset({"state", "you"}),
    )


def exception_below(case: Case) -> bool:
    """Whether the place names an age that the person has reached, below its ordinary one.

    Boards word such exceptions (for trainees, for students); the plan shows them and does not judge them.
    """
    age = case.request.age
    if age is None or case.place is None:
        return False
    said_ages = figures(" ".join(s.says for s in case.place.statements_of("minimum_age", "students")))
    return any(14 <= int(figure) <= age for figure in said_ages if figure.isdecimal())


def _age_limit(case: Case) -> Statement | None:
    statements = case.place.statements_of("minimum_age") if case.place else []
    return next((s for s in statements if s.unit == "years" and isinstance(s.value, int)), None)


ENTRY_STEPS: Mapping[str, Callable[[Case], Step]] = {
    "entry": _entry,
    "record": _record,
    "fits": _fits,
    "find": _find,
    "proof": _proof,
}
