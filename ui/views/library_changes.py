"""What changed lately: rule changes under way by state, and the newest sources."""

from __future__ import annotations

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.retrieval.passages import Passages
from ui.answer_text import date_words
from ui.escaping import escape_inline
from ui.library.changes import Changes, NewSource, StateChanges
from ui.library.link import Wanted, write_link
from ui.navigation import page_of
from ui.views import bibliography, references
from ui.views.library_parts import open_document
from ui.wording import TIERS
from ui.wording_library import ChangesWords

__all__ = ["show"]


def show(changes: Changes, passages: Passages) -> None:
    """The page, from top to bottom."""
    notes = footnotes((cited for state in changes.states for cited in state.changes), passages)
    st.title(ChangesWords.TITLE, anchor=False)
    st.markdown(ChangesWords.INTRO)
    if changes.reviewed:
        st.markdown(ChangesWords.REVIEWED.format(date=date_words(changes.reviewed)))
    if changes.states:
        st.header(ChangesWords.PENDING, anchor="changing")
        st.markdown(ChangesWords.PENDING_HINT.format(count=len(changes.states)))
        for state in changes.states:
            _state(state, notes)
    if changes.new:
        st.header(ChangesWords.NEW, anchor="newest")
        st.markdown(ChangesWords.NEW_HINT)
        for new in changes.new:
            _new(new)
    references.show(notes.citations)


def _state(state: StateChanges, notes: Footnotes) -> None:
    with st.container(border=True, key=f"library-change-{state.code}", gap="small"):
        link = write_link(Wanted(state=state.code))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                page_of("library"), label=escape_inline(state.name), icon=":material/map:", query_params=link
            )
            st.caption(ChangesWords.CHECKED.format(date=date_words(state.reviewed)), width="content")
        st.markdown("\n".join(f"- {references.marked(notes.claim(cited))}" for cited in state.changes))


def _new(new: NewSource) -> None:
    """A source with its date and link, and the pages that rest on it."""
    source = new.source
    name = f"{source.publisher}: {source.title}" if source.publisher else source.title
    with st.container(key=f"library-new-{source.id}", gap=None):
        linked = bibliography.original(source, escape_inline(name)) or escape_inline(name)
        st.markdown(
            f"**{date_words(source.as_of)}**  \n{linked} :gray-badge[{escape_inline(TIERS[source.tier])}]"
        )
        few = new.uses == len(new.used_in)
        st.caption(ChangesWords.USED_IN if few else ChangesWords.USED_IN_MANY.format(count=new.uses))
        with st.container(horizontal=True, gap="small"):
            for entry in new.used_in:
                open_document(entry)
