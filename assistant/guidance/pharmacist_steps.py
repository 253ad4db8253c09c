"""A case of a technician who wants to become a pharmacist -> the steps, as far as the records know them."""

from __future__ import annotations

from assistant.guidance.become import chained
from assistant.guidance.case import Case, needed
from assistant.guidance.case_lines import STATE, title
from assistant.guidance.durations import days_of
from assistant.guidance.lines import ask_board, own, said
from assistant.guidance.records import Record
from assistant.guidance.spans import assumed, set_or, stated
from assistant.guidance.steps import Line, Span, Step
from assistant.wording_plan import PlanWording

__all__ = ["pharmacist_steps"]


def pharmacist_steps(case: Case) -> tuple[Step, ...]:
    """Look at the job, college, school, license; the technician's work runs beside them."""
    occupation = needed(case.shelf, "occupation-pharmacist")
    steps = {
        "look": _look(case, occupation),
        "college": _college(case, occupation),
        "school": _school(case, occupation),
        "license": _license(case),
    }
    return chained(tuple((id,) for id in steps), steps.__getitem__)


def _look(case: Case, occupation: Record) -> Step:
    lines = said(occupation, ("what", "pay", "outlook", "styles"), "what")
    return Step(
        "look",
        title(PlanWording.LOOK, name=PlanWording.PHARMACISTS),
        assumed(case.request, "look"),
        lines=lines,
    )


def _college(case: Case, occupation: Record) -> Step:
    lines = (*said(occupation, ("preparation",), "rule"), own("ask", PlanWording.COLLEGE_DO))
    return Step("college", title(PlanWording.COLLEGE), assumed(case.request, "college"), lines=lines)


def _school(case: Case, occupation: Record) -> Step:
    lines = [own("ask", PlanWording.SCHOOL_DO), own("payer", PlanWording.SCHOOL_PAY)]
    lines += said(case.place, ("students",), "rule", STATE)
    return Step("school", title(PlanWording.SCHOOL), _school_span(case, occupation), lines=tuple(lines))


def _school_span(case: Case, occupation: Record) -> Span:
    for statement in occupation.statements_of("preparation"):
        days = days_of(statement)
        if days:
            return set_or(case.request, "school", stated(occupation, statement, days, ()))
    return assumed(case.request, "school")


def _license(case: Case) -> Step:
    name = title(PlanWording.LICENSE, place=case.where)
    lines = [own("ask", PlanWording.LICENSE_DO)]
    if case.place:
        lines.append(Line("ask", ask_board(case.place), STATE))
    return Step("license", name, assumed(case.request, "license"), lines=tuple(lines))
