"""The frame of every page: title, mark, style, the input, and the way back to an empty page."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.language import language, look
from ui.look import COOKIE, look_from_text
from ui.views import settings
from ui.wording import PageWording

__all__ = ["ask_box", "begin", "focus_in", "say", "scroll_to"]

_ASSETS = Path(__file__).resolve().parent.parent / "assets"


def begin() -> None:
    """What every page starts with: its name, mark, style and script."""
    st.set_page_config(page_title=PageWording.NAME, page_icon=str(_ASSETS / "mark.svg"), layout="wide")
    st.logo(str(_ASSETS / "logo.svg"), size="large")
    chosen = look()
    saved = look_from_text(st.context.cookies.get(COOKIE, "")) == chosen
    with st.container(key="page-parts"):
        st.html(_ASSETS / "style.css")
        _run((_ASSETS / "page.js").read_text(encoding="utf-8"))
        _do("look", str(chosen), language(), chosen.theme, chosen.size, saved)
    settings.show()


def ask_box() -> tuple[str | None, DeltaGenerator]:
    """The input at the foot of the page -> what was typed, once, and the room above the input.

    It stands in a container of its own: Streamlit scrolls a page whose input is pinned by itself to
    the end of each answer, and a reader wants its beginning.
    """
    with st.container(key="ask", gap=None):
        above = st.container(key="above-ask", gap=None)
        typed: str | None = st.chat_input(PageWording.INPUT, key="question", submit_mode="stop")
        st.caption(PageWording.DISCLAIMER)
    return typed, above


def scroll_to(key: str) -> None:
    """Bring the element with a key (one of our own words, never a person's) to the top, once."""
    with st.container(key=f"scroll-{key}"):
        _do("top", key)


def focus_in(key: str) -> None:
    """Put the cursor into the field of the element with a key, once."""
    with st.container(key=f"scroll-{key}"):
        _do("focus", key)


def say(words: str, turn: str) -> None:
    """Have a screen reader say words of ours.

    Args:
        words: from a wording file.
        turn: the id of the turn that they are about, so that they are said once for each.
    """
    with st.container(key="scroll-say"):
        _do("say", words, turn)


def _do(action: str, *arguments: object) -> None:
    """Have page.js do something with words of our own; never with what people or documents wrote."""
    _run(f"(window.techpathDo ??= []).push({json.dumps([action, *arguments])})")


def _run(script: str) -> None:
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
