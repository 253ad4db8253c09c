"""The tools that plan a person's way, and add up what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, Field

from assistant.errors import WrongUseError
from assistant.generation.context import Citable
from assistant.generation.tools.guided import guided
from assistant.generation.tools.place import code_of
from assistant.generation.tools.toolbox import Tool
from assistant.guidance.costs import costs_of
from assistant.guidance.plan import plan
from assistant.guidance.request import STAGES, Request, read_request
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import LineKind, Plan
from assistant.retrieval.passages import Passages

__all__ = ["Way", "cost_tool", "plan_tool"]

# What a step says of itself; its length and its dates are reckoned from a first day that nobody named.
_SAID: frozenset[LineKind] = frozenset((
    "rule",
    "do",
    "prepare",
    "fee",
    "payer",
    "deadline",
    "caution",
    "also",
))


class Way(BaseModel):
    """A goal, and what is known of the person. Leave out what is unknown."""

    goal: str = Field(
        description="become, certify, renew, move, lead, educator, informatics, pharmacist, specialty-<id>.",
        max_length=60,
    )
    state: str = Field("", description="Name or code, such as OH; the new state of a move.", max_length=40)
    origin: str = Field("", description="The state moved from.", max_length=40)
    route: str = Field("", description="How to train, such as employer-training.", max_length=60)
    stage: str = Field("", description=f"One of: {', '.join(STAGES)}.", max_length=20)
    exam: str = Field("", description="ptce or excpt.", max_length=10)
    credential: str = Field("", description="What the person holds, such as ptcb-cpht.", max_length=60)
    expires: str = Field("", description="The day it ends, YYYY-MM-DD.", max_length=10)
    age: str = Field("", description="In years.", max_length=3)


def plan_tool(shelf: Shelf, passages: Passages) -> Tool:
    """The plan, on one index."""
    return Tool(
        "plan",
        "The steps to a goal in their order, with rules, fees and deadlines, for one state and person. "
        "Use it when the person asks how to get somewhere or what comes next.",
        Way,
        lambda given: list(_steps(_planned(given, shelf), passages)),
    )


def cost_tool(shelf: Shelf, passages: Passages) -> Tool:
    """The costs of a plan, on one index."""
    return Tool(
        "costs",
        "What a goal costs in one state, item by item, with the sum of what is known for the first year and "
        "for each year after. Use it for totals; never add figures yourself.",
        Way,
        lambda given: list(_items(_planned(given, shelf), passages)),
    )


def _planned(given: Way, shelf: Shelf) -> Plan:
    texts: dict[str, str] = given.model_dump()
    places = {"state": texts.pop("state"), "from": texts.pop("origin")}
    codes = {name: code_of(place) for name, place in places.items() if place.strip()}
    request, problems = read_request({**texts, **codes}, Request("become", date.today()), shelf)
    if problems:
        raise WrongUseError(" ".join(map(str, problems)))
    return plan(request, shelf)


def _steps(planned: Plan, passages: Passages) -> Iterator[Citable]:
    whole = planned.title.cited.text
    for dated in planned.steps:
        about = f"{whole} | {dated.step.title.cited.text}"
        said = (line.cited for line in dated.lines() if line.kind in _SAID)
        yield from guided(said, about, passages)
    yield from guided((line.cited for line in planned.notes), whole, passages)


def _items(planned: Plan, passages: Passages) -> Iterator[Citable]:
    found, whole = costs_of(planned), planned.title.cited.text
    totals = (found.first_year.cited, found.each_year.cited)
    yield from guided((*totals, *(line.cited for line in found.lines())), f"Costs | {whole}", passages)
