"""The pages of TechPath -> Streamlit's navigation. A page's module is loaded when it is opened."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.wording import PAGES, PageWording

__all__ = ["addresses", "navigation", "page_of"]


@dataclass(frozen=True, slots=True)
class _Page:
    name: str  # of the module in ui/pages, and of its words in PAGES
    address: str  # in the browser's address line; "" is the first page
    icon: str
    more: bool = False  # whether it stands in a menu of the bar and not in the bar itself


_PAGES = (
    _Page("ask", "", ":material/forum:"),
    _Page("specialty", "specialty", ":material/explore:"),
    _Page("plan", "plan", ":material/checklist:"),
    _Page("compare", "compare", ":material/table_chart:"),
    _Page("library", "library", ":material/local_library:"),
    _Page("links", "links", ":material/link:"),
    _Page("ladder", "ladder", ":material/stairs:", more=True),
    _Page("moving", "moving", ":material/local_shipping:", more=True),
    _Page("schools", "programs", ":material/school:", more=True),
    _Page("help", "help", ":material/help:", more=True),
)


def addresses() -> tuple[str, ...]:
    """The address of every page; "" is the first one's."""
    return tuple(page.address for page in _PAGES)


def navigation() -> StreamlitPage:
    """The page that the address names, ready to run."""
    sections: dict[str, list[StreamlitPage]] = {}
    for page in _PAGES:
        sections.setdefault(PageWording.MENU_MORE if page.more else "", []).append(_streamlit_page(page))
    return st.navigation(sections, position="top")


def page_of(address: str) -> StreamlitPage:
    """The page with this address, for a link to it; "" is the first one."""
    return next(_streamlit_page(page) for page in _PAGES if page.address == address)


def _streamlit_page(page: _Page) -> StreamlitPage:
    return st.Page(
        _opener(page.name),
        title=PAGES[page.name],
        icon=page.icon,
        url_path=page.address or None,
        default=not page.address,
    )


def _opener(name: str) -> Callable[[], None]:
    def show() -> None:
        if name != _PAGES[0].name:  # the browser's tab says where one is; the first page bears the name alone
            st.set_page_config(page_title=f"{PAGES[name]} · {PageWording.NAME}")
        importlib.import_module(f"ui.pages.{name}").show()

    show.__name__ = name  # Streamlit names the page after it
    return show
