"""The lengths that we assumed -> a slider with which the visitor sets their own."""

from __future__ import annotations

import streamlit as st

from assistant.guidance.steps import Dated, Plan
from ui import plan_session
from ui.escaping import escape_inline
from ui.wording_plan import PlanWords

__all__ = ["show"]

_MOST_DAYS = 800  # of one step; two years and some


def show(planned: Plan) -> None:
    """One step at a time: which, and how many days from low to high."""
    steps = {dated.step.id: dated for dated in planned.steps if _can_change(dated)}
    if not steps:
        return
    with st.expander(PlanWords.LENGTHS, icon=":material/tune:"):
        id = st.selectbox(
            PlanWords.LENGTHS_STEP,
            list(steps),
            format_func=lambda id: steps[id].step.title.cited.text,
            key="plan-length-step",
        )
        span = steps[id].step.span
        st.caption(escape_inline(span.line.cited.text))
        key = f"plan-length-{id}"
        st.session_state[key] = (min(span.low, _MOST_DAYS), min(span.high, _MOST_DAYS))
        st.slider(PlanWords.LENGTHS_DAYS, 0, _MOST_DAYS, key=key, on_change=_set, args=(id, key))
        if any(step == id for step, _, _ in planned.request.assume):
            st.button(PlanWords.LENGTHS_RESET, on_click=plan_session.set_length, args=(id, None))


def _set(id: str, key: str) -> None:
    plan_session.set_length(id, st.session_state[key])


def _can_change(dated: Dated) -> bool:
    """What a source gives is not the visitor's to change; what takes no time has no length."""
    span = dated.step.span
    return span.basis == "assumed" and span.high > 0
