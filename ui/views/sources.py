"""The sources of one answer: a list, and each source with its quote marked in its passage.

A mark in the text is a plain link to a source's id. The style sheet shows the source whose id is in
the address (`:target`), beside the text on a wide screen and above the input on a phone: no rerun,
no script, and the back button closes it. A browser that cannot do that shows all sources in full.
"""

from __future__ import annotations

from datetime import date
from textwrap import shorten

import streamlit as st

from assistant.freshness import is_overdue
from assistant.types import Answer, Citation
from assistant.wording import Wording
from ui.answer_text import source_anchor, source_dates
from ui.escaping import escape, escape_inline, highlight
from ui.views import in_library
from ui.wording import TIERS, PageWording

__all__ = ["show"]

_TITLE_LENGTH = 58  # characters; two short lines in the list, the whole title in the source itself
_NOWHERE = "#closed"  # no element has this id, so following it closes the source and moves nothing


def show(answer: Answer, turn: int) -> None:
    """The list of sources, and each source to be opened."""
    if not answer.citations:
        return
    with st.container(key=f"sources-{turn}", gap="small"):
        st.markdown(f"**{PageWording.SOURCES}**")
        st.markdown("\n".join(_entry(citation, turn) for citation in answer.citations))
    for citation in answer.citations:
        _source(citation, turn)


def _entry(citation: Citation, turn: int) -> str:
    anchor = source_anchor(turn, citation.number)
    name = escape_inline(citation.source.publisher or citation.title)
    title = shorten(citation.source.title or citation.title, _TITLE_LENGTH, placeholder="…")
    dated = source_dates(citation, PageWording.AS_OF, "", PageWording.DATE_UNKNOWN)
    return (
        f"{citation.number}. [{name}](#{anchor})  \n"
        f"   :small[:gray[{escape_inline(title)}, {escape_inline(dated)}]]"
    )


def _source(citation: Citation, turn: int) -> None:
    source = citation.source
    anchor = source_anchor(turn, citation.number)
    with st.container(key=f"panel-{anchor}", border=True, gap="small"):
        st.markdown(f"[{PageWording.CLOSE}]({_NOWHERE})")
        name = escape_inline(source.publisher or citation.title)
        st.subheader(f"{citation.number}. {name}", anchor=anchor)
        st.markdown(escape_inline(source.title or citation.title))
        st.markdown(f":gray-badge[{escape_inline(TIERS[source.tier])}] :small[{_dates(citation)}]")
        st.caption(f"{PageWording.FOUND_IN}: {_place(citation)}")
        st.markdown(highlight(citation.passage, citation.quote))
        in_library.show(citation)
        if _is_web_address(source.url):
            st.link_button(PageWording.OPEN_ORIGINAL, source.url, icon=":material/open_in_new:")
        else:
            st.caption(PageWording.YOUR_FILE)


def _dates(citation: Citation) -> str:
    said = source_dates(citation, PageWording.AS_OF, PageWording.REVIEWED, PageWording.DATE_UNKNOWN)
    if is_overdue(citation.source, date.today()):
        said = f"{said}. {Wording.CHECK_WITH.format(who=citation.source.publisher)}"
    return escape_inline(said)


def _place(citation: Citation) -> str:
    page = PageWording.PAGE.format(page=citation.page) if citation.page else ""
    return " › ".join(escape(part) for part in (citation.title, citation.section, page) if part)


def _is_web_address(url: str) -> bool:
    return url.startswith(("https://", "http://"))
