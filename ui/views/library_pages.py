"""A PDF -> one page of it: its picture beside its text, the way to the others, and the file itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

import streamlit as st

from assistant.errors import DocumentError
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import HANDBOOK
from assistant.settings import read_settings
from assistant.types import Chunk
from ui import library_session
from ui.escaping import escape_inline
from ui.library.catalog import Entry
from ui.library.handbook import DOWNLOAD, FILE, Handbook, open_handbook
from ui.library.link import Wanted, document_link
from ui.library.text import document_text, numbered
from ui.navigation import page_of
from ui.views import bibliography
from ui.views.library_document import blocks
from ui.views.library_parts import badges
from ui.wording_library import DocumentWords, HandbookWords

__all__ = ["show"]

_NUMBER_WIDTH = 140  # pixels; with both arrows beside it on a phone
_log = logging.getLogger("techpath.ui")


def show(entry: Entry, passages: Passages, page: int) -> None:
    """One page of a PDF: the one that the visitor has turned to.

    Args:
        entry: the PDF.
        passages: of its index.
        page: where the visitor began.
    """
    st.title(escape_inline(entry.title), anchor=False)
    handbook = _handbook() if entry.id == HANDBOOK else None
    if entry.id == HANDBOOK:
        st.markdown(HandbookWords.INTRO.format(pages=entry.pages))
    else:
        st.markdown(badges(entry))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="library-leafing"):
        number = _leaf(entry, page)
        if handbook is not None:
            _file(number)
    chunks = [chunk for chunk in passages.chunks_of_document(entry.id) if chunk.page == number]
    with st.container(key="library-leaf"):
        _page(handbook, chunks, number, entry.id == HANDBOOK)
    text = document_text(chunks)
    if text.sources and entry.id != HANDBOOK:
        bibliography.show(
            numbered(text.sources, passages.sources()), DocumentWords.SOURCES, DocumentWords.OWN
        )


def _handbook() -> Handbook | None:
    try:
        return open_handbook(read_settings())
    except DocumentError:
        _log.exception("The handbook cannot be shown.")
        return None


def _leaf(entry: Entry, page: int) -> int:
    """The way to other pages -> the page that is wanted now."""
    last = max(entry.pages, 1)
    number = min(library_session.leaf(page), last)
    key = library_session.leaf_key()
    st.number_input(HandbookWords.PAGE, 1, last, value=number, step=1, key=key, width=_NUMBER_WIDTH)
    _turn(entry, number - 1, HandbookWords.BEFORE, ":material/chevron_left:")
    _turn(entry, number + 1, HandbookWords.AFTER, ":material/chevron_right:")
    library_session.keep(Wanted(document=entry.id, page=number))
    return number


def _turn(entry: Entry, number: int, words: str, icon: str) -> None:
    there = 1 <= number <= entry.pages
    st.page_link(
        page_of("library"),
        label=words,
        icon=icon,
        disabled=not there,
        query_params=document_link(entry.id, number if there else None),
    )


def _file(number: int) -> None:
    """The whole file: to open it at this page, or to keep it."""
    st.link_button(HandbookWords.OPEN, f"{FILE}#page={number}", icon=":material/open_in_new:")
    st.link_button(HandbookWords.DOWNLOAD, f"{FILE}?{DOWNLOAD}", icon=":material/download:")


def _page(handbook: Handbook | None, chunks: Sequence[Chunk], number: int, is_handbook: bool) -> None:
    text = "\n".join(chunk.text for chunk in chunks)
    if handbook is not None and handbook.is_page(number, text):
        picture, beside = st.columns((3, 2), gap="large")
        alt = escape_inline(HandbookWords.PICTURE.format(page=number))
        picture.markdown(f"![{alt}](handbook-page-{number}.png?v={handbook.edition})")
    else:
        beside = st.container()
        if is_handbook:
            st.info(HandbookWords.CHANGED if handbook else HandbookWords.NO_FILE, icon=":material/info:")
    with beside:
        st.header(HandbookWords.TEXT.format(page=number), anchor=False)
        st.markdown("\n\n".join(_lines(chunks)) or HandbookWords.NO_TEXT, anchors=False)


def _lines(chunks: Sequence[Chunk]) -> Iterator[str]:
    """A page's text as Markdown; each heading is the last of its path."""
    for section in document_text(chunks).sections:
        if section.heading:
            yield f"### {escape_inline(section.heading.split(' > ')[-1])}"
        yield blocks(section.parts)
