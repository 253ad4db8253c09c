"""The library's first page: search and filters, then the shelves or what was chosen and found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import Filters
from assistant.settings import read_settings
from assistant.types import Passage
from ui import library_session
from ui.escaping import escape_inline
from ui.library.catalog import Catalog, search_topic
from ui.library.findings import findings, to_the_point
from ui.library.link import LONGEST, Wanted
from ui.library.shelves import READERS
from ui.library_session import READER, SEARCH, STATE, TOPIC
from ui.navigation import page_of
from ui.resources import shared_assistant
from ui.views import frame, library_list, library_shelves
from ui.wording_library import READER_NAMES, SHELF_WORDS, LibraryWords

__all__ = ["show"]

_MOST_FOUND = 80  # passages; some three pages of documents


def show(before: Wanted, catalog: Catalog, passages: Passages) -> None:
    """The page.

    Args:
        before: what was wanted up to now; the widgets may want something else.
        catalog: of the index.
        passages: of the same index.
    """
    st.title(LibraryWords.TITLE, anchor=False)
    st.markdown(LibraryWords.INTRO)
    wanted = _filters(catalog)
    if wanted == replace(before, page=1, notes=()):
        wanted = replace(wanted, page=library_session.leaf(before.page))
    else:
        library_session.turn_over()
    library_session.keep(wanted)
    if wanted.view == "state":
        st.rerun()  # a state and nothing else is its card, which has a page to itself
    if wanted.view == "shelves":
        library_shelves.show(catalog)
    elif wanted.search:
        _found(wanted, catalog, passages)
    else:
        _chosen(wanted, catalog)
    if wanted.view == "list" and wanted.page != before.page:
        frame.scroll_to(library_list.cards_key(wanted.page))  # the next cards are read from the top


def _filters(catalog: Catalog) -> Wanted:
    with st.container(key="library-filters"):
        typed, pressed = st.columns((5, 1), vertical_alignment="bottom")
        search = typed.text_input(
            LibraryWords.SEARCH,
            key=SEARCH,
            max_chars=LONGEST,
            placeholder=LibraryWords.SEARCH_HINT,
            icon=":material/search:",
        )
        pressed.button(LibraryWords.FIND, type="primary", width="stretch")
        first, second, third = st.columns(3)
        topic = first.selectbox(LibraryWords.TOPIC, _topics(catalog), format_func=_topic_name, key=TOPIC)
        states = ["", *sorted(JURISDICTIONS, key=place_name)]
        state = second.selectbox(LibraryWords.STATE, states, format_func=_state_name, key=STATE)
        reader = third.selectbox(LibraryWords.READER, ["", *READERS], format_func=_reader_name, key=READER)
    return Wanted(search=" ".join(search.split()), topic=topic, state=state, reader=reader)


def _topics(catalog: Catalog) -> list[str]:
    """The topics to choose from, with the one that the address names."""
    named = st.session_state.get(TOPIC, "")
    return ["", *catalog.topics, *((named,) if named and named not in catalog.topics else ())]


def _topic_name(topic: str) -> str:
    if not topic:
        return LibraryWords.ANY_TOPIC
    return SHELF_WORDS[topic][1] if topic in SHELF_WORDS else topic[:1].upper() + topic[1:]


def _state_name(code: str) -> str:
    return place_name(code, start_of_sentence=True) if code else LibraryWords.ANY_STATE


def _reader_name(reader: str) -> str:
    return READER_NAMES.get(reader, LibraryWords.ANY_READER)


def _found(wanted: Wanted, catalog: Catalog, passages: Passages) -> None:
    """What a search finds among the chosen documents."""
    among = {entry.id for entry in catalog.chosen(wanted.topic, wanted.state, wanted.reader)}
    near = _passages(wanted)
    found = findings(wanted.search, near, catalog, among, _closeness(wanted.search, near, passages))
    counted = _counted(len(found), LibraryWords.ONE_FOUND, LibraryWords.MANY_FOUND)
    search = escape_inline(wanted.search)
    st.header(LibraryWords.BEST_FIRST.format(found=counted, search=search), anchor=False)
    if not found:
        _nothing()
    library_list.show_findings(found, passages.sources(), wanted.page)
    library_list.leaf(len(found), wanted.page)


def _passages(wanted: Wanted) -> tuple[Passage, ...]:
    filters = Filters(jurisdiction=wanted.state or None, topic=search_topic(wanted.topic))
    _, found, _ = shared_assistant(read_settings()).search(wanted.search, k=_MOST_FOUND, filters=filters)
    return to_the_point(wanted.search, found)


def _closeness(search: str, found: Sequence[Passage], passages: Passages) -> dict[str, list[float]]:
    """Chunk id -> cosine of each of its sentences to the search."""
    vector = shared_assistant(read_settings()).index().encoder.encode_one(search)
    sentences = passages.sentence_vectors([passage.chunk.id for passage in found])
    return {id: (vectors @ vector).tolist() for id, vectors in sentences.items()}


def _chosen(wanted: Wanted, catalog: Catalog) -> None:
    entries = catalog.chosen(wanted.topic, wanted.state, wanted.reader)
    st.header(_counted(len(entries), LibraryWords.ONE, LibraryWords.MANY), anchor=False)
    if not entries:
        _nothing()
    library_list.show_entries(entries, wanted.page)
    library_list.leaf(len(entries), wanted.page)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


def _nothing() -> None:
    st.markdown(LibraryWords.NOTHING)
    st.page_link(page_of("library"), label=LibraryWords.CLEAR, icon=":material/filter_alt_off:")
