"""Find my specialty: choices and words of a visitor -> the specialties ranked for them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.guidance.fit import SEED, fit
from assistant.guidance.preferences import learn
from assistant.guidance.questionnaire import FEWEST, MOST, is_settled, next_item, sureness
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import field_of
from assistant.guidance.wishes import strengths
from assistant.retrieval.passages import Passages
from ui import address, fit_session, session, tool_page
from ui.escaping import escape_inline
from ui.fit_link import read_link, write_link
from ui.navigation import page_of
from ui.views import fit_heard, fit_item, fit_result, references
from ui.wording_specialty import SpecialtyWords

__all__ = ["show"]

_PAGE = "specialty"
_STYLE = Path(__file__).resolve().parent.parent / "assets" / "fit.css"


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(SpecialtyWords.TITLE, SpecialtyWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    st.html(_STYLE)
    _read_address()
    for note in fit_session.notes():
        st.info(escape_inline(note), icon=":material/info:")
    address.write(_PAGE, write_link(fit_session.answers()))
    if fit_session.view() == "items" and _ask(shelf):
        return
    if fit_session.view() == "start" or not fit_session.answers():
        _start(shelf)
        return
    _result(shelf, passages)


def _read_address() -> None:
    """Take over the answers of an address that the visitor came by."""
    arrived = address.arrived(_PAGE)
    if arrived:
        given = read_link(arrived)
        fit_session.begin(given.answers, given.notes)


def _start(shelf: Shelf) -> None:
    """The two ways in: items, or one's own words."""
    st.subheader(SpecialtyWords.START, anchor=False)
    st.markdown(SpecialtyWords.START_HINT.format(fewest=FEWEST, most=MOST))
    st.button(
        SpecialtyWords.GO,
        key="fit-go",
        icon=":material/play_arrow:",
        type="primary",
        on_click=fit_session.show_view,
        args=("items",),
    )
    st.subheader(SpecialtyWords.WORDS, anchor=False)
    fit_heard.show_box()
    fit_heard.show_heard(shelf)
    if fit_session.answers():
        _to_result()
    st.page_link(page_of("ladder"), label=SpecialtyWords.LADDER, icon=":material/stairs:")


def _ask(shelf: Shelf) -> bool:
    """The next item; False when there is none worth asking."""
    answers = fit_session.answers()
    field, preferences = field_of(shelf), learn(answers.choices, strengths(answers.wishes))
    settled = is_settled(field, preferences, answers.answered, SEED) and not fit_session.goes_on()
    over = settled or answers.answered >= MOST
    item = None if over else next_item(field, preferences, answers.choices, SEED)
    if item is None:
        fit_session.show_view("result")
        return False
    fit_item.show(item, sureness(field, preferences, SEED))
    return True


def _result(shelf: Shelf, passages: Passages) -> None:
    """The ranking, the ways on from it, and the sources."""
    citations = fit_result.show(fit(shelf, fit_session.answers(), session.profile()), shelf, passages)
    with st.expander(SpecialtyWords.HEARD_TITLE, icon=":material/edit_note:"):
        fit_heard.show_box()
        fit_heard.show_heard(shelf)
    st.caption(SpecialtyWords.SHARE)
    _ways_on()
    references.show(citations)


def _ways_on() -> None:
    with st.container(horizontal=True, gap="small", key="fit-ways-on"):
        if fit_session.answers().answered < MOST:
            more = SpecialtyWords.MORE if fit_session.answers().answered else SpecialtyWords.START
            st.button(more, key="fit-more", icon=":material/add:", on_click=fit_session.go_on)
        st.button(
            SpecialtyWords.AGAIN,
            key="fit-again",
            icon=":material/refresh:",
            type="tertiary",
            on_click=fit_session.start_over,
        )


def _to_result() -> None:
    st.button(
        SpecialtyWords.RESULT,
        key="fit-result",
        icon=":material/bar_chart:",
        type="primary",
        on_click=fit_session.show_view,
        args=("result",),
    )
