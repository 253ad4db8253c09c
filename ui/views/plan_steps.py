"""A plan's steps as a list to tick, each with what to do first and the rest behind it."""

from __future__ import annotations

from collections.abc import Mapping

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
    titles = {dated.step.id: dated.step.title.cited.text for dated in planned.steps}
    for number, dated in enumerate(planned.steps, start=1):
        with st.container(key=f"plan-step-{dated.step.id}", border=True, gap="small"):
            _show_step(number, dated, planned.request, notes, titles)


def _show_step(
    number: int, dated: Dated, request: Request, notes: Footnotes, titles: Mapping[str, str]
) -> None:
    step = dated.step
    choice = f" ({PlanWords.OPTIONAL})" if step.optional else ""
    key = f"plan-tick-{request.goal}-{step.id}"
    st.session_state.setdefault(key, step.id in plan_session.ticked(request.goal))
    name = escape_inline(f"{number}. {step.title.cited.text}{choice}")
    done = st.checkbox(f"**{name}**", key=key)
    plan_session.tick(request.goal, step.id, done)
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
        st.caption(_small(dated, titles))


def _dates(said: tuple[Said, ...]) -> str:
    return " ".join(escape_inline(item.line.cited.text) for item in said if item.kind == "date")


def _bullet(item: Said, notes: Footnotes) -> str:
    label = f"**{escape_inline(item.label)}:** " if item.label else ""
    return f"- {label}{references.marked(notes.claim(item.line.cited))}"


def _small(dated: Dated, titles: Mapping[str, str]) -> str:
    """What can run beside the step, and what it depends on."""
    parts = []
    if dated.beside:
        names = "; ".join(titles[id] for id in dated.beside)
        parts.append(PlanWords.BESIDE.format(titles=names))
    found = {aspect for line in dated.lines() if line.kind != "length" for aspect in line.depends}
    if found:
        words = ", ".join(name for aspect, name in PlanWords.ASPECTS.items() if aspect in found)
        parts.append(PlanWords.DEPENDS.format(what=words))
    return "  \n".join(escape_inline(part) for part in parts)
