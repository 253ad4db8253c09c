"""What the visitor has open in the library: of the address they came by, else as they left it."""

from __future__ import annotations

import streamlit as st

from assistant.guidance.shelf import Shelf
from ui import address
from ui.library.catalog import Catalog
from ui.library.link import Wanted, read_link, write_link

__all__ = [
    "READER",
    "SEARCH",
    "STATE",
    "TOPIC",
    "chosen",
    "has_gone_on",
    "keep",
    "leaf",
    "leaf_key",
    "open_state",
    "turn_over",
    "visit",
]

# Keys of the widgets that the page fills in when a visitor comes by an address.
SEARCH, TOPIC, STATE, READER = "library-search", "library-topic", "library-state", "library-reader"
_WANTED = "library-wanted"
_GONE_ON = "library-gone-on"
_VISIT = "library-visit"
_PAGE = "library"  # the page's own address


def chosen(catalog: Catalog, shelf: Shelf) -> Wanted:
    """What is to be shown; an address that the visitor came by fills in the widgets."""
    arrived = address.arrived(_PAGE)
    st.session_state[_GONE_ON] = arrived is not None and _WANTED in st.session_state
    if arrived is not None:
        wanted = read_link(arrived, catalog, shelf)
        st.session_state[_WANTED] = wanted
        st.session_state[SEARCH], st.session_state[TOPIC] = wanted.search, wanted.topic
        st.session_state[STATE], st.session_state[READER] = wanted.state, wanted.reader
        turn_over()
        # Only a link within the library leaves the browser without parameters; else the part behind # stays.
        address.write(_PAGE, write_link(wanted), anew=has_gone_on())
    kept: Wanted = st.session_state.get(_WANTED, Wanted())
    return kept


def has_gone_on() -> bool:
    """Whether this run shows something that the visitor has just come to from elsewhere in the library."""
    gone_on: bool = st.session_state.get(_GONE_ON, False)
    return gone_on


def visit() -> int:
    """How often something new was opened: what stands in a widget or a place of this visit ends with it."""
    number: int = st.session_state.get(_VISIT, 0)
    return number


def turn_over() -> None:
    """Begin a new list or document at its first page."""
    st.session_state[_VISIT] = visit() + 1


def leaf_key() -> str:
    """The key of the widget that chooses the page of a list or a PDF."""
    return f"library-leaf-{visit()}"


def leaf(page: int) -> int:
    """The page of a list or a PDF that the visitor has turned to.

    Args:
        page: where they began.
    """
    number: int = st.session_state.get(leaf_key(), page)
    return number


def keep(wanted: Wanted) -> None:
    """Show this from now on, and say so in the address."""
    st.session_state[_WANTED] = wanted
    address.write(_PAGE, write_link(wanted))


def open_state(key: str) -> None:
    """Open the card of the state that a widget names."""
    code: str | None = st.session_state.get(key)
    if code:
        keep(Wanted(state=code))
