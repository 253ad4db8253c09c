"""What the visitor came with in the address: a shared page to go on from, or a first question."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assistant.profile_wire import profile_from_json, profile_to_json
from assistant.types import Profile
from ui import session
from ui.escaping import escape
from ui.links import read_continue, read_starter
from ui.resources import shared_lookups
from ui.talk import Talk
from ui.views import notices
from ui.visitor import client_address
from ui.wording import PageWording

__all__ = ["take"]

_OURS = ("ask", "continue", "state", "stage", "credential")


def take(talk: Talk) -> None:
    """Use what the address brings, once, and take it out of the address."""
    given = {key: st.query_params[key] for key in _OURS if key in st.query_params}
    if not given:
        return
    for key in given:
        del st.query_params[key]
    if "continue" in given:
        _go_on(talk, given)
    else:
        _begin(given)


def _go_on(talk: Talk, given: Mapping[str, str]) -> None:
    token = read_continue(given)
    if seconds := shared_lookups().wait(client_address()):
        notices.show_too_many(seconds)
        return
    if token is None or not talk.go_on_from(token):
        session.open_conversation(None)
        st.warning(PageWording.NOTHING_TO_CONTINUE, icon=":material/link_off:")


def _begin(given: Mapping[str, str]) -> None:
    starter = read_starter(given)
    session.open_conversation(None, _with(session.profile(), starter.profile))
    for note in starter.notes:
        st.info(escape(note), icon=":material/info:")
    if starter.question:
        session.ask(starter.question)


def _with(known: Profile, brought: Profile) -> Profile:
    return profile_from_json({**profile_to_json(known), **profile_to_json(brought)})
