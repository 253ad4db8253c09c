"""A conversation -> a link: which answers, what to hide, a note, and how long it opens."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import shorten

import streamlit as st

from assistant.build import Assistant
from assistant.conversations.limits import MOST_NOTE
from assistant.conversations.snapshot import freeze
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.conversations.stored import Conversation, Share, StoredTurn
from assistant.errors import IndexMissingError, TechPathError
from assistant.logs import log_event
from assistant.retrieval.passages import Passages
from assistant.settings import read_settings
from ui.address import base_address
from ui.answer_text import date_words
from ui.escaping import escape, escape_inline
from ui.links import share_link
from ui.moments import now
from ui.resources import shared_assistant
from ui.shared_page import check_size
from ui.talk import Talk
from ui.views import hiding, link
from ui.views.hiding import Hidden
from ui.wording_kept import ShareWording

__all__ = ["ask_to_share", "ends_on", "show_asked"]

_ASKED = "share_dialog"  # (conversation, link to be changed or None): what the dialog is open for
_MADE = "share_made"  # what the dialog has made, until it is opened anew
_LENGTH = 90  # characters of a question in the list
_NOTE_HEIGHT = 90  # pixels
_log = logging.getLogger("techpath.ui")


@dataclass(frozen=True, slots=True)
class _Made:
    """A link that now shows what was chosen."""

    address: str
    expires: datetime | None
    former: bool  # whether it was there before and shows something else now


def ask_to_share(conversation: str, under: str | None = None) -> None:
    """Open the dialog in the next run.

    Args:
        conversation: what is shared.
        under: the id of a link that is to show the new choice; None makes a new one.
    """
    st.session_state[_ASKED] = (conversation, under)
    st.session_state.pop(_MADE, None)


def show_asked(talk: Talk, found: Conversation) -> None:
    """The dialog, when it was asked for."""
    conversation, under = st.session_state.get(_ASKED) or (None, None)
    if conversation != found.id:
        return
    del st.session_state[_ASKED]
    # The title is read here, and closing it shows the page anew: the chat then says that it is shared.
    st.dialog(ShareWording.TITLE, width="medium", on_dismiss="rerun")(_dialog)(talk, found, under)


def ends_on(days: int | None) -> datetime | None:
    """When a link made now closes; None and 0 days: never."""
    return now() + timedelta(days=days) if days else None


def _dialog(talk: Talk, found: Conversation, under: str | None) -> None:
    made: _Made | None = st.session_state.get(_MADE)
    if made is not None:
        _ready(made)
        return
    st.markdown(ShareWording.EXPLAINED)
    links = _links(talk, found)
    place = _place(links, under)
    turns = _chosen(found)
    note = st.text_area(
        ShareWording.NOTE,
        place.note if place else "",
        max_chars=MOST_NOTE,
        height=_NOTE_HEIGHT,
        placeholder=ShareWording.NOTE_HINT,
    )
    hidden = hiding.choose(turns, note)
    days = st.segmented_control(
        ShareWording.EXPIRES, list(ShareWording.DAYS), format_func=ShareWording.DAYS.__getitem__, default=30
    )
    label = ShareWording.UPDATE if place else ShareWording.MAKE
    if not st.button(label, type="primary", icon=":material/link:", disabled=not turns):
        return
    try:
        st.session_state[_MADE] = _make(talk, found, turns, note, hidden, ends_on(days), place)
    except TechPathError as error:
        st.warning(escape(str(error)), icon=":material/info:")
        return
    st.rerun(scope="fragment")


def _ready(made: _Made) -> None:
    """The link stands alone in the dialog, so that nobody has to look for it."""
    st.success(ShareWording.UPDATED if made.former else ShareWording.MADE, icon=":material/check:")
    link.show(made.address, "made")
    end = ShareWording.ENDS.format(day=date_words(made.expires.date().isoformat())) if made.expires else ""
    st.caption(f"{end or ShareWording.NO_END} {ShareWording.AFTERWARDS}")


def _chosen(found: Conversation) -> tuple[StoredTurn, ...]:
    """The turns that are ticked; all of them at first."""
    st.markdown(f"**{ShareWording.WHICH}**")
    with st.container(gap="xsmall", key="which"):
        return tuple(
            turn
            for turn in found.turns
            if st.checkbox(
                escape_inline(shorten(turn.question, _LENGTH, placeholder=" …")),
                True,
                key=f"share-turn-{turn.id}",
            )
        )


def _links(talk: Talk, found: Conversation) -> list[Share]:
    """The links of this conversation that can show something else; one that has ended opens again."""
    mine = talk.archive.shares.mine(talk.visitor)
    return [share for share in mine if share.conversation == found.id and share.revoked is None]


def _place(links: Sequence[Share], under: str | None) -> Share | None:
    """A link that is to show the new choice under its old address."""
    if not links:
        return None
    places = [None, *links]
    index = next((number for number, share in enumerate(places) if share and share.id == under), 0)
    return st.selectbox(ShareWording.UNDER, places, index, format_func=_place_name)


def _place_name(share: Share | None) -> str:
    if share is None:
        return ShareWording.UNDER_NEW
    return ShareWording.UNDER_OLD.format(date=date_words(share.created.date().isoformat()))


def _make(
    talk: Talk,
    found: Conversation,
    turns: Sequence[StoredTurn],
    note: str,
    hidden: Hidden,
    expires: datetime | None,
    under: Share | None,
) -> _Made:
    """The link that now shows these turns."""
    today = now().date()
    snapshot = freeze(turns, note, hidden.accepted, _passages(shared_assistant(read_settings())), today)
    check_size(snapshot, today)
    text, shares = snapshot_to_text(snapshot), talk.archive.shares
    if under is None or under.token is None:
        new = shares.create(talk.visitor, found.id, text, expires, now(), snapshot.note)
        made = _Made(share_link(base_address(), new.token), expires, former=False)
    else:
        shares.update(talk.visitor, under.id, text, expires, now(), snapshot.note)
        made = _Made(share_link(base_address(), under.token), expires, former=True)
    if hidden.here_too:
        talk.archive.conversations.hide(talk.visitor, found.id, hidden.accepted)
    log_event(
        _log,
        "link changed" if made.former else "link made",
        turns=len(turns),
        hidden=len(hidden.accepted),
        expires=expires,
    )
    return made


def _passages(assistant: Assistant) -> Passages | None:
    try:
        return assistant.index().passages
    except IndexMissingError:
        return None
