"""A plan -> its gist: how long it takes, and its main steps with a cited sentence each."""

from __future__ import annotations

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.reading_order import reading_order
from assistant.guidance.request import Request
from assistant.guidance.schedule import day_words
from assistant.guidance.steps import Dated, LineKind, Plan
from assistant.text import sentences
from assistant.types import ToolLink
from assistant.wording_gists import GistWording

__all__ = ["STATELESS", "plan_gist"]

STATELESS = frozenset({"pharmacist"})  # goals whose plan is the same in every state
_MOST_STEPS = 8
_BEST: tuple[LineKind, ...] = ("deadline", "do", "rule", "prepare", "what", "caution", "ask")
_WORTH: tuple[LineKind, ...] = (
    "deadline",
    "do",
)  # a step with such a line is one that a short list must have


def plan_gist(planned: Plan, link: ToolLink) -> Gist:
    """The gist of a plan.

    Args:
        planned: the plan.
        link: the page that shows it.
    """
    parts = [
        Part("notice", (Cited(_in_short(planned)),)),
        Part("steps", _steps(planned), GistWording.PLAN_STEPS),
        Part("notice", (Cited(GistWording.PLAN_MORE),)),
    ]
    parts += [Part("ask", (Cited(ask),)) for ask in _asks(planned.request)]
    return Gist(tuple(part for part in parts if part.lines), link)


def _asks(request: Request) -> list[str]:
    """The one thing that the plan hangs on most and that is not known."""
    if request.state is None and request.goal not in STATELESS:
        return [GistWording.PLAN_STATE]
    return [GistWording.PLAN_EXPIRES] if request.goal == "renew" and request.expires is None else []


def _in_short(planned: Plan) -> str:
    needed = [dated for dated in planned.steps if not dated.step.optional]
    early, late = max(dated.end for dated in needed), max(dated.late_end for dated in needed)
    words = GistWording.PLAN_ON if early == late else GistWording.PLAN
    lines = [
        words.format(
            title=planned.title.cited.text,
            count=len(planned.steps),
            start=day_words(planned.request.start),
            early=day_words(early),
            late=day_words(late),
        )
    ]
    return " ".join((*lines, *(line.cited.text for line in planned.assumed)))


def _steps(planned: Plan) -> tuple[Cited, ...]:
    """The steps of which a source says something, in their order; of too many those that one must do."""
    told = [(dated, line) for dated in planned.steps if not dated.step.optional and (line := _line(dated))]
    must = [item for item in told if _is_must(item[0])]
    rest = [item for item in told if item not in must]
    chosen = [*must, *rest][:_MOST_STEPS]
    return tuple(line for item in told if item in chosen for line in (item[1],))


def _is_must(dated: Dated) -> bool:
    return any(said.kind in _WORTH and said.line.cited.support for said in reading_order(dated))


def _line(dated: Dated) -> Cited | None:
    """The step's title with the cited sentence that helps most; None where no source speaks of it."""
    cited = [said for said in reading_order(dated) if said.kind in _BEST and said.line.cited.support]
    if not cited:
        return None
    best = min(cited, key=lambda said: _BEST.index(said.kind)).line.cited
    first = next(iter(sentences(best.text)), best.text)
    text = GistWording.PLAN_STEP.format(title=dated.step.title.cited.text, line=first)
    support = dict.fromkeys((*best.support, *dated.step.title.cited.support))
    return Cited(text, tuple(support), best.computed)
