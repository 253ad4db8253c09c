"""A case of moving from one place to another -> its steps: what carries over, what is done again."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.guidance.become import become_steps
from assistant.guidance.case import Case
from assistant.guidance.case_lines import STATE, title
from assistant.guidance.lines import own, said, said_or_ask, short_name
from assistant.guidance.spans import assumed
from assistant.guidance.steps import Aspect, Step
from assistant.wording_plan import PlanWording

__all__ = ["move_steps"]

_NEWS = re.compile(r"\baddress\b|\bemployer\b|\bworkplace\b|\bjob\b|\bwork site\b", re.IGNORECASE)
_CHOICE: frozenset[Aspect] = frozenset({"choice"})


def move_steps(case: Case) -> tuple[Step, ...]:
    """The new place's own steps, with what carries over first and the old place beside them."""
    assumed_stage = case.request.stage is None
    if assumed_stage:  # who moves as a technician is one; the plan says so and asks
        case = replace(case, request=replace(case.request, stage="experienced"))
    steps = become_steps(case)
    carries = _transfer(case, assumed_stage)
    first, *rest = steps
    rest = [replace(step, needs=("transfer",)) if step.needs == (first.id,) else step for step in rest]
    return (first, replace(carries, needs=(first.id,)), _old_place(case), *rest)


def _transfer(case: Case, assumed_stage: bool) -> Step:
    lines = [*said_or_ask(case.place, "transfer", "rule", STATE)]
    lines += said(case.credential, ("acceptance",), "rule", _CHOICE | STATE)
    lines += said(case.place, ("military",), "also", STATE)
    if assumed_stage:
        lines.append(own("ask", PlanWording.STAGE_ASSUMED, {"stage"}))
    return Step(
        "transfer",
        title(PlanWording.TRANSFER, place=case.where),
        assumed(case.request, "transfer"),
        lines=tuple(lines),
    )


def _old_place(case: Case) -> Step:
    """What the place left behind wants to hear, and what to ask it before its papers run out."""
    origin = case.shelf.place(case.request.origin or "")
    name = short_name(origin) if origin else PlanWording.SOMEWHERE_ELSE
    lines = [own("do", PlanWording.OLD_STATE_DO.format(origin=name), _CHOICE)]
    lines += (
        line for line in said(origin, ("discipline",), "rule", _CHOICE) if _NEWS.search(line.cited.text)
    )
    lines += said(origin, ("board",), "also", _CHOICE)
    return Step(
        "old-state",
        title(PlanWording.OLD_STATE, _CHOICE, origin=name),
        assumed(case.request, "old-state"),
        needs=("transfer",),
        lines=tuple(lines),
    )
