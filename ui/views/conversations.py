"""The visitor's conversations in the sidebar: found, opened, renamed, deleted, taken along, brought back."""

from __future__ import annotations

import streamlit as st

from assistant.conversations.limits import MOST_FILE_BYTES, MOST_TITLE
from assistant.conversations.portable import conversation_from_json
from assistant.conversations.stored import Conversation, Match, Summary
from assistant.errors import TechPathError
from ui import session
from ui.downloads import exports
from ui.escaping import escape, escape_inline
from ui.moments import now
from ui.talk import Talk
from ui.views import sharing
from ui.visitor import keeps_cookies
from ui.wording import PageWording
from ui.wording_kept import KeptWording

__all__ = ["show"]

_MOST = 30  # listed without a search


def show(talk: Talk) -> None:
    """The list, and what can be done with the open conversation."""
    with st.sidebar:
        st.button(
            PageWording.NEW,
            key="new-conversation",
            icon=":material/add_comment:",
            on_click=session.open_conversation,
            args=(None,),
            width="stretch",
        )
        found = talk.open_quietly()
        mine = talk.archive.conversations.mine(talk.visitor, now())
        if found is not None:
            _current(talk, found, sum(item.links for item in mine if item.id == found.id))
        _listed(talk, mine, found)
        _bring(talk)
        st.caption(KeptWording.PRIVACY if keeps_cookies() else KeptWording.PRIVACY_TAB)


def _current(talk: Talk, found: Conversation, links: int) -> None:
    """The open conversation: its title, how many links show it, and what can be done with it."""
    with st.container(border=True, key="current-conversation", gap="small"):
        st.markdown(f"**{escape_inline(found.title)}**")
        if links:
            st.badge(KeptWording.SHARED.format(count=links), icon=":material/link:", color="orange")
        with st.container(horizontal=True, gap="small"):
            st.button(
                KeptWording.SHARE,
                key="share",
                icon=":material/share:",
                type="tertiary",
                disabled=not found.turns,
                on_click=sharing.ask_to_share,
                args=(found.id,),
            )
            with st.popover(KeptWording.MORE, icon=":material/more_horiz:", type="tertiary", key="more"):
                _rename(talk, found)
                exports(talk, found)
                _delete(talk, found)
    sharing.show_asked(talk, found)


def _rename(talk: Talk, found: Conversation) -> None:
    with st.form("rename", border=False):
        title = st.text_input(KeptWording.TITLE, found.title, max_chars=MOST_TITLE)
        if st.form_submit_button(KeptWording.RENAME) and title.strip():
            talk.archive.conversations.rename(talk.visitor, found.id, title)
            st.rerun()


def _delete(talk: Talk, found: Conversation) -> None:
    """Really deletes, links included, after it was said so."""
    st.divider()
    sure = st.checkbox(KeptWording.DELETE_SURE, key=f"sure-{found.id}")
    st.caption(KeptWording.DELETE_MEANS)
    if st.button(KeptWording.DELETE, key="delete", icon=":material/delete:", disabled=not sure):
        talk.archive.conversations.delete(talk.visitor, found.id)
        session.open_conversation(None)
        st.rerun()


def _listed(talk: Talk, mine: tuple[Summary, ...], found: Conversation | None) -> None:
    if not mine:
        return
    words = st.text_input(
        KeptWording.SEARCH, key="find", placeholder=KeptWording.SEARCH, label_visibility="collapsed"
    )
    if words.strip():
        _matches(talk.archive.conversations.search(talk.visitor, words))
        return
    st.caption(KeptWording.YOURS)
    for summary in mine[:_MOST]:
        _entry(summary, found is not None and summary.id == found.id)
    if len(mine) > _MOST:
        st.caption(KeptWording.OLDER.format(count=len(mine) - _MOST))


def _entry(summary: Summary, open_now: bool) -> None:
    st.button(
        escape_inline(summary.title),
        key=f"open-{summary.id}",
        icon=":material/link:" if summary.links else None,
        type="tertiary",
        help=KeptWording.TOUCHED.format(date=summary.touched.date()),
        disabled=open_now,
        on_click=session.open_conversation,
        args=(summary.id,),
        width="stretch",
    )


def _matches(found: tuple[Match, ...]) -> None:
    if not found:
        st.caption(KeptWording.NOTHING_FOUND)
    for number, match in enumerate(found):
        st.button(
            escape_inline(match.title),
            key=f"match-{number}-{match.conversation}",
            type="tertiary",
            on_click=session.open_conversation,
            args=(match.conversation,),
            width="stretch",
        )
        st.caption(escape(match.excerpt))


def _bring(talk: Talk) -> None:
    with st.popover(KeptWording.BRING, icon=":material/upload_file:", type="tertiary", key="bring"):
        file = st.file_uploader(KeptWording.BRING_FILE, type=["json"], key="bring-file")
        if file is None or not st.button(KeptWording.BRING_IN, key="bring-in"):
            return
        try:
            title, turns = conversation_from_json(file.read(MOST_FILE_BYTES + 1))
            id = talk.archive.turns.keep(talk.visitor, title, turns, now(), brought=True)
        except TechPathError as error:
            st.warning(escape(str(error)), icon=":material/info:")
            return
        session.open_conversation(id)
        st.rerun()
