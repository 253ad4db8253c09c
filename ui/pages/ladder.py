"""Career ladder: a state, if one is known -> the rungs as a picture and as text, each with its plan."""

from __future__ import annotations

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.compare import choices, find_thing
from assistant.guidance.ladder import Rung, every_line, ladder
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from ui import address, session, tool_page
from ui.escaping import escape_inline
from ui.navigation import page_of
from ui.views import references
from ui.views.ladder_chart import show_ladder
from ui.wording_ladder import LadderWords

__all__ = ["show"]

_PAGE = "ladder"
_STATE, _NOTE = "ladder-state", "ladder-note"


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(LadderWords.TITLE, LadderWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    _read_address(shelf)
    if note := st.session_state.get(_NOTE):
        st.info(escape_inline(note), icon=":material/info:")
    names = choices(shelf, "state")
    state: str | None = st.selectbox(
        LadderWords.STATE,
        names,
        index=None,
        format_func=names.__getitem__,
        key=_STATE,
        placeholder=LadderWords.STATE_NONE,
        width=320,
    )
    address.write(_PAGE, {"state": state} if state else {})
    rungs = ladder(shelf, state)
    notes = footnotes(every_line(rungs), passages)
    drawn, told = st.columns((2, 3), gap="medium")
    with drawn:
        show_ladder(rungs)
        st.caption(LadderWords.KEY)
    with told:
        st.subheader(LadderWords.RUNGS, anchor=False)
        for rung in rungs:
            with st.container(border=True, key=f"ladder-{rung.id}", gap="small"):
                _show(rung, state, notes)
    references.show(notes.citations)


def _read_address(shelf: Shelf) -> None:
    """Take the state of an address that the visitor came by, else their own."""
    arrived = address.arrived(_PAGE)
    if arrived is None:
        return
    asked = arrived.get("state", "").strip()
    found = find_thing(shelf, "state", asked) if asked else None
    st.session_state[_STATE] = found or session.profile().state
    wrong = asked and not found
    st.session_state[_NOTE] = LadderWords.UNKNOWN_STATE.format(asked=asked[:40]) if wrong else ""


def _show(rung: Rung, state: str | None, notes: Footnotes) -> None:
    st.markdown(f"**{escape_inline(rung.name)}**")
    lines = (*((rung.takes,) if rung.takes else ()), *rung.says)
    if lines:
        st.markdown("\n".join(f"- {references.marked(notes.claim(cited))}" for cited in lines))
    if rung.id == "specialty":
        st.page_link(page_of("specialty"), label=LadderWords.FIT, icon=":material/explore:")
    elif rung.goal:
        asked = {"goal": rung.goal, **({"state": state} if state else {})}
        st.page_link(page_of("plan"), label=LadderWords.PLAN, icon=":material/checklist:", query_params=asked)
