"""A plan's steps as a list to tick, each with what to do first and the rest behind it."""

from __future__ import annotations

import streamlit as st

from assistant.footnotes import Footnotes
from assistant.guidance.reading_order import Said, reading_order
from assistant.guidance.request import Request
from assistant.guidance.steps import Dated, Plan
from ui import plan_session
from ui.escaping import escape_inline
from ui.views import references
from ui.wording_plan import PlanWords

__all__ = ["show"]

_FIRST = ("deadline", "caution", "do")  # kinds of line that stand open; the others are one tap away
_RULES = ("rule", "ask", "what")
_ELSE = 2  # lines that stand open where a step has none of those


def show(planned: Plan, notes: Footnotes) -> None:
    """The checklist, with how much of it is done."""
    done = plan_session.ticked(planned.request.goal)
    ids = [dated.step.id for dated in planned.steps]
    count = sum(id in done for id in ids)
    st.progress(count / max(1, len(ids)), PlanWords.DONE.format(done=count, all=len(ids)))
    for number, dated in enumerate(planned.steps, start=1):
        with st.container(key=f"plan-step-{dated.step.id}", border=True, gap="small"):
            _show_step(number, dated, planned.request, notes)


def _show_step(number: int, dated: Dated, request: Request, notes: Footnotes) -> None:
    step = dated.step
    choice = f" ({PlanWords.OPTIONAL})" if step.optional else ""
    key = f"plan-tick-{request.goal}-{step.id}"
    st.session_state.setdefault(key, step.id in plan_session.ticked(request.goal))
    name = escape_inline(f"{number}. {step.title.cited.text}{choice}")
    st.checkbox(f"**{name}**", key=key, on_change=_tick, args=(request.goal, step.id, key))
    said = reading_order(dated)
    st.markdown(f":small[:material/event: {_dates(said)}]")
    if dated.late:
        st.badge(PlanWords.LATE, icon=":material/schedule:", color="orange")
    others = [item for item in said if item.kind != "date"]
    first = [item for item in others if item.kind in _FIRST]
    first = first or [item for item in others if item.kind in _RULES][:_ELSE]
    rest = [item for item in others if item not in first]
    if first:
        st.markdown("\n".join(_bullet(item, notes) for item in first))
    with st.expander(PlanWords.DETAILS):
        st.markdown("\n".join(_bullet(item, notes) for item in rest))
        st.caption(escape_inline(_depends(dated)))


def _tick(goal: str, step: str, key: str) -> None:
    """Keep a tick before the page runs again, so that the count above the list is right."""
    plan_session.tick(goal, step, st.session_state[key])


def _dates(said: tuple[Said, ...]) -> str:
    return " ".join(escape_inline(item.line.cited.text) for item in said if item.kind == "date")


def _bullet(item: Said, notes: Footnotes) -> str:
    label = f"**{escape_inline(item.label)}:** " if item.label else ""
    return f"- {label}{references.marked(notes.claim(item.line.cited))}"


def _depends(dated: Dated) -> str:
    """What would change the step itself; dates and lengths move with much more."""
    lines = (line for line in dated.lines() if line.kind not in ("date", "length"))
    found = {aspect for line in lines for aspect in line.depends}
    words = [name for aspect, name in PlanWords.ASPECTS.items() if aspect in found]
    return PlanWords.DEPENDS.format(what=", ".join(words)) if words else PlanWords.DEPENDS_NOTHING
