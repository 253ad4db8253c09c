"""One typed accessor for each key of the visitor's session."""

from __future__ import annotations

import streamlit as st

from assistant.answering.places import place_name
from assistant.types import Answer, Profile, Turn

__all__ = [
    "add_turn",
    "ask",
    "change_profile",
    "known_turns",
    "profile",
    "repeat",
    "start_over",
    "take_asked",
    "turns",
]

_TURNS = "turns"
_PROFILE = "profile"
_ASKED = "asked"  # a question chosen by a click, to be answered in the run that follows
_KNOWN_FROM = "known_from"  # number of the first turn that later questions may lean on


def turns() -> tuple[Turn, ...]:
    """What was asked and answered, oldest first."""
    found: tuple[Turn, ...] = st.session_state.setdefault(_TURNS, ())
    return found


def known_turns() -> tuple[Turn, ...]:
    """The turns that the next question may lean on."""
    start: int = st.session_state.setdefault(_KNOWN_FROM, 0)
    return turns()[start:]


def profile() -> Profile:
    """What is known of the person."""
    found: Profile = st.session_state.setdefault(_PROFILE, Profile())
    return found


def add_turn(answer: Answer) -> Turn:
    """Keep an answer and what it learnt of the person -> its turn."""
    turn = Turn(answer.question, answer.standalone_question, answer)
    st.session_state[_TURNS] = (*turns(), turn)
    st.session_state[_PROFILE] = answer.assumptions
    return turn


def ask(question: str) -> None:
    """Have a question answered in the next run."""
    st.session_state[_ASKED] = question


def take_asked() -> str | None:
    """The question chosen by a click, once."""
    asked: str | None = st.session_state.pop(_ASKED, None)
    return asked


def repeat() -> None:
    """Ask the last question once more in place of its answer."""
    *former, last = turns()
    st.session_state[_TURNS] = tuple(former)
    st.session_state[_KNOWN_FROM] = min(st.session_state.get(_KNOWN_FROM, 0), len(former))
    ask(last.question)


def change_profile(changed: Profile) -> None:
    """Assume something else of the person, and answer the last question once more where that matters.

    A question that names its own state keeps its answer: there the state was asked for, not assumed.
    Later questions lean on no turn that assumed the former state.
    """
    former = profile()
    st.session_state[_PROFILE] = changed
    if not turns() or changed == former:
        return
    last = turns()[-1]
    moved = changed.state != former.state
    if moved:
        st.session_state[_KNOWN_FROM] = len(turns())
    named = former.state is not None and place_name(former.state).lower() in last.question.lower()
    leans = last.question.strip().lower() != last.standalone_question.strip().lower()
    if not (moved and (named or leans)):
        repeat()


def start_over() -> None:
    """Forget the conversation and the person."""
    for key in (_TURNS, _PROFILE, _ASKED, _KNOWN_FROM):
        st.session_state.pop(key, None)
