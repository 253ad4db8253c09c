"""A case -> its steps of learning: the training itself, hours of work, and what a board asks for besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.guidance.case import Case
from assistant.guidance.case_lines import board_said, route_name, title
from assistant.guidance.durations import days_of
from assistant.guidance.fees import school_fees
from assistant.guidance.lines import own, said
from assistant.guidance.records import Record, Statement
from assistant.guidance.spans import assumed, computed, in_words, set_or, stated
from assistant.guidance.steps import Span, Step
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import WHOM

__all__ = ["TRAINING_STEPS", "hours_step"]


def _train(case: Case) -> Step:
    route = case.route
    on = case.standing == "trainee"
    name = PlanWording.TRAIN_ON if on else PlanWording.TRAIN.format(route=route_name(route))
    lines = [*board_said(case, "train"), *said(route, ("length", "content", "leads_to"), "what", {"choice"})]
    span = _train_span(case)
    if span.basis == "assumed":
        lines.append(own("ask", PlanWording.ASK_LENGTH, {"choice", "stage", "you"}))
    fees = school_fees(route, {"choice"}, WHOM.get(route.id, PlanWording.THE_SCHOOL))
    return Step(
        "train",
        title(name, {"choice", "stage"}),
        span,
        lines=tuple(lines),
        fees=fees,
        depends=frozenset({"stage"}),
    )


def _train_span(case: Case) -> Span:
    """The route's own length where its record gives one as a value, else what we assume."""
    if case.standing == "new":
        for statement in case.route.statements_of("length"):
            days = days_of(statement) if statement.unit != "hours" else None
            if days:
                return set_or(case.request, "train", stated(case.route, statement, days, {"choice", "stage"}))
    rest = "" if case.standing == "trainee" else case.route.id
    return assumed(case.request, "train", rest, {"choice", "stage"})


def _more_training(case: Case) -> Step:
    return Step(
        "more-training",
        title(PlanWording.MORE_TRAINING, place=case.where),
        assumed(case.request, "more-training"),
        lines=board_said(case, "train"),
        depends=frozenset({"state", "stage", "choice"}),
    )


def hours_step(case: Case) -> Step:
    """The hours of work that make a person eligible for the exam."""
    lines = said(case.credential, ("experience",), "rule", {"state", "choice"})
    return Step(
        "hours",
        title(PlanWording.HOURS, {"state", "choice"}, exam=case.exam_name),
        _hours_span(case),
        lines=lines,
        depends=frozenset({"state", "stage", "choice"}),
    )


def _hours_span(case: Case) -> Span:
    credential = case.credential
    for statement in credential.statements_of("experience"):
        if statement.unit == "hours" and isinstance(statement.value, int):
            return set_or(case.request, "hours", _worked(case, credential, statement, statement.value))
        days = days_of(statement)
        if days:
            return set_or(case.request, "hours", stated(credential, statement, days, {"state", "choice"}))
    return assumed(case.request, "train")


def _worked(case: Case, credential: Record, statement: Statement, needed: int) -> Span:
    """Hours of work -> days, at the hours a week that the person works."""
    slow, fast = case.request.hours
    days = (round(needed / fast * 7), round(needed / slow * 7))
    hours = PlanWording.RANGE.format(low=slow, high=fast) if slow != fast else str(slow)
    text = PlanWording.HOURS_SPAN.format(hours=hours, needed=needed, span=in_words(*days))
    return computed(text, days, credential, statement)


TRAINING_STEPS: Mapping[str, Callable[[Case], Step]] = {
    "train": _train,
    "more-training": _more_training,
    "hours": hours_step,
}
