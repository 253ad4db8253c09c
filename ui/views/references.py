"""Citations of a tool's page -> the list of its sources, and each citation to be opened at its mark.

A page writes its claims with `marked` inside `st.container(key="tool")` and ends with `show`. A mark is
a plain link: the style sheet opens the citation whose id is in the address, as in the conversation.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from assistant.freshness import is_overdue
from assistant.types import Citation, Claim, Source
from assistant.wording import Wording
from ui.answer_text import source_anchor, source_dates
from ui.escaping import escape_inline, highlight
from ui.views import in_library
from ui.wording import TIERS, PageWording

__all__ = ["marked", "marks", "show"]

_STYLE = Path(__file__).resolve().parent.parent / "assets" / "tools.css"
_GLUE = "\u00a0"  # a mark stays on the line of the words that it belongs to
_NOWHERE = "#closed"  # no element has this id, so following it closes the citation and moves nothing


def marked(claim: Claim) -> str:
    """A claim as Markdown on one line, its marks after it."""
    return escape_inline(claim.text) + marks(claim)


def marks(claim: Claim) -> str:
    """The marks of a claim as Markdown links."""
    return "".join(f"{_GLUE}[{number}](#{source_anchor(0, number)})" for number in claim.citations)


def show(citations: Sequence[Citation]) -> None:
    """The sources, each once with the numbers of its citations; and the citations, closed."""
    st.html(_STYLE)
    if not citations:
        return
    with st.container(key="tool-sources"):
        st.markdown(f"**{PageWording.SOURCES}**")
        st.markdown("\n".join(_entry(source, numbers) for source, numbers in _by_source(citations)))
    for citation in citations:
        _panel(citation)


def _by_source(citations: Sequence[Citation]) -> list[tuple[Citation, list[int]]]:
    """Each source by its first citation, with the numbers of all."""
    first: dict[str, Citation] = {}
    numbers: dict[str, list[int]] = {}
    for citation in citations:
        first.setdefault(citation.source.id, citation)
        numbers.setdefault(citation.source.id, []).append(citation.number)
    return [(citation, numbers[id]) for id, citation in first.items()]


def _entry(citation: Citation, numbers: Sequence[int]) -> str:
    source = citation.source
    name = f"{source.publisher}: {source.title}" if source.publisher else source.title
    opened = ", ".join(f"[{number}](#{source_anchor(0, number)})" for number in numbers)
    dated = source_dates(citation, PageWording.AS_OF, "", PageWording.DATE_UNKNOWN)
    return f"- {opened} {escape_inline(name)} :small[:gray[{escape_inline(dated)}]]"


def _panel(citation: Citation) -> None:
    source = citation.source
    anchor = source_anchor(0, citation.number)
    with st.container(key=f"panel-{anchor}", border=True, gap="small"):
        name = escape_inline(source.publisher or citation.title)
        st.subheader(f"{citation.number}. {name}", anchor=anchor)
        st.markdown("\n\n".join(_lines(citation, source)))
        in_library.show(citation)


def _lines(citation: Citation, source: Source) -> list[str]:
    title, tier = escape_inline(source.title or citation.title), escape_inline(TIERS[source.tier])
    where = " › ".join(escape_inline(part) for part in (citation.title, citation.section) if part)
    return [
        f"[{PageWording.CLOSE}]({_NOWHERE})",
        title,
        f":gray-badge[{tier}] :small[{escape_inline(_dates(citation))}]",
        f":small[:gray[{PageWording.FOUND_IN}: {where}]]",
        highlight(citation.passage, citation.quote),
        _original(source),
    ]


def _dates(citation: Citation) -> str:
    said = source_dates(citation, PageWording.AS_OF, PageWording.REVIEWED, PageWording.DATE_UNKNOWN)
    if is_overdue(citation.source, date.today()):
        said = f"{said}. {Wording.CHECK_WITH.format(who=citation.source.publisher)}"
    return said


def _original(source: Source) -> str:
    if not source.url.startswith(("https://", "http://")):
        return f":small[:gray[{PageWording.YOUR_FILE}]]"
    address = source.url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f":material/open_in_new: [{PageWording.OPEN_ORIGINAL}](<{address}>)"
