"""The shelves of the library: a way in by topic, with what stands on each."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from assistant.retrieval.retriever import HANDBOOK
from ui.library.catalog import Catalog
from ui.library.link import Wanted, document_link, write_link
from ui.library.shelves import SHELVES
from ui.navigation import page_of
from ui.wording_library import SHELF_WORDS, LibraryWords

__all__ = ["show"]

_ACROSS = 3


def show(catalog: Catalog) -> None:
    """One card a shelf, and what changed lately."""
    counts = Counter(entry.shelf for entry in catalog.entries.values())
    shelves = [shelf for shelf in SHELVES if counts[shelf]]
    st.header(LibraryWords.TOPICS, anchor=False)
    with st.container(key="library-shelves"):
        for start in range(0, len(shelves) + 1, _ACROSS):
            for shelf, column in zip(
                [*shelves, ""][start : start + _ACROSS], st.columns(_ACROSS), strict=False
            ):
                with column.container(
                    border=True, height="stretch", gap=None, key=f"library-shelf-{shelf or 'news'}"
                ):
                    _card(shelf, counts[shelf])


def _card(shelf: str, count: int) -> None:
    """A shelf; "" is what changed lately."""
    icon, name, line = SHELF_WORDS.get(
        shelf, (":material/update:", LibraryWords.NEWS, LibraryWords.NEWS_HINT)
    )
    wanted = (
        document_link(HANDBOOK) if shelf == HANDBOOK else write_link(Wanted(topic=shelf, changes=not shelf))
    )
    st.page_link(page_of("library"), label=name, icon=icon, query_params=wanted)
    counted = LibraryWords.ONE if count == 1 else LibraryWords.MANY.format(count=count)
    st.caption(f"{line}  \n{counted}" if count > 1 else line)
