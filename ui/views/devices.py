"""One visitor on several devices, by a code or an account; and everything of theirs deleted."""

from __future__ import annotations

import streamlit as st

from ui import session
from ui.moments import now
from ui.resources import shared_code_tries
from ui.talk import Talk
from ui.views import notices
from ui.visitor import client_address, current_key
from ui.wording_kept import DeviceWording

__all__ = ["show", "show_forget"]


def show(talk: Talk) -> None:
    """A code to take along, and the place to type one."""
    st.markdown(DeviceWording.HINT)
    if st.button(DeviceWording.MAKE, key="code-make", icon=":material/pin:"):
        code = talk.archive.visitors.issue_code(talk.visitor, now())
        st.code(code.code, language=None)
        st.caption(DeviceWording.UNTIL)
    with st.form("device-code", border=False, clear_on_submit=True):
        typed = st.text_input(DeviceWording.HERE, max_chars=20, placeholder="XXXX-XXXX-XXXX")
        used = st.form_submit_button(DeviceWording.USE)
    if used and typed.strip():
        _use(talk, typed)


def show_forget(talk: Talk) -> None:
    """Delete all that is kept, after saying what that means."""
    with st.expander(DeviceWording.FORGET, icon=":material/delete_forever:"):
        st.markdown(DeviceWording.FORGET_MEANS)
        sure = st.checkbox(DeviceWording.FORGET_SURE)
        if st.button(DeviceWording.FORGET_NOW, key="forget", disabled=not sure):
            talk.archive.visitors.forget(talk.visitor)
            session.open_conversation(None)
            st.success(DeviceWording.FORGOTTEN, icon=":material/check:")


def _use(talk: Talk, typed: str) -> None:
    """A guesser is slowed down by their address: a fresh cookie would be a fresh visitor."""
    if seconds := shared_code_tries().wait(client_address()):
        notices.show_too_many(seconds)
        return
    found = talk.archive.visitors.redeem_code(typed, current_key(), now())
    if found is None:
        st.warning(DeviceWording.WRONG, icon=":material/info:")
        return
    session.open_conversation(None)
    st.success(DeviceWording.DONE, icon=":material/check:")
