"""The empty page: who it is for, and what each of them may ask."""

from __future__ import annotations

import streamlit as st

from assistant.wording import STARTERS
from ui.escaping import escape_inline
from ui.navigation import page_of
from ui.session import ask
from ui.wording import PEOPLE, STARTER_LABELS, PageWording
from ui.wording_settings import SettingsWords

__all__ = ["show"]

_TOOLS = ("specialty", "plan", "compare", "programs", "library")  # addresses of their pages


def show() -> None:
    """Three ways in, each with questions that ask themselves."""
    with st.container(key="welcome"):
        st.title(PageWording.TITLE, anchor=False)
        st.markdown(PageWording.PROMISE)
        if SettingsWords.ANSWERS_ARE_ENGLISH:
            st.caption(SettingsWords.ANSWERS_ARE_ENGLISH)
    with st.container(key="starters"):
        for person, column in zip(PEOPLE, st.columns(len(PEOPLE)), strict=True):
            with column:
                _way_in(person)
    with st.container(horizontal=True, key="straight-to", gap="medium"):
        st.markdown(PageWording.OR_A_TOOL, width="content")
        for address in _TOOLS:
            st.page_link(page_of(address), width="content")


def _way_in(person: str) -> None:
    icon, heading, line = PEOPLE[person]
    with st.container(border=True, key=f"way-in-{person}", height="stretch"):
        st.markdown(f"### :primary[{icon}] {heading}", anchors=False)
        st.caption(line)
        for place, question in enumerate(STARTERS[person]):
            st.button(
                escape_inline(STARTER_LABELS[person][place]),
                key=f"starter-{person}-{place}",
                type="tertiary",
                on_click=ask,
                args=(question,),
                width="stretch",
            )
