"""A conversation -> a link: which answers, what to hide, a note, and how long it opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import streamlit as st

from assistant.build import Assistant
from assistant.conversations.limits import MOST_NOTE
from assistant.conversations.redaction import Redaction, by_hand
from assistant.conversations.snapshot import freeze, suggestions
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.conversations.stored import Conversation, Share, StoredTurn
from assistant.errors import IndexMissingError, TechPathError
from assistant.retrieval.passages import Passages
from assistant.settings import read_settings
from ui.address import base_address
from ui.escaping import escape, escape_inline
from ui.links import share_link
from ui.moments import now
from ui.qr import qr_svg
from ui.resources import shared_assistant
from ui.shared_page import check_size
from ui.talk import Talk
from ui.wording_kept import ShareWording

__all__ = ["ask_to_share", "ends_on", "show_asked", "show_link"]

_ASKED = "share_dialog"  # the conversation whose dialog is open
_LENGTH = 90  # characters of a question in the list


def ask_to_share(conversation: str) -> None:
    """Open the dialog in the next run."""
    st.session_state[_ASKED] = conversation


def show_asked(talk: Talk, found: Conversation) -> None:
    """The dialog, when it was asked for."""
    if st.session_state.pop(_ASKED, None) == found.id:
        st.dialog(ShareWording.TITLE, width="medium")(_dialog)(talk, found)


def _dialog(talk: Talk, found: Conversation) -> None:
    st.markdown(ShareWording.EXPLAINED)
    turns = _chosen(found)
    note = st.text_area(ShareWording.NOTE, max_chars=MOST_NOTE, placeholder=ShareWording.NOTE_HINT)
    accepted = _hidden(turns, note)
    days = st.segmented_control(
        ShareWording.EXPIRES, list(ShareWording.DAYS), format_func=ShareWording.DAYS.__getitem__, default=30
    )
    under = _place(talk, found)
    if not st.button(ShareWording.MAKE, type="primary", icon=":material/link:", disabled=not turns):
        return
    try:
        token = _make(talk, found, turns, note, accepted, ends_on(days), under)
    except TechPathError as error:
        st.warning(escape(str(error)), icon=":material/info:")
        return
    show_link(share_link(base_address(), token))


def ends_on(days: int | None) -> datetime | None:
    """When a link made now closes; None and 0 days: never."""
    return now() + timedelta(days=days) if days else None


def show_link(address: str) -> None:
    """A link to copy, with its QR code for a handout."""
    st.success(ShareWording.MADE, icon=":material/check:")
    st.code(address, language=None, wrap_lines=True)
    st.link_button(ShareWording.LOOK, address, icon=":material/visibility:")
    with st.expander(ShareWording.QR):
        st.image(qr_svg(address), width=200)


def _chosen(found: Conversation) -> tuple[StoredTurn, ...]:
    """The turns that are ticked; all of them at first."""
    st.markdown(f"**{ShareWording.WHICH}**")
    return tuple(
        turn
        for turn in found.turns
        if st.checkbox(escape_inline(turn.question[:_LENGTH]), True, key=f"share-turn-{turn.id}")
    )


def _hidden(turns: Sequence[StoredTurn], note: str) -> tuple[Redaction, ...]:
    """What the owner hides: suggestions one by one, and words of their own."""
    found = suggestions(turns, note)
    st.markdown(f"**{ShareWording.HIDE}**")
    st.caption(ShareWording.HIDE_HINT if found else ShareWording.NOTHING_TO_HIDE)
    accepted = [
        item
        for number, item in enumerate(found)
        if st.checkbox(
            _offer(item),
            True,
            key=f"hide-{number}-{item.kind}-{len(item.words)}",
        )
    ]
    own = st.text_input(ShareWording.HIDE_OWN, placeholder=ShareWording.HIDE_OWN_HINT)
    accepted += [by_hand(words) for words in own.split(";") if words.strip()]
    return tuple(accepted)


def _offer(item: Redaction) -> str:
    shown = escape_inline(item.replacement)
    return ShareWording.HIDE_ONE.format(words=escape_inline(item.words), shown=shown)


def _place(talk: Talk, found: Conversation) -> Share | None:
    """A link of this conversation that shall show the new choice under its old address."""
    links = [
        share
        for share in talk.archive.shares.mine(talk.visitor)
        if share.conversation == found.id and share.state(now()) == "open"
    ]
    if not links:
        return None
    return st.selectbox(
        ShareWording.UNDER,
        [None, *links],
        format_func=lambda share: (
            ShareWording.UNDER_OLD.format(date=share.created.date()) if share else ShareWording.UNDER_NEW
        ),
    )


def _make(
    talk: Talk,
    found: Conversation,
    turns: Sequence[StoredTurn],
    note: str,
    accepted: Sequence[Redaction],
    expires: datetime | None,
    under: Share | None,
) -> str:
    """The token of the link that now shows these turns."""
    today = now().date()
    snapshot = freeze(turns, note, accepted, _passages(shared_assistant(read_settings())), today)
    check_size(snapshot, today)
    text, shares = snapshot_to_text(snapshot), talk.archive.shares
    if under is None or under.token is None:
        return shares.create(talk.visitor, found.id, text, expires, now(), snapshot.note).token
    shares.update(talk.visitor, under.id, text, expires, now(), snapshot.note)
    return under.token


def _passages(assistant: Assistant) -> Passages | None:
    try:
        return assistant.index().passages
    except IndexMissingError:
        return None
