"""The box for a visitor's own words, and what was read from them, to be corrected."""

from __future__ import annotations

import streamlit as st

from assistant.guidance.own_words import read_own_words
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.told import merged
from assistant.guidance.wishes import LONGEST_TEXT, Wish
from assistant.types import Profile
from assistant.wording_fit import FEELINGS
from ui import fit_session, session
from ui.escaping import escape_inline
from ui.views.assumptions import chips
from ui.wording_specialty import SpecialtyWords

__all__ = ["show_box", "show_heard"]

_TEXT = "fit-text"
_LEAVE_OUT = 9  # among the strengths of the menu; None would be "nothing chosen" to Streamlit


def show_box() -> None:
    """The box."""
    with st.form("fit-words", border=False):
        st.text_area(
            SpecialtyWords.WORDS_LABEL,
            key=_TEXT,
            max_chars=LONGEST_TEXT,
            height=100,
            placeholder=SpecialtyWords.WORDS_HINT,
        )
        st.form_submit_button(SpecialtyWords.READ, on_click=_read)
    st.caption(SpecialtyWords.PRIVATE)


def _read() -> None:
    text = str(st.session_state.get(_TEXT, "")).strip()
    if not text:
        return
    words = read_own_words(text)
    fit_session.wish_for(words.wishes, words.unread)
    if words.profile != Profile():
        session.assume(merged(session.profile(), words.profile))


def show_heard(shelf: Shelf) -> None:
    """What was read so far, each with the feelings to choose from."""
    wishes, unread = fit_session.answers().wishes, fit_session.unread()
    if wishes:
        st.markdown(f"**{SpecialtyWords.HEARD}**")
    elif unread:
        st.info(SpecialtyWords.HEARD_NONE, icon=":material/help:")
    for wish in wishes:
        _wish(wish)
    if wishes and unread:
        pieces = "; ".join(f"“{piece}”" for piece in unread)
        st.caption(escape_inline(SpecialtyWords.UNREAD.format(pieces=pieces)))
    facts = [words for _, words in chips(session.profile(), shelf)]
    if facts and unread is not None:
        st.caption(escape_inline(SpecialtyWords.ALSO.format(facts="; ".join(facts))))


def _wish(wish: Wish) -> None:
    """One scale: its high end, how the person feels about it, and the words it was read from."""
    end = next(scale.high.short for scale in load_scales() if scale.id == wish.scale)
    words = f" :small[:gray[“{escape_inline('; '.join(wish.words))}”]]" if wish.words else ""
    key = f"fit-wish-{wish.scale}"
    st.session_state[key] = wish.strength
    st.selectbox(
        escape_inline(end[:1].upper() + end[1:]) + words,
        [*FEELINGS, _LEAVE_OUT],
        key=key,
        format_func=lambda strength: FEELINGS.get(strength, SpecialtyWords.LEAVE_OUT),
        on_change=_corrected,
        args=(wish.scale, key),
    )


def _corrected(scale: str, key: str) -> None:
    chosen: int = st.session_state[key]
    fit_session.set_wish(scale, None if chosen == _LEAVE_OUT else chosen)
