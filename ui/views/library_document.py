"""A document -> a page to be read: headings, sentences with marks, its sources, and questions to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from assistant.answering.places import place_name
from assistant.guidance.records import Record
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.types import Claim
from assistant.wording_compare import ASK, LABELS
from ui.answer_text import date_words
from ui.escaping import escape_inline
from ui.library.catalog import Entry
from ui.library.link import Wanted, anchor_of, write_link
from ui.library.text import Part, Section, document_text, numbered
from ui.navigation import page_of
from ui.views import bibliography, frame, references
from ui.views.library_parts import ASK_ANCHOR, asks, badges, send
from ui.wording_library import DocumentWords

__all__ = ["blocks", "show"]

_FEW = 4  # headings that need no list of their own


def show(entry: Entry, passages: Passages, shelf: Shelf, heading: str = "") -> None:
    """The document, from its title to its sources.

    Args:
        entry: the document.
        passages: of its index.
        shelf: the records of that index.
        heading: the anchor of the heading to begin at; "" begins at the top.
    """
    text = document_text(passages.chunks_of_document(entry.id))
    with st.container(key="library-document"):
        st.title(escape_inline(entry.title), anchor=False)
        st.markdown(_about(entry, len(text.sources)))
        send(Wanted(document=entry.id))
        if entry.kind == "record" and entry.shelf == "states" and entry.state:
            label = DocumentWords.RULES.format(name=place_name(entry.state))
            link = write_link(Wanted(state=entry.state))
            st.page_link(page_of("library"), label=label, icon=":material/map:", query_params=link)
        _contents([section.heading for section in text.sections if section.heading])
        for number, section in enumerate(text.sections):
            _section(section, f"library-section-{number}")
        if entry.shelf == "states" and entry.state:
            _unknown(shelf.place(entry.state))
        asks(_questions(entry, text.sections), entry.state)
    own = DocumentWords.SAYS_ITSELF if entry.kind in ("guide", "record") else DocumentWords.OWN
    bibliography.show(numbered(text.sources, passages.sources()), DocumentWords.SOURCES, own)
    _begin_at(text.sections, heading)


def blocks(parts: Iterable[Part]) -> str:
    """Paragraphs, lists and tables as Markdown."""
    return "\n\n".join(_block(part) for part in parts)


def _about(entry: Entry, sources: int) -> str:
    counted = DocumentWords.ONE_SOURCE if sources == 1 else DocumentWords.MANY_SOURCES.format(count=sources)
    said = [f":small[[{counted}](#sources)]"] if sources else []
    if entry.reviewed:
        said.append(f":small[{DocumentWords.REVIEWED.format(date=date_words(entry.reviewed))}]")
    said.append(f":small[[{DocumentWords.ASK}](#{ASK_ANCHOR})]")
    return " · ".join([badges(entry), *said])


def _contents(headings: Sequence[str]) -> None:
    if len(headings) <= _FEW:
        return
    with st.expander(DocumentWords.ON_THIS_PAGE, icon=":material/toc:"):
        st.markdown("\n".join(f"- [{escape_inline(heading)}](#{anchor_of(heading)})" for heading in headings))


def _section(section: Section, key: str) -> None:
    with st.container(key=key, gap="small"):
        if section.heading:
            st.header(escape_inline(section.heading), anchor=anchor_of(section.heading))
        elif section.page:
            st.header(DocumentWords.PAGE.format(page=section.page), anchor=f"page-{section.page}")
        st.markdown(blocks(section.parts))


def _unknown(record: Record | None) -> None:
    """What was looked for in vain, and whom to ask: an open question is no "no"."""
    missing = [LABELS[record.kind][unknown.field] for unknown in record.unknown] if record else []
    if record and missing:
        st.header(DocumentWords.UNKNOWN, anchor="unknown")
        whom = ASK["state"].format(name=record.name)
        st.markdown(DocumentWords.UNKNOWN_LINE.format(whom=escape_inline(whom[:1].upper() + whom[1:])))
        st.markdown("\n".join(f"- {escape_inline(label)}" for label in missing))


def _begin_at(sections: Sequence[Section], heading: str) -> None:
    """Scroll to the section that the address names."""
    for number, section in enumerate(sections):
        if heading and anchor_of(section.heading) == heading:
            frame.scroll_to(f"library-section-{number}")


def _block(part: Part) -> str:
    if part.shape == "table":
        return _table(part)
    items = [_claims(cells[0]) for cells in part.items]
    if part.shape == "paragraph":
        return items[0]
    signs = (f"{number}." if part.shape == "steps" else "-" for number in range(1, len(items) + 1))
    return "\n".join(f"{sign} {item}" for sign, item in zip(signs, items, strict=True))


def _claims(claims: Iterable[Claim]) -> str:
    return " ".join(references.marked(claim) for claim in claims)


def _table(part: Part) -> str:
    width = max(len(row) for row in part.items)
    rows = [_row([*(_claims(cell) for cell in row), *[""] * (width - len(row))]) for row in part.items]
    head = rows[:1] if part.has_header else [_row([""] * width)]
    return "\n".join([*head, _row(["---"] * width), *rows[part.has_header :]])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _questions(entry: Entry, sections: Sequence[Section]) -> list[str]:
    if entry.shelf == "states" and entry.state:
        return [question.format(name=place_name(entry.state)) for question in DocumentWords.ASK_STATE]
    asked = [heading for heading in entry.headings if heading.endswith("?")]
    return asked[:3] or [DocumentWords.ASK_TITLE.format(title=entry.title)]
