"""What each visitor may set for the whole page: language, colours, size of text, and their state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from assistant.answering.places import JURISDICTIONS, place_name
from ui import session
from ui.language import choose_look, language, look
from ui.look import LANGUAGES, SIZES, THEMES
from ui.wording_settings import LANGUAGE_NAMES, SIZE_NAMES, THEME_NAMES, SettingsWords

__all__ = ["show"]


def show() -> None:
    """The button in the corner, and what opens below it."""
    with (
        st.container(key="settings"),
        st.popover(SettingsWords.OPEN, icon=":material/settings:", type="tertiary", key="settings-open"),
    ):
        _choice("language", SettingsWords.LANGUAGE, LANGUAGES, LANGUAGE_NAMES, language())
        if SettingsWords.ANSWERS_ARE_ENGLISH:
            st.caption(SettingsWords.ANSWERS_ARE_ENGLISH)
        _choice("theme", SettingsWords.THEME, THEMES, THEME_NAMES, look().theme)
        _choice("size", SettingsWords.SIZE, SIZES, SIZE_NAMES, look().size)
        _state()
        st.caption(SettingsWords.REMEMBERED)


def _choice(field: str, label: str, options: Sequence[str], names: Mapping[str, str], chosen: str) -> None:
    st.session_state[_key(field)] = chosen
    st.segmented_control(
        label,
        options,
        key=_key(field),
        format_func=names.__getitem__,
        required=True,
        on_change=_choose,
        args=(field,),
    )


def _state() -> None:
    st.session_state[_key("state")] = look().state or None
    st.selectbox(
        SettingsWords.STATE,
        sorted(JURISDICTIONS, key=place_name),
        index=None,
        key=_key("state"),
        format_func=lambda code: place_name(code, start_of_sentence=True),
        placeholder=SettingsWords.NO_STATE,
        help=SettingsWords.STATE_HELP,
        on_change=_choose_state,
    )


def _choose(field: str) -> None:
    choose_look(replace(look(), **{field: st.session_state[_key(field)]}))


def _choose_state() -> None:
    state: str | None = st.session_state[_key("state")]
    choose_look(replace(look(), state=state or ""))
    session.assume(replace(session.profile(), state=state))


def _key(field: str) -> str:
    return f"settings-{field}"
