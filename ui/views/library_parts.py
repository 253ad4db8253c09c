"""What several pages of the library share: badges, links to documents, questions to ask."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from assistant.answering.places import place_name
from ui.address import base_address
from ui.escaping import escape_inline
from ui.library.catalog import Entry
from ui.library.link import Wanted, document_link, write_link
from ui.navigation import page_of
from ui.views import link
from ui.wording_library import KINDS, SHELF_WORDS, DocumentWords

__all__ = ["ASK_ANCHOR", "asks", "badges", "open_document", "send"]


ASK_ANCHOR = "ask-about-this"


def badges(entry: Entry) -> str:
    """What a document is, and of which place, as Markdown."""
    shelf = SHELF_WORDS[entry.shelf][1]
    place = f" :blue-badge[{escape_inline(place_name(entry.state))}]" if entry.state else ""
    return f":gray-badge[{KINDS[entry.kind]}] :gray-badge[{escape_inline(shelf)}]{place}"


def open_document(entry: Entry) -> None:
    """A link to a document of the library."""
    label, icon = escape_inline(entry.title), SHELF_WORDS[entry.shelf][0]
    st.page_link(page_of("library"), label=label, icon=icon, query_params=document_link(entry.id))


def asks(questions: Sequence[str], state: str | None = None) -> None:
    """Questions that open the page Ask and are answered there.

    Args:
        questions: whole questions.
        state: two-letter code that the answers assume.
    """
    with st.container(key="library-asks", gap="small"):
        st.header(DocumentWords.ASK, anchor=ASK_ANCHOR)
        for question in questions:
            given = {"ask": question, **({"state": state} if state else {})}
            st.page_link(
                page_of(""), label=escape_inline(question), icon=":material/forum:", query_params=given
            )


def send(wanted: Wanted) -> None:
    """The address of a page of the library, to be handed on, and its code for a handout."""
    address = f"{base_address()}/library?{urlencode(write_link(wanted), safe='/')}"
    with st.container(horizontal=True, gap="small", key="library-send"):
        with st.popover(DocumentWords.SEND, icon=":material/send:", type="tertiary", key="library-address"):
            st.markdown(DocumentWords.SEND_HINT)
            st.code(address, language=None, wrap_lines=True)
        link.show_qr(address, "library")
