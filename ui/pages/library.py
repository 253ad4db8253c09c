"""The library: all that answers are made of, to be browsed, searched, read and handed on."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.answering.places import place_name
from assistant.guidance.compare import choices
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from ui import library_session, tool_page
from ui.escaping import escape_inline
from ui.library.catalog import Catalog, catalog_of
from ui.library.changes import lately
from ui.library.link import Wanted
from ui.library.state_card import state_card
from ui.navigation import page_of
from ui.views import (
    frame,
    library_browse,
    library_changes,
    library_document,
    library_pages,
    library_state,
)
from ui.wording import PageWording
from ui.wording_library import CardWords, ChangesWords, LibraryWords

__all__ = ["show"]

_STYLE = Path(__file__).resolve().parent.parent / "assets" / "library.css"
_OTHER = "library-other-state"


def show() -> None:
    """The page, from top to bottom."""
    with st.container(key="tool"):
        heading = st.container()
        if not tool_page.guarded(_body):
            heading.title(LibraryWords.TITLE, anchor=False)
        st.caption(PageWording.DISCLAIMER)


def _body(shelf: Shelf, passages: Passages) -> None:
    st.html(_STYLE)
    catalog = catalog_of(passages)
    wanted = library_session.chosen(catalog, shelf)
    place = f"library-visit-{library_session.visit()}"
    with st.container(key=place):
        _show(wanted, catalog, shelf, passages)
    if library_session.has_gone_on() and not wanted.heading:
        frame.scroll_to(place)  # a link within the library would leave the reader where the last page ended


def _show(wanted: Wanted, catalog: Catalog, shelf: Shelf, passages: Passages) -> None:
    if wanted.view not in ("shelves", "list"):
        st.page_link(page_of("library"), label=LibraryWords.BACK, icon=":material/arrow_back:")
    for note in wanted.notes:
        st.info(escape_inline(note), icon=":material/info:")
    match wanted.view:
        case "document":
            entry = catalog.entries[wanted.document]
            _name(entry.title)
            if entry.kind == "pdf":
                library_pages.show(entry, passages, wanted.page)
            else:
                library_document.show(entry, passages, shelf, wanted.heading)
        case "changes":
            _name(ChangesWords.TITLE)
            library_changes.show(lately(shelf, catalog), passages)
        case "state":
            _state(wanted.state, shelf, passages)
        case _:
            _name(LibraryWords.TITLE)
            library_browse.show(wanted, catalog, passages)


def _state(code: str, shelf: Shelf, passages: Passages) -> None:
    """A state's card, and the way to another one."""
    record = shelf.place(code)
    assert record is not None, "read_link lets through only places with a record"
    _name(CardWords.TITLE.format(name=record.name))
    library_state.show(state_card(record), passages)
    names = {id: name for id, name in choices(shelf, "state").items() if id != code}
    st.selectbox(
        CardWords.OTHER,
        names,
        index=None,
        format_func=lambda id: place_name(id, start_of_sentence=True),
        key=_OTHER,
        placeholder=LibraryWords.PICK,
        on_change=library_session.open_state,
        args=(_OTHER,),
    )


def _name(title: str) -> None:
    """Name the browser's tab after what is shown, so that it can be found again."""
    st.set_page_config(page_title=f"{title} · {PageWording.NAME}")
