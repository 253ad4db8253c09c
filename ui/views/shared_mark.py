"""Above a conversation: that others can read of it, by how many links and until when."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.conversations.stored import Conversation, Share
from ui.answer_text import date_words
from ui.moments import now
from ui.navigation import page_of
from ui.talk import Talk
from ui.wording_kept import KeptWording

__all__ = ["show"]


def show(talk: Talk, found: Conversation | None) -> None:
    """One quiet line, where at least one link is open; nothing else."""
    mine = talk.archive.shares.mine(talk.visitor) if found else ()
    links = [share for share in mine if found and share.conversation == found.id]
    open_now = [share for share in links if share.state(now()) == "open"]
    if not open_now:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="shared-mark"):
        st.caption(f":material/link: {_in_words(open_now)}", width="content")
        st.page_link(page_of("links"), label=KeptWording.MANAGE, icon=":material/arrow_forward:")


def _in_words(links: Sequence[Share]) -> str:
    if len(links) > 1:
        return KeptWording.IS_SHARED_OFTEN.format(count=len(links))
    end = links[0].expires
    if end is None:
        return KeptWording.IS_SHARED
    return KeptWording.IS_SHARED_UNTIL.format(day=date_words(end.date().isoformat()))
