"""Plans for tests: a request in a few words, and what one reads in its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.guidance.plan import plan
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Dated, Plan

__all__ = ["START", "ids", "plan_for", "said", "step_of"]

START = date(2026, 12, 1)


def plan_for(shelf: Shelf, state: str | None = None, goal: str = "become", **known: Any) -> Plan:
    """A plan from December 1, 2026 on."""
    return plan(replace(Request(goal, START, state), **known), shelf)


def ids(planned: Plan) -> list[str]:
    """The step ids in their order."""
    return [dated.step.id for dated in planned.steps]


def step_of(planned: Plan, id: str) -> Dated:
    """One dated step."""
    return next(dated for dated in planned.steps if dated.step.id == id)


def said(planned: Plan, id: str) -> str:
    """All that is said of one step."""
    return "\n".join(line.cited.text for line in step_of(planned, id).lines())
