"""One typed accessor for each key of the visitor's search for a specialty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

import streamlit as st

from assistant.guidance.choices import Card, Choice
from assistant.guidance.reasons import Answers
from assistant.guidance.wishes import Wish

__all__ = [
    "View",
    "answers",
    "begin",
    "choose",
    "go_on",
    "goes_on",
    "notes",
    "pick",
    "picked",
    "set_wish",
    "show_view",
    "start_over",
    "step_back",
    "unread",
    "view",
    "wish_for",
]

View = Literal["start", "items", "result"]

_ANSWERS = "fit-answers"
_VIEW = "fit-view"
_PICKED = "fit-picked"  # the card wanted most of the item on the page, while the least is asked
_NOTES = "fit-notes"  # what of the address could not be used
_ON = "fit-on"  # items go on although the ranking is settled
_UNREAD = "fit-unread"  # sentences from which nothing was read; None before any text


def answers() -> Answers:
    """All that was answered."""
    found: Answers = st.session_state.setdefault(_ANSWERS, Answers())
    return found


def view() -> View:
    """What the page shows."""
    found: View = st.session_state.setdefault(_VIEW, "start")
    return found


def picked() -> Card | None:
    """The card of the item on the page that is wanted most, once it was said."""
    found: Card | None = st.session_state.setdefault(_PICKED, None)
    return found


def notes() -> tuple[str, ...]:
    """What of the address could not be used."""
    found: tuple[str, ...] = st.session_state.setdefault(_NOTES, ())
    return found


def unread() -> tuple[str, ...] | None:
    """Sentences from which nothing was read; None when none were written."""
    found: tuple[str, ...] | None = st.session_state.setdefault(_UNREAD, None)
    return found


def goes_on() -> bool:
    """Whether items go on although the ranking is settled."""
    found: bool = st.session_state.setdefault(_ON, False)
    return found


def begin(given: Answers, said: tuple[str, ...]) -> None:
    """Take over the answers of an address, and what of it could not be used."""
    st.session_state[_ANSWERS] = given
    st.session_state[_NOTES] = said
    st.session_state[_PICKED] = None
    st.session_state[_VIEW] = "result" if given else "start"


def show_view(wanted: View) -> None:
    """Show another part of the page in the next run."""
    st.session_state[_VIEW] = wanted
    st.session_state[_PICKED] = None


def go_on() -> None:
    """Answer more items than the ranking needs."""
    st.session_state[_ON] = True
    show_view("items")


def pick(card: Card) -> None:
    """Take a card of the item on the page as wanted most."""
    st.session_state[_PICKED] = card


def choose(choice: Choice) -> None:
    """Keep the choice from the item on the page."""
    former = answers()
    st.session_state[_ANSWERS] = replace(former, choices=(*former.choices, choice))
    st.session_state[_PICKED] = None


def step_back() -> None:
    """Ask the question before once more."""
    if picked() is not None:
        st.session_state[_PICKED] = None
        return
    former = answers()
    st.session_state[_ANSWERS] = replace(former, choices=former.choices[:-1])


def wish_for(wishes: Iterable[Wish], left: tuple[str, ...]) -> None:
    """Keep the wishes read from a text; of scales spoken of before, the new ones stand."""
    new = {wish.scale: wish for wish in wishes}
    kept = [wish for wish in answers().wishes if wish.scale not in new]
    st.session_state[_ANSWERS] = replace(answers(), wishes=(*kept, *new.values()))
    st.session_state[_UNREAD] = left


def set_wish(scale: str, strength: int | None) -> None:
    """Correct a wish; None leaves it out."""
    wishes = [
        replace(wish, strength=strength) if wish.scale == scale and strength is not None else wish
        for wish in answers().wishes
        if wish.scale != scale or strength is not None
    ]
    st.session_state[_ANSWERS] = replace(answers(), wishes=tuple(wishes))


def start_over() -> None:
    """Forget all answers."""
    for key in (_ANSWERS, _VIEW, _PICKED, _NOTES, _ON, _UNREAD):
        st.session_state.pop(key, None)
