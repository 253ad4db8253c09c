"""Was this right? A thumb and a reason, kept with the answer."""

from __future__ import annotations

import streamlit as st

from assistant.conversations.limits import MOST_REASON
from assistant.conversations.stored import Feedback, StoredTurn, Thumb
from ui.moments import now
from ui.talk import Talk
from ui.wording import PageWording

__all__ = ["show"]

_ICONS = {None: "thumbs_up_down", "up": "thumb_up", "down": "thumb_down"}


def show(talk: Talk, turn: StoredTurn, number: int, given: Feedback | None) -> None:
    """Two thumbs in one small door, and what was said already.

    Args:
        talk: whose it is.
        turn: the answer.
        number: the turn's place in the conversation, from 0.
        given: what the visitor has said of it.
    """
    icon = f":material/{_ICONS[given.thumb if given else None]}:"
    label = PageWording.WAS_IT_RIGHT
    with st.popover(label, icon=icon, type="tertiary", key=f"feedback-{number}"):
        with st.form(f"feedback-form-{number}", border=False):
            choice = st.radio(
                PageWording.WAS_IT_RIGHT,
                list(PageWording.THUMBS),
                index=list(PageWording.THUMBS).index(given.thumb) if given else 0,
                format_func=PageWording.THUMBS.__getitem__,
                horizontal=True,
                label_visibility="collapsed",
            )
            reason = st.text_area(
                PageWording.REASON,
                given.reason if given else "",
                max_chars=MOST_REASON,
                placeholder=PageWording.REASON_HINT,
            )
            if st.form_submit_button(PageWording.SEND):
                thumb: Thumb = "up" if choice == "up" else "down"
                talk.archive.thumbs.give(talk.visitor, turn.id, thumb, reason.strip(), now())
                st.success(PageWording.THANKS, icon=":material/check:")
