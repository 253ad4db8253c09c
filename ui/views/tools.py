"""The tool that goes further than an answer, filled in: one link below it."""

from __future__ import annotations

import streamlit as st

from assistant.types import Answer
from ui.navigation import page_of
from ui.wording import TOOLS

__all__ = ["show"]


def show(answer: Answer, number: int) -> None:
    """A link to the tool's page, when the answer names one."""
    link = answer.tool
    if link is None or answer.outcome == "declined":
        return
    words, icon = TOOLS[link.tool]
    with st.container(key=f"tool-{number}"):
        st.page_link(page_of(link.tool), label=words, icon=icon, query_params=dict(link.parameters))
