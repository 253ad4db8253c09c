"""The numbered sources of a page -> a full list of them, and each to be opened at its mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from assistant.freshness import is_overdue
from assistant.types import Source
from assistant.wording import Wording
from ui.answer_text import date_words, source_anchor
from ui.escaping import escape_inline
from ui.wording import TIERS, PageWording

__all__ = ["dates", "original", "show"]

_STYLE = Path(__file__).resolve().parent.parent / "assets" / "tools.css"
_NOWHERE = "#closed"  # no element has this id, so following it closes the source and moves nothing


def show(sources: Sequence[tuple[int, Source]], heading: str, note: str = "") -> None:
    """The list of sources, in full, and each one to be opened beside the text.

    Args:
        sources: each with its number.
        heading: above the list.
        note: what is said when there is none.
    """
    st.html(_STYLE)
    with st.container(key="tool-sources"):
        st.header(heading, anchor="sources")
        st.markdown("\n".join(_entry(number, source) for number, source in sources) or note)
    for number, source in sources:
        _panel(number, source)


def dates(source: Source) -> str:
    """When a source was true, when it was last compared, and whether it is due for another look."""
    known = source.as_of and source.as_of != "unknown"
    said = PageWording.AS_OF.format(date=date_words(source.as_of)) if known else PageWording.DATE_UNKNOWN
    if source.reviewed and source.reviewed != "unknown":
        said += f", {PageWording.REVIEWED.format(date=date_words(source.reviewed))}"
    if is_overdue(source, date.today()):
        said += f". {Wording.CHECK_WITH.format(who=source.publisher)}"
    return said


def original(source: Source, words: str) -> str:
    """A link to the source's own page, or that it has none, as Markdown."""
    if not source.url.startswith(("https://", "http://")):
        return f":gray[{PageWording.YOUR_FILE}]" if source.tier == "your-document" else ""
    address = source.url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f"[{words}](<{address}>)"


def _entry(number: int, source: Source) -> str:
    name = f"{source.publisher}: {source.title}" if source.publisher else source.title
    linked = original(source, escape_inline(name)) or escape_inline(name)
    about = escape_inline(f"{TIERS[source.tier]}, {dates(source)}")
    return f"{number}. {linked}  \n   :small[:gray[{about}]]"


def _panel(number: int, source: Source) -> None:
    anchor = source_anchor(0, number)
    with st.container(key=f"panel-{anchor}", border=True, gap="small"):
        st.subheader(f"{number}. {escape_inline(source.publisher or source.title)}", anchor=anchor)
        lines = [
            f"[{PageWording.CLOSE}]({_NOWHERE})",
            escape_inline(source.title),
            f":gray-badge[{escape_inline(TIERS[source.tier])}] :small[{escape_inline(dates(source))}]",
            original(source, f":material/open_in_new: {PageWording.OPEN_ORIGINAL}"),
        ]
        st.markdown("\n\n".join(line for line in lines if line))
