"""The visitor's links: what each shows, how often it was opened, until when; and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from assistant.conversations.stored import Share
from ui import session
from ui.address import base_address
from ui.answer_text import date_words
from ui.escaping import escape, escape_inline
from ui.links import share_link
from ui.moments import now
from ui.navigation import page_of
from ui.talk import Talk
from ui.views import link, sharing
from ui.wording_kept import LinksWording

__all__ = ["show"]

_COLOURS = {"open": "green", "expired": "gray", "revoked": "gray"}


def show(talk: Talk) -> None:
    """Open links as cards; those that have ended behind a door."""
    mine = talk.archive.shares.mine(talk.visitor)
    titles = {item.id: item.title for item in talk.archive.conversations.mine(talk.visitor, now())}
    still_open = [share for share in mine if share.state(now()) == "open"]
    closed = [share for share in mine if share.state(now()) != "open"]
    if not still_open:
        with st.container(border=True, key="no-links"):
            st.markdown(LinksWording.NONE)
            st.page_link(page_of(""), label=LinksWording.TO_CHAT, icon=":material/forum:")
    for share in still_open:
        _card(talk, share, titles)
    if closed:
        _closed(talk, closed, titles)


def _card(talk: Talk, share: Share, titles: Mapping[str, str]) -> None:
    with st.container(border=True, key=f"link-{share.id}", gap="small"):
        _told(share, titles)
        if share.token is None:
            return
        address = share_link(base_address(), share.token)
        st.code(address, language=None, wrap_lines=True)
        with st.container(horizontal=True, gap="small"):
            link.show_look(address)
            link.show_qr(address, share.id)
            _change(share, LinksWording.CHANGE, LinksWording.CHANGE_HELP)
            _revoke(talk, share)


def _closed(talk: Talk, closed: Sequence[Share], titles: Mapping[str, str]) -> None:
    with st.expander(LinksWording.CLOSED.format(count=len(closed))):
        for share in closed:
            with st.container(key=f"link-{share.id}", gap="xsmall"):
                _told(share, titles)
                if share.state(now()) == "expired":
                    with st.container(horizontal=True, gap="small"):
                        _change(share, LinksWording.OPEN_AGAIN, LinksWording.OPEN_AGAIN_HELP)
                        _revoke(talk, share)


def _told(share: Share, titles: Mapping[str, str]) -> None:
    """Of which conversation it is, whether it is open, and its figures. The title is the owner's alone."""
    state = share.state(now())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        title = titles.get(share.conversation, LinksWording.UNTITLED)
        st.markdown(f"**{escape_inline(title)}**", width="content")
        st.badge(LinksWording.STATE[state], color=_COLOURS[state])  # type: ignore[arg-type]
    st.caption(" · ".join(_figures(share, state)))
    if share.note:
        st.markdown(escape(share.note))


def _figures(share: Share, state: str) -> list[str]:
    opened = {0: LinksWording.NEVER_OPENED, 1: LinksWording.OPENED_ONCE}
    figures = [opened.get(share.opened, LinksWording.OPENED.format(count=share.opened))]
    if state == "open":
        figures.append(
            LinksWording.ENDS.format(date=_day(share.expires)) if share.expires else LinksWording.NO_END
        )
    elif state == "expired":
        figures.append(LinksWording.ENDED.format(date=_day(share.expires)))
    figures.append(LinksWording.MADE.format(date=_day(share.created)))
    if share.updated > share.created and state == "open":
        figures.append(LinksWording.CHANGED.format(date=_day(share.updated)))
    return figures


def _change(share: Share, label: str, hint: str) -> None:
    """Open its conversation with the dialog: the same address then shows something else, or opens again."""
    if st.button(label, key=f"change-{share.id}", icon=":material/edit:", type="tertiary", help=hint):
        session.open_conversation(share.conversation)
        sharing.ask_to_share(share.conversation, share.id)
        st.switch_page(page_of(""))


def _revoke(talk: Talk, share: Share) -> None:
    """Close it for good, after saying so."""
    with st.popover(
        LinksWording.REVOKE, icon=":material/link_off:", type="tertiary", key=f"revoke-{share.id}"
    ):
        st.markdown(LinksWording.REVOKE_MEANS)
        st.button(
            LinksWording.REVOKE_SURE,
            key=f"revoke-sure-{share.id}",
            type="primary",
            on_click=talk.archive.shares.revoke,
            args=(talk.visitor, share.id, now()),
        )


def _day(moment: datetime | None) -> str:
    return date_words(moment.date().isoformat()) if moment else ""
