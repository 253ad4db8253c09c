"""One typed accessor for each key of the visitor's session: what is open, chosen and assumed just now.

What must outlive the tab is in the archive; this holds only which part of it is on the page.
"""

from __future__ import annotations

import streamlit as st

from assistant.types import Profile
from ui.language import look

__all__ = [
    "again",
    "ask",
    "assume",
    "conversation",
    "edit",
    "editing",
    "open_conversation",
    "profile",
    "stop",
    "take_again",
    "take_asked",
    "take_edited",
    "take_stopped",
]

_CONVERSATION = "conversation"
_PROFILE = "profile"
_ASKED = "asked"  # a question chosen by a click, to be answered in the run that follows
_AGAIN = "again"  # a turn whose question is to be answered once more in the run that follows
_EDITED = "edited"  # (turn, question): the question to be asked in that turn's place
_EDITING = "editing"  # the turn whose question is being changed
_STOPPED = "stopped"  # a question that was taken back before its answer stood
_ADDRESS = "c"  # the open conversation's id in the address; without the visitor's cookie it opens nothing


def conversation() -> str | None:
    """The id of the open conversation: of this session, else of the address."""
    found: str | None = st.session_state.get(_CONVERSATION)
    return found or st.query_params.get(_ADDRESS)


def open_conversation(id: str | None, known: Profile | None = None) -> None:
    """Show a conversation; None starts an empty page.

    Args:
        id: of one of the visitor's conversations.
        known: what is known of the person in it.
    """
    if st.session_state.get(_CONVERSATION) != id:
        st.session_state.pop(_EDITING, None)
    st.session_state[_CONVERSATION] = id
    st.session_state[_PROFILE] = known or _remembered()
    if id is None:
        st.query_params.pop(_ADDRESS, None)
    elif st.query_params.get(_ADDRESS) != id:
        st.query_params[_ADDRESS] = id


def profile() -> Profile:
    """What is known of the person."""
    found: Profile = st.session_state.setdefault(_PROFILE, _remembered())
    return found


def _remembered() -> Profile:
    """What a new conversation starts with: the state that the visitor has set for the page."""
    return Profile(state=look().state or None)


def assume(known: Profile) -> None:
    """Know this of the person from now on."""
    st.session_state[_PROFILE] = known


def ask(question: str) -> None:
    """Have a question answered in the next run."""
    st.session_state[_ASKED] = question


def take_asked() -> str | None:
    """The question chosen by a click, once."""
    asked: str | None = st.session_state.pop(_ASKED, None)
    return asked


def again(turn: str) -> None:
    """Have a turn's question answered once more in the next run."""
    st.session_state[_AGAIN] = turn


def take_again() -> str | None:
    """The turn to be answered once more, once."""
    turn: str | None = st.session_state.pop(_AGAIN, None)
    return turn


def edit(turn: str | None, question: str | None = None) -> None:
    """Start to change a turn's question; with a question, ask that one in its place; None stops."""
    st.session_state[_EDITING] = None if question else turn
    if turn and question:
        st.session_state[_EDITED] = (turn, question)


def editing() -> str | None:
    """The turn whose question is being changed."""
    turn: str | None = st.session_state.get(_EDITING)
    return turn


def take_edited() -> tuple[str, str] | None:
    """(turn, its new question), once."""
    edited: tuple[str, str] | None = st.session_state.pop(_EDITED, None)
    return edited


def stop(question: str) -> None:
    """Remember a question that was taken back, for the next run to say so."""
    st.session_state[_STOPPED] = question


def take_stopped() -> str | None:
    """The question that was taken back, once."""
    stopped: str | None = st.session_state.pop(_STOPPED, None)
    return stopped
