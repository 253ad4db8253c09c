"""A first question and what is known of a class -> a link for a handout, and for a page of one's own."""

from __future__ import annotations

from html import escape as attribute

import streamlit as st

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.errors import TechPathError
from assistant.profile_wire import STAGES
from ui.address import base_address
from ui.escaping import escape
from ui.links import MOST_ASKED, starter_link
from ui.views import link
from ui.wording import PROFILE, STAGE_NAMES
from ui.wording_kept import HandoutWording

__all__ = ["show"]

_MADE = "handout_link"
_FRAME = '<iframe src="{address}" title="TechPath" width="100%" height="700" style="border:0"></iframe>'


def show(may_be_embedded: bool) -> None:
    """The form and what it made.

    Args:
        may_be_embedded: whether some other site may show the page inside its own.
    """
    st.markdown(HandoutWording.HINT)
    with st.form("starter-link", border=False):
        question = st.text_input(
            HandoutWording.QUESTION, max_chars=MOST_ASKED, placeholder=HandoutWording.QUESTION_HINT
        )
        state = st.selectbox(
            PROFILE["state_label"], ["", *sorted(JURISDICTIONS, key=place_name)], format_func=_place
        )
        stage = st.selectbox(HandoutWording.STAGE, ["", *STAGES], format_func=_stage)
        made = st.form_submit_button(HandoutWording.MAKE)
    if made:
        try:
            st.session_state[_MADE] = starter_link(base_address(), question, state or None, stage or None)
        except TechPathError as error:
            st.session_state.pop(_MADE, None)
            st.warning(escape(str(error)), icon=":material/info:")
    address: str | None = st.session_state.get(_MADE)
    if address:
        _show_made(address, may_be_embedded)


def _show_made(address: str, may_be_embedded: bool) -> None:
    link.show(address, "handout")
    st.caption(HandoutWording.NOT_KEPT)
    if may_be_embedded:
        with st.expander(HandoutWording.EMBED, icon=":material/web:"):
            st.markdown(HandoutWording.EMBED_HINT)
            st.code(_FRAME.format(address=attribute(f"{address}&embed=true")), "html", wrap_lines=True)


def _place(code: str) -> str:
    return place_name(code) if code else PROFILE["unknown"]


def _stage(stage: str) -> str:
    return STAGE_NAMES[stage] if stage else PROFILE["unknown"]
