"""A state's card -> compact groups of cited facts, and the ways to go on from there."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.comparison import is_repeated
from assistant.retrieval.passages import Passages
from ui.answer_text import date_words
from ui.escaping import escape_inline
from ui.library.link import Wanted, document_link
from ui.library.state_card import Fact, StateCard, every_cited
from ui.navigation import page_of
from ui.views import references
from ui.views.library_parts import asks, send
from ui.wording_library import GROUPS, CardWords, DocumentWords

__all__ = ["show"]


def show(card: StateCard, passages: Passages) -> None:
    """The card, with what changes on top and its sources below."""
    notes = footnotes(every_cited(card), passages)
    st.title(CardWords.TITLE.format(name=escape_inline(card.name)), anchor=False)
    st.markdown(f":small[:gray[{CardWords.REVIEWED.format(date=date_words(card.reviewed))}]]")
    send(Wanted(state=card.code))
    _notice(CardWords.PENDING, card.pending, notes, ":material/update:")
    _notice(CardWords.ALERT, card.alerts, notes, ":material/warning:")
    st.markdown(_sentences(card.overview, notes))
    _go_on(card)
    with st.container(key="library-card"):
        for group, facts in card.groups:
            _group(GROUPS[group], facts, card, notes)
        _board(card, notes)
    asks([question.format(name=card.name) for question in DocumentWords.ASK_STATE], card.code)
    references.show(notes.citations)


def _notice(heading: str, lines: tuple[Cited, ...], notes: Footnotes, icon: str) -> None:
    if lines:
        st.warning(f"**{heading}.** {_sentences(lines, notes)}", icon=icon)


def _sentences(lines: tuple[Cited, ...], notes: Footnotes) -> str:
    return " ".join(references.marked(notes.claim(cited)) for cited in lines)


def _group(heading: str, facts: tuple[Fact, ...], card: StateCard, notes: Footnotes) -> None:
    with st.container(border=True, key=f"library-group-{facts[0].field}"):
        st.header(heading, anchor=False)
        for fact in facts:
            st.markdown(_fact(fact, card, notes))


def _fact(fact: Fact, card: StateCard, notes: Footnotes) -> str:
    """A field: its label, its value in bold where there is one, and what the short value leaves out."""
    lines = [f":small[:gray[{escape_inline(fact.label)}]]"]
    cell = fact.cell
    if not cell.says:
        return "  \n".join((*lines, _unknown(card)))
    if cell.short:
        claim = notes.claim(cell.short)
        marks = "" if is_repeated(cell, cell.short) else references.marks(claim)
        lines.append(f"**{escape_inline(claim.text)}**{marks}")
    rest = cell.says[1:] if cell.brief else cell.says
    size = ":small[{}]" if cell.short else "{}"
    lines += [size.format(references.marked(notes.claim(cited))) for cited in (*rest, *cell.disputes)]
    return "  \n".join(lines)


def _unknown(card: StateCard) -> str:
    said = escape_inline(CardWords.UNKNOWN.format(whom=card.ask))
    return f":gray[{said}]" + (f": {_site(card)}" if card.site else ":gray[.]")


def _site(card: StateCard) -> str:
    return f"[{escape_inline(card.site)}](<https://{quote(card.site, safe='/')}>)"


def _board(card: StateCard, notes: Footnotes) -> None:
    with st.container(border=True, key="library-board"):
        st.header(CardWords.BOARD, anchor=False)
        st.markdown(_sentences(card.board, notes) or escape_inline(CardWords.UNKNOWN.format(whom=card.ask)))
        if card.site:
            st.link_button(
                CardWords.OPEN_BOARD, f"https://{quote(card.site, safe='/')}", icon=":material/open_in_new:"
            )


def _go_on(card: StateCard) -> None:
    ways: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
        ("plan", CardWords.PLAN, ":material/checklist:", {"goal": "become", "state": card.code}),
        ("plan", CardWords.RENEW, ":material/autorenew:", {"goal": "renew", "state": card.code}),
        ("programs", CardWords.PROGRAMS, ":material/school:", {"near": card.code}),
        ("moving", CardWords.MOVING, ":material/local_shipping:", {"to": card.code}),
        ("compare", CardWords.COMPARE, ":material/table_chart:", {"kind": "state", "a": card.code}),
        ("library", CardWords.WHOLE, ":material/menu_book:", document_link(card.document)),
    )
    with st.container(key="library-ways", horizontal=True, gap="small"):
        for page, words, icon, parameters in ways:
            label = words.format(name=card.name)
            st.page_link(page_of(page), label=escape_inline(label), icon=icon, query_params=dict(parameters))
