"""A case of becoming a technician -> the steps that a board sees: check, applications, exam, the start."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.guidance.become_order import registers_first
from assistant.guidance.case import Case
from assistant.guidance.case_lines import SHAPE, STATE, board_said, credential_word, title
from assistant.guidance.fees import ce_fees, fees_of, side_fees
from assistant.guidance.lines import ask, both_sides, disputes, own, said, said_or_ask
from assistant.guidance.spans import assumed, processing
from assistant.guidance.steps import Fee, Line, Step
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import TRAINEE_TITLES

__all__ = ["BOARD_STEPS"]

_CE = ("ce_hours", "ce_law_hours", "ce_safety_hours", "ce_live_hours", "ce_other", "ce_first_renewal")


def _check(case: Case) -> Step:
    lines = [*board_said(case, "check"), *said(case.place, ("background_check",), "rule", STATE)]
    if case.standing == "trainee":
        lines.append(own("ask", PlanWording.SAME_CHECK, {"stage"}))
    elif not 0 <= case.position("check") < case.position("apply", last=True):
        lines.append(own("ask", PlanWording.CHECK_WHEN, {"state", "stage"}))
    fees = fees_of(case.place, "background_check_fee", STATE)
    return _step(case, "check", title(PlanWording.CHECK, place=case.where), lines, fees)


def _trainee(case: Case) -> Step:
    text = " ".join(statement.says for statement in case.says("trainee")).lower()
    name = next((name for word, name in TRAINEE_TITLES.items() if word in text), TRAINEE_TITLES["trainee"])
    lines = [*board_said(case, "trainee"), *said(case.place, ("trainee",), "rule", STATE)]
    if not case.at_work:
        lines.append(own("ask", PlanWording.TRAINEE_AT_SCHOOL, {"choice"}))
    lines += [own("prepare", PlanWording.PREPARE), own("caution", PlanWording.WAIT)]
    lines += disputes(case.place, ("trainee_fee",), STATE)
    span = processing(case, "trainee", "trainee")
    fees = side_fees(case.place, STATE, learning=True)
    if not any(fee.low is not None and fee.counted for fee in fees):
        fees = (*fees_of(case.place, "trainee_fee", STATE), *fees)
    return Step("trainee", title(name, place=case.where), span, lines=tuple(lines), fees=fees, depends=SHAPE)


def _apply(case: Case) -> Step:
    lines = [*board_said(case, "apply", "proof"), *_waiting(case)] or [ask(case.place, "how_to_apply")]
    if case.standing == "certified":
        lines += board_said(case, "certified")
    if not case.at_work and case.standing == "new" and registers_first(case):
        lines.append(own("ask", PlanWording.APPLY_AT_SCHOOL, SHAPE))
    lines += said(case.place, ("credential_name",), "rule", STATE)[:1]
    lines += [own("prepare", PlanWording.PREPARE), own("prepare", PlanWording.COPY)]
    lines.append(own("caution", PlanWording.WAIT))
    lines += disputes(case.place, ("application_fee", "other_fee"), STATE)
    fees = (*fees_of(case.place, "application_fee", STATE), *side_fees(case.place, STATE))
    name = title(PlanWording.APPLY, credential=credential_word(case), place=case.where)
    span = processing(case, "apply", "apply", "check", "wait")
    return Step("apply", name, span, lines=tuple(lines), fees=fees, depends=STATE | {"stage", "choice"})


def _waiting(case: Case) -> tuple[Line, ...]:
    """What a board says of waiting, where that is no part of another step."""
    place, others = case.place, case.says("apply", "proof", "trainee", "check")
    waits = [statement for statement in case.says("wait") if statement not in others]
    return tuple(line for s in waits if place for line in both_sides(place, s, "caution", STATE))


def _upgrade(case: Case) -> Step:
    exam = case.says("exam", "train")
    statements = [s for s in case.says("apply", "proof") if s in exam] or case.says("proof")
    lines = [line for s in statements if case.place for line in both_sides(case.place, s, "do", STATE)]
    fees = fees_of(None, "upgrade_fee", STATE, unknown=ask(case.place, "upgrade_fee"))
    return _step(case, "upgrade", title(PlanWording.UPGRADE, place=case.where), lines, fees)


def _state_exam(case: Case) -> Step:
    lines = [*said(case.place, ("state_exam",), "rule", STATE), *board_said(case, "exam")]
    return _step(case, "state-exam", title(PlanWording.STATE_EXAM, place=case.where), lines)


def _hire(case: Case) -> Step:
    lines = [own("do", PlanWording.HIRE_DO), *board_said(case, "hire")]
    return _step(case, "hire", title(PlanWording.HIRE), lines)


def _work(case: Case) -> Step:
    if case.registers:
        lines = [own("do", PlanWording.WORK_DO.format(credential=credential_word(case)), STATE)]
    else:
        lines = [*said(case.place, ("regulation",), "rule", STATE), own("ask", PlanWording.WORK_NONE, STATE)]
        lines += board_said(case, "apply", "certified")
    return Step(
        "work", title(PlanWording.WORK, place=case.where), assumed(case.request, "work"), lines=tuple(lines)
    )


def _keep(case: Case) -> Step:
    place = case.place
    lines = [own("do", PlanWording.KEEP_DO), *said_or_ask(place, "renewal_cycle", "rule", STATE)]
    lines += said_or_ask(place, "renewal_deadline", "deadline", STATE)
    lines += said(place, _CE, "rule", STATE) or (ask(place, "ce_hours"),)
    lines += disputes(place, ("renewal_fee",), STATE)
    cycle = case.months("renewal_cycle")
    every = cycle[0] if cycle else 0
    fees = fees_of(place, "renewal_fee", STATE, every=every)
    certified = case.exam_needed or case.standing == "certified"  # then the certifier's CE is listed
    if case.value("ce_hours") not in (None, 0) and not certified:
        fees = (*fees, *ce_fees(case.shelf, every, SHAPE))
    return Step("keep", title(PlanWording.KEEP), assumed(case.request, "work"), lines=tuple(lines), fees=fees)


def _step(case: Case, id: str, name: Line, lines: list[Line], fees: tuple[Fee, ...] = ()) -> Step:
    return Step(id, name, assumed(case.request, id), lines=tuple(lines), fees=fees, depends=SHAPE)


BOARD_STEPS: Mapping[str, Callable[[Case], Step]] = {
    "check": _check,
    "trainee": _trainee,
    "apply": _apply,
    "upgrade": _upgrade,
    "state-exam": _state_exam,
    "hire": _hire,
    "work": _work,
    "keep": _keep,
}
