"""The frame of every page: title, mark, style, the input, and the way back to an empty page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.wording import PageWording

__all__ = ["ask_box", "begin", "scroll_to"]

_ASSETS = Path(__file__).resolve().parent.parent / "assets"


def begin() -> None:
    """What every page starts with: its name, mark, style and script."""
    st.set_page_config(page_title=PageWording.NAME, page_icon=str(_ASSETS / "mark.svg"), layout="wide")
    st.logo(str(_ASSETS / "logo.svg"), size="large")
    with st.container(key="page-parts"):
        st.html(_ASSETS / "style.css")
        script = (_ASSETS / "page.js").read_text(encoding="utf-8")
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def ask_box() -> tuple[str | None, DeltaGenerator]:
    """The input at the foot of the page -> what was typed, once, and the room above the input.

    It stands in a container of its own: Streamlit scrolls a page whose input is pinned by itself to
    the end of each answer, and a reader wants its beginning.
    """
    with st.container(key="ask", gap=None):
        above = st.container(key="above-ask", gap=None)
        typed: str | None = st.chat_input(PageWording.INPUT, key="question")
        st.caption(PageWording.DISCLAIMER)
    return typed, above


def scroll_to(key: str) -> None:
    """Bring the element with a key (one of our own words, never a person's) to the top, once."""
    script = f"document.querySelector('.st-key-{key}')?.scrollIntoView({{block: 'start'}})"
    with st.container(key=f"scroll-{key}"):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
