"""Find a program: a ZIP code, city or state -> the schools listed near it, on a list and a small map."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.schools import FARTHEST, Found, School, every_line, find_schools, headline
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.wording_schools import NOTES, SchoolWording
from ui import address, session, tool_page
from ui.escaping import escape_inline
from ui.schools_link import LONGEST, read_link, write_link
from ui.views import references
from ui.views.school_map import MOST_NUMBERED, show_map
from ui.wording_schools import SchoolWords

__all__ = ["show"]

_PAGE = "programs"
_NEAR, _MILES = "programs-near", "programs-miles"
_NOTES = "programs-notes"  # what of the address could not be used
_MOST_LISTED = 20  # schools before the rest is folded away
_RING = 20  # miles: the step of the outer ring around the nearest schools
_SITE = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(SchoolWords.TITLE, SchoolWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    _read_address()
    for note in st.session_state.get(_NOTES, ()):
        st.info(escape_inline(note), icon=":material/info:")
    with st.form("programs-search", border=False):
        left, middle, right = st.columns((3, 1, 1), vertical_alignment="bottom")
        near = left.text_input(
            SchoolWords.NEAR, key=_NEAR, max_chars=LONGEST, placeholder=SchoolWords.NEAR_HINT
        )
        miles = middle.number_input(SchoolWords.MILES, 1, FARTHEST, step=5, key=_MILES)
        right.form_submit_button(SchoolWords.SEARCH, width="stretch")
    near = near.strip()
    address.write(_PAGE, write_link(near, miles))
    if near:
        _show(find_schools(shelf, near, miles), shelf, passages)
    else:
        st.markdown(SchoolWords.START)


def _read_address() -> None:
    """Fill the search from an address that the visitor came by, else with their own state."""
    arrived = address.arrived(_PAGE)
    if arrived is None:
        return
    search = read_link(arrived)
    st.session_state[_NEAR] = search.near or session.profile().state or ""
    st.session_state[_MILES] = search.miles
    st.session_state[_NOTES] = search.notes


def _show(found: Found, shelf: Shelf, passages: Passages) -> None:
    if found.asked.problem:
        st.warning(escape_inline(found.asked.problem), icon=":material/help:")
        _others(found)
        return
    notes = footnotes(every_line(found), passages)
    st.subheader(escape_inline(headline(found)[0]), anchor=False)
    _bullets(found.notes.get("count", ()), notes)
    for line in headline(found)[1:]:
        st.markdown(escape_inline(line))
    _list_and_map(found, notes)
    _others(found)
    for note, lines in found.notes.items():
        if note != "count":
            st.markdown(f"#### {NOTES[note]}", anchors=False)
            _bullets(lines, notes)
        if note == "directories":
            _open_directories(lines, shelf)
    references.show(notes.citations)


def _list_and_map(found: Found, notes: Footnotes) -> None:
    schools = found.schools or found.nearest
    if not schools:
        return
    listed, drawn = st.columns((3, 2), gap="medium")
    items = [_item(number, school, notes) for number, school in enumerate(schools, 1)]
    listed.markdown("\n".join(items[:_MOST_LISTED]))
    if items[_MOST_LISTED:]:
        with listed.expander(SchoolWords.MORE.format(count=len(items) - _MOST_LISTED)):
            st.markdown("\n".join(items[_MOST_LISTED:]))
    with drawn:
        farthest = _RING * ceil(max(school.miles or 0 for school in schools) / _RING)
        middle = None if found.asked.kind == "state" and found.schools else found.asked.middle
        show_map(schools, middle, found.miles if found.schools else farthest, _alt(found, schools))
        north = SchoolWords.NORTH_AND_NUMBERS if len(schools) <= MOST_NUMBERED else SchoolWords.NORTH
        st.caption(escape_inline(f"{north} {SchoolWording.DISTANCE_HINT}"))


def _item(number: int, school: School, notes: Footnotes) -> str:
    """A school as an item of a numbered list, on three lines."""
    claim = notes.claim(school.cited)
    distance = f", {school.distance.text}" if school.distance else ""
    awards = SchoolWords.AWARDS.format(awards=school.awards) if school.awards else SchoolWords.NO_AWARDS
    facts = "; ".join(escape_inline(fact) for fact in (school.control, *school.levels, awards) if fact)
    return (
        f"{number}. **{escape_inline(school.name)}**{references.marks(claim)}  \n"
        f"   {escape_inline(f'{school.city}, {school.state}{distance}')}  \n"
        f"   :small[{facts}{_site(school)}]"
    )


def _site(school: School) -> str:
    if not _SITE.fullmatch(school.website):
        return ""
    return f"; [{escape_inline(school.website)}](<https://{school.website}>)"


def _bullets(lines: Sequence[Cited], notes: Footnotes) -> None:
    st.markdown("\n".join(f"- {references.marked(notes.claim(cited))}" for cited in lines))


def _open_directories(lines: Sequence[Cited], shelf: Shelf) -> None:
    """A button for the page behind each line, since a directory is there to be opened."""
    ids = dict.fromkeys(support.sources[-1] for cited in lines for support in cited.support)
    with st.container(horizontal=True):
        for source in (shelf.sources[id] for id in ids):
            st.link_button(escape_inline(source.title), source.url, icon=":material/open_in_new:")


def _others(found: Found) -> None:
    """Other places of the same name, to be searched by a tap."""
    if not found.asked.others:
        return
    if not found.asked.problem:
        st.caption(SchoolWords.OTHERS)
    with st.container(horizontal=True):
        for place, name in enumerate(found.asked.others):
            st.button(escape_inline(name), key=f"programs-other-{place}", on_click=_search, args=(name,))


def _search(near: str) -> None:
    st.session_state[_NEAR] = near
    st.session_state[_NOTES] = ()


def _alt(found: Found, schools: Sequence[School]) -> str:
    place = found.asked.label
    if found.asked.kind == "state" and found.schools:
        return SchoolWords.STATE_MAP_ALT.format(count=len(schools), place=place)
    return SchoolWords.MAP_ALT.format(count=len(schools), place=place, nearest=schools[0].name)
