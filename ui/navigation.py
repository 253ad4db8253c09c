"""The pages of TechPath -> Streamlit's navigation. A page's module is loaded when it is opened."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.wording import PAGES

__all__ = ["navigation"]


@dataclass(frozen=True, slots=True)
class _Page:
    name: str  # of the module in ui/pages, and of its words in PAGES
    address: str  # in the browser's address line; "" is the first page
    icon: str


_PAGES = (_Page("ask", "", ":material/forum:"),)


def navigation() -> StreamlitPage:
    """The page that the address names, ready to run."""
    return st.navigation([_streamlit_page(page) for page in _PAGES], position="top")


def _streamlit_page(page: _Page) -> StreamlitPage:
    first = not page.address
    address = None if first else page.address
    return st.Page(
        _opener(page.name), title=PAGES[page.name], icon=page.icon, url_path=address, default=first
    )


def _opener(name: str) -> Callable[[], None]:
    def show() -> None:
        importlib.import_module(f"ui.pages.{name}").show()

    show.__name__ = name  # Streamlit names the page after it
    return show
