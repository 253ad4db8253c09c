"""The language of the visitor -> the words that a page says, wherever one is read.

English words stand in `ui/wording*.py`, the others in files of the same name below `ui/spanish/`, each
name once more. `class PageWording(Words)` and `Spoken(__name__, "PAGES") | {...}` make a reader get the
words of whoever the page is being made for. So a word is read when it is shown, never while a module is
loaded: that would be one visitor's language for all. What runs outside of a visitor's page speaks English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.look import COOKIE, Language, Look, look_from_text

__all__ = ["Spoken", "Words", "choose_look", "language", "look", "translation"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_LOOK = "look"
_BROWSER = "language-of-browser"


def language() -> Language:
    """The language of the page that is being made: as chosen, else the browser's, else English."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return "en"
    return look().language or _of_browser()


def look() -> Look:
    """How the visitor wants the page; what is not said in this session is what their cookie says."""
    chosen: Look | None = st.session_state.get(_LOOK)
    if chosen is None:
        chosen = look_from_text(st.context.cookies.get(COOKIE, ""))
        st.session_state[_LOOK] = chosen
    return chosen


def choose_look(wanted: Look) -> None:
    """Show the page so from now on."""
    st.session_state[_LOOK] = wanted


def translation(module: str, name: str) -> Any:
    """What stands under a name of a wording module in the visitor's language; None for English or none."""
    if language() == "en":
        return None
    return getattr(_spanish(module), name, None)


class _SpokenClass(type):
    """The class of classes whose CONSTANTS are in the visitor's language."""

    if not TYPE_CHECKING:  # a type checker looks for the constants themselves, and finds a misspelled one

        def __getattribute__(cls, name: str) -> Any:
            english = super().__getattribute__(name)
            if not name.isupper():
                return english
            return getattr(translation(cls.__module__, cls.__name__), name, english)


class Words(metaclass=_SpokenClass):
    """What a class of words derives from."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """`PAGES = Spoken(__name__, "PAGES") | {key: words}`: a mapping with values in the visitor's language."""

    module: str
    name: str

    def __or__(self, english: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
        """The mapping with these English values."""
        return _Mapping(self, english)


class _Mapping(Mapping[_Key, _Value]):
    def __init__(self, place: Spoken, english: Mapping[_Key, _Value]) -> None:
        self._place, self._english = place, english

    def __getitem__(self, key: _Key) -> _Value:
        translated = translation(self._place.module, self._place.name) or self._english
        found: _Value = translated[key] if key in translated else self._english[key]
        return found

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)


def _of_browser() -> Language:
    known: Language | None = st.session_state.get(_BROWSER)
    if known is None:
        known = "es" if (st.context.locale or "").lower().startswith("es") else "en"
        st.session_state[_BROWSER] = known  # a page reads some hundred words
    return known


@cache
def _spanish(module: str) -> Any:
    """The module of the same name below ui/spanish."""
    return import_module(f"ui.spanish.{module.rpartition('.')[2]}")
