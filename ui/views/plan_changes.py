"""What the last change of an input did to the plan: how many lines, and which."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.guidance.plan import Change
from assistant.guidance.steps import Plan
from ui.escaping import escape_inline
from ui.wording_plan import PlanWords

__all__ = ["show"]

_MOST = 12  # lines listed; a new state changes nearly all of them


def show(found: Sequence[Change], planned: Plan) -> None:
    """A count, and the lines behind a tap."""
    if not found:
        return
    new = [change for change in found if change.added]
    every = sum(1 for _ in planned.lines())
    with st.expander(PlanWords.CHANGED, icon=":material/sync_alt:"):
        st.markdown(PlanWords.CHANGED_COUNT.format(changed=len(new), same=every - len(new)))
        gone = [change for change in found if not change.added]
        for label, changes in ((PlanWords.NEW, new), (PlanWords.GONE, gone)):
            listed = "\n".join(f"- {escape_inline(change.line.cited.text)}" for change in changes[:_MOST])
            if listed:
                st.markdown(f"**{label}**\n\n{listed}")
            if len(changes) > _MOST:
                st.caption(PlanWords.CHANGED_MORE.format(n=len(changes) - _MOST))
