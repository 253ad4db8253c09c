"""Documents that were chosen or found -> cards, a page of them at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st

from assistant.types import Source
from ui import library_session
from ui.answer_text import date_words
from ui.escaping import escape_inline
from ui.library.catalog import Entry
from ui.library.findings import Excerpt, Finding
from ui.library.link import document_link
from ui.navigation import page_of
from ui.views.library_parts import badges, open_document
from ui.wording import PageWording
from ui.wording_library import LibraryWords

__all__ = ["A_PAGE", "cards_key", "leaf", "on_page", "show_entries", "show_findings"]

A_PAGE = 12  # cards; two columns of six
_Item = TypeVar("_Item")
_HEADINGS = 3  # named on a card
_SOURCES = 2  # named below a sentence; its page names all


def show_entries(entries: Sequence[Entry], page: int) -> None:
    """Documents as cards, two beside each other where there is room.

    Args:
        entries: all that were chosen.
        page: which dozen of them, from 1.
    """
    here = on_page(entries, page)
    with st.container(key=cards_key(page)):
        for start in range(0, len(here), 2):
            for entry, column in zip(here[start : start + 2], st.columns(2), strict=False):
                with column:
                    _card(entry)


def show_findings(found: Sequence[Finding], sources: Mapping[str, Source], page: int) -> None:
    """What a search found, one below the other, each with its best sentences and their sources.

    Args:
        found: the best first.
        sources: by id.
        page: which dozen of them, from 1.
    """
    with st.container(key=cards_key(page)):
        for finding in on_page(found, page):
            with st.container(border=True, gap="small", key=f"library-found-{_key(finding.entry.id)}"):
                open_document(finding.entry)
                st.markdown(badges(finding.entry))
                for place, excerpt in enumerate(finding.excerpts):
                    _excerpt(finding.entry, excerpt, sources, place)


def cards_key(page: int) -> str:
    """The key of the cards of one page of a list."""
    return f"library-cards-{page}"


def leaf(count: int, page: int) -> None:
    """The choice of a page below a list; nothing below a short one.

    Args:
        count: cards in all.
        page: the one that is shown.
    """
    pages = _pages(count)
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, default=min(page, pages), key=library_session.leaf_key())


def on_page(items: Sequence[_Item], page: int) -> Sequence[_Item]:
    """The items of one page, from 1; a page beyond the last one is the last one."""
    start = A_PAGE * (min(page, _pages(len(items))) - 1)
    return items[start : start + A_PAGE]


def _pages(count: int) -> int:
    return max(1, -(-count // A_PAGE))


def _card(entry: Entry) -> None:
    with st.container(border=True, height="stretch", gap="xsmall", key=f"library-entry-{_key(entry.id)}"):
        open_document(entry)
        st.markdown(f"{badges(entry)} {_checked(entry)}")
        if entry.headings:
            questions = any(heading.endswith("?") for heading in entry.headings)
            st.caption(f"{LibraryWords.ANSWERS if questions else LibraryWords.COVERS} {_named(entry)}")


def _checked(entry: Entry) -> str:
    day = LibraryWords.CHECKED.format(date=date_words(entry.reviewed)) if entry.reviewed else ""
    return f":small[:gray[{day}]]" if day else ""


def _named(entry: Entry) -> str:
    named = " · ".join(escape_inline(heading) for heading in entry.headings[:_HEADINGS])
    more = len(entry.headings) - _HEADINGS
    return f"{named} {LibraryWords.AND_MORE.format(count=more)}" if more > 0 else named


def _excerpt(entry: Entry, excerpt: Excerpt, sources: Mapping[str, Source], place: int) -> None:
    with st.container(key=f"library-excerpt-{_key(entry.id)}-{place}", gap=None):
        where = excerpt.heading or (PageWording.PAGE.format(page=excerpt.page) if excerpt.page else "")
        if where:
            st.page_link(
                page_of("library"),
                label=escape_inline(where),
                icon=":material/subdirectory_arrow_right:",
                query_params=document_link(entry.id, excerpt.page, excerpt.heading),
            )
        st.markdown(escape_inline(excerpt.text))
        named = dict.fromkeys(_source(sources[id]) for id in excerpt.sources if id in sources)
        st.caption(escape_inline("; ".join(list(named)[:_SOURCES])))


def _source(source: Source) -> str:
    known = source.as_of not in ("", "unknown")
    dated = PageWording.AS_OF.format(date=date_words(source.as_of)) if known else PageWording.DATE_UNKNOWN
    return f"{source.publisher or source.title}, {dated}"


def _key(id: str) -> str:
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in id)
