"""A citation -> the link that opens the cited document in the library, where the citation stands."""

from __future__ import annotations

import streamlit as st

from assistant.types import Citation
from ui.library.link import citation_link
from ui.navigation import page_of
from ui.wording_library import LibraryWords

__all__ = ["show"]


def show(citation: Citation) -> None:
    """The link; a document that has left the index since is told by the library."""
    page = citation.page
    words = LibraryWords.READ_PAGE.format(page=page) if page else LibraryWords.READ_HERE
    st.page_link(
        page_of("library"),
        label=words,
        icon=":material/local_library:",
        query_params=citation_link(citation),
    )
