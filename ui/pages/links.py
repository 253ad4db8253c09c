"""Shared links: what the visitor has shared, links for handouts, and the way to another device."""

from __future__ import annotations

import logging

import streamlit as st

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.conversations.stored import Share
from assistant.errors import StorageError, TechPathError
from assistant.settings import read_settings
from ui import session
from ui.address import base_address
from ui.escaping import escape
from ui.links import MOST_ASKED, share_link, starter_link
from ui.moments import now
from ui.navigation import page_of
from ui.resources import shared_archive, shared_rates
from ui.talk import Talk
from ui.views import notices
from ui.views.sharing import show_link
from ui.visitor import current_key, current_visitor
from ui.wording_kept import LinksWording

__all__ = ["show"]

_log = logging.getLogger("techpath.ui")


def show() -> None:
    """The page, from top to bottom."""
    st.title(LinksWording.TITLE, anchor=False)
    try:
        archive = shared_archive(read_settings())
        talk = Talk(archive, current_visitor(archive))
        _links(talk)
        _starter()
        _device(talk)
        _forget(talk)
    except StorageError:
        _log.exception("What is kept of conversations cannot be reached.")
        notices.show_no_storage()


def _links(talk: Talk) -> None:
    st.markdown(LinksWording.INTRO)
    mine = talk.archive.shares.mine(talk.visitor)
    if not mine:
        st.info(LinksWording.NONE, icon=":material/link:")
    for share in mine:
        _link(talk, share)


def _link(talk: Talk, share: Share) -> None:
    with st.container(border=True, key=f"link-{share.id}"):
        st.markdown(" · ".join(_told(share)))
        if share.note:
            st.caption(escape(share.note))
        if share.state(now()) != "open" or share.token is None:
            return
        address = share_link(base_address(), share.token)
        st.code(address, language=None, wrap_lines=True)
        with st.container(horizontal=True, gap="small"):
            if st.button(
                LinksWording.OPEN_CONVERSATION,
                key=f"talk-{share.id}",
                icon=":material/forum:",
                type="tertiary",
            ):
                session.open_conversation(share.conversation)
                st.switch_page(page_of(""))
            st.button(
                LinksWording.REVOKE,
                key=f"revoke-{share.id}",
                icon=":material/link_off:",
                type="tertiary",
                help=LinksWording.REVOKE_HELP,
                on_click=talk.archive.shares.revoke,
                args=(talk.visitor, share.id, now()),
            )


def _told(share: Share) -> list[str]:
    opened = {0: LinksWording.NEVER_OPENED, 1: LinksWording.OPENED_ONCE}
    return [
        f"**{LinksWording.STATE[share.state(now())]}**",
        LinksWording.MADE.format(date=share.created.date()),
        opened.get(share.opened, LinksWording.OPENED.format(count=share.opened)),
        LinksWording.ENDS.format(date=share.expires.date()) if share.expires else LinksWording.NO_END,
    ]


def _starter() -> None:
    st.subheader(LinksWording.STARTER, anchor=False)
    st.markdown(LinksWording.STARTER_HINT)
    with st.form("starter-link", border=False):
        question = st.text_input(
            LinksWording.QUESTION, max_chars=MOST_ASKED, placeholder=LinksWording.QUESTION_HINT
        )
        states = ["", *sorted(JURISDICTIONS, key=place_name)]
        state = st.selectbox(
            LinksWording.STATE_LABEL,
            states,
            format_func=lambda code: place_name(code) if code else LinksWording.ANY_STATE,
        )
        made = st.form_submit_button(LinksWording.MAKE)
    if made:
        try:
            show_link(starter_link(base_address(), question, state or None))
        except TechPathError as error:
            st.warning(escape(str(error)), icon=":material/info:")


def _device(talk: Talk) -> None:
    st.subheader(LinksWording.DEVICE, anchor=False)
    st.markdown(LinksWording.DEVICE_HINT)
    if st.button(LinksWording.CODE_MAKE, key="code-make"):
        code = talk.archive.visitors.issue_code(talk.visitor, now())
        st.code(code.code, language=None)
        st.caption(LinksWording.CODE_UNTIL.format(time=f"{code.expires:%H:%M}"))
    with st.form("device-code", border=False, clear_on_submit=True):
        typed = st.text_input(LinksWording.CODE_HERE, max_chars=20)
        used = st.form_submit_button(LinksWording.CODE_USE)
    if used and (seconds := shared_rates().wait(f"code {talk.visitor.id}")):
        notices.show_too_many(seconds)
    elif used and typed.strip():
        found = talk.archive.visitors.redeem_code(typed, current_key(), now())
        if found is None:
            st.warning(LinksWording.CODE_WRONG, icon=":material/info:")
        else:
            session.open_conversation(None)
            st.success(LinksWording.CODE_DONE, icon=":material/check:")


def _forget(talk: Talk) -> None:
    with st.expander(LinksWording.FORGET):
        st.markdown(LinksWording.FORGET_MEANS)
        sure = st.checkbox(LinksWording.FORGET_SURE)
        if st.button(LinksWording.FORGET, key="forget", icon=":material/delete_forever:", disabled=not sure):
            talk.archive.visitors.forget(talk.visitor)
            session.open_conversation(None)
            st.success(LinksWording.FORGOTTEN, icon=":material/check:")
