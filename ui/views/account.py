"""Sign in and out; and what this browser kept before, brought along once the person wants that."""

from __future__ import annotations

import streamlit as st

from assistant.conversations.stored import Visitor
from ui import session
from ui.account import account, account_name, sign_in_is_offered
from ui.escaping import escape_inline
from ui.moments import now
from ui.talk import Talk
from ui.visitor import current_key
from ui.wording_kept import AccountWording

__all__ = ["show"]


def show(talk: Talk) -> None:
    """Nothing where sign-in is not configured."""
    if not sign_in_is_offered():
        return
    with st.container(border=True, key="account", gap="small"):
        if account() is None:
            st.markdown(AccountWording.HINT)
            st.button(AccountWording.IN, key="sign-in", icon=":material/login:", on_click=st.login)
            return
        st.markdown(AccountWording.AS.format(name=escape_inline(account_name() or AccountWording.NAMELESS)))
        _bring(talk)
        st.button(AccountWording.OUT, key="sign-out", icon=":material/logout:", on_click=st.logout)


def _bring(talk: Talk) -> None:
    """On a computer that others use too, what the browser kept may be somebody else's: so it is asked."""
    browser = talk.archive.visitors.find(current_key())
    if browser is None or browser.id == talk.visitor.id:
        return
    count = len(talk.archive.conversations.mine(browser, now()))
    if not count:
        return
    st.caption(AccountWording.BRING_HINT.format(count=count))
    st.button(
        AccountWording.BRING,
        key="bring-along",
        icon=":material/move_to_inbox:",
        on_click=_brought,
        args=(talk, browser),
    )


def _brought(talk: Talk, browser: Visitor) -> None:
    talk.archive.visitors.bring(browser, talk.visitor)
    session.open_conversation(None)
