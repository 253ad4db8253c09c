"""Compare: two to four things of one kind side by side, or pictures of pay."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assistant.guidance.compare import KINDS, choices, compare
from assistant.guidance.comparison import MOST
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from ui import address, session, tool_page
from ui.compare_link import read_link, write_link
from ui.escaping import escape_inline
from ui.views import pay_charts, side_by_side
from ui.wording_compare import EXAMPLES, KIND_NAMES, PICKERS, VIEWS, CompareWords

__all__ = ["show"]

_PAGE = "compare"
_KIND, _VIEW = "compare-kind", "compare-view"
_CHOSEN = "compare-chosen"  # (kind, ids) as last shown
_NOTES = "compare-notes"  # what of the address could not be used
# Kind -> what is put side by side by a tap.
_EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "state": ("TX", "CA", "NY"),
    "exam": ("ptcb-cpht", "nha-cpht"),
    "setting": ("hospital-pharmacy", "retail-chain"),
    "specialty": ("sterile-compounding", "nuclear", "informatics-automation"),
    "education": ("certificate-program", "employer-training"),
}


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(CompareWords.TITLE, CompareWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    _read_address(shelf)
    for note in st.session_state.get(_NOTES, ()):
        st.info(escape_inline(note), icon=":material/info:")
    st.session_state.setdefault(_VIEW, "table")
    view = st.segmented_control(
        CompareWords.VIEW,
        list(VIEWS),
        key=_VIEW,
        required=True,
        format_func=VIEWS.__getitem__,
        label_visibility="collapsed",
    )
    if view == "pay":
        address.write(_PAGE, {"view": "pay"})
        pay_charts.show(shelf, passages)
        return
    _side_by_side(shelf, passages)


def _read_address(shelf: Shelf) -> None:
    """Fill the pickers from an address that the visitor came by."""
    arrived = address.arrived(_PAGE)
    if arrived is None:
        return
    if arrived.get("view") == "pay":
        st.session_state[_VIEW] = "pay"
        return
    chosen = read_link(arrived, shelf)
    _choose(chosen.kind, chosen.ids or _own_state(chosen.kind))
    st.session_state[_NOTES] = chosen.notes


def _own_state(kind: str) -> tuple[str, ...]:
    """The visitor's own state as the first of two, where states are compared."""
    state = session.profile().state
    return (state,) if state and kind == "state" else ()


def _choose(kind: str, ids: tuple[str, ...]) -> None:
    st.session_state[_KIND] = kind
    st.session_state[_things(kind)] = list(ids)
    st.session_state[_NOTES] = ()


def _things(kind: str) -> str:
    return f"compare-things-{kind}"


def _side_by_side(shelf: Shelf, passages: Passages) -> None:
    if _KIND not in st.session_state and _CHOSEN in st.session_state:
        _choose(*st.session_state[_CHOSEN])  # Streamlit drops the state of pickers that were not shown
    columns = st.columns((2, 3))
    kind = columns[0].selectbox(CompareWords.KIND, KINDS, format_func=KIND_NAMES.__getitem__, key=_KIND)
    names = choices(shelf, kind)
    ids = columns[1].multiselect(
        PICKERS[kind],
        names,
        format_func=names.__getitem__,
        key=_things(kind),
        max_selections=MOST,
        placeholder=CompareWords.PICK_HINT,
    )
    st.session_state[_CHOSEN] = (kind, tuple(ids))
    address.write(_PAGE, write_link(kind, ids))
    if len(ids) < 2:
        _examples()
        return
    with st.container(horizontal=True):
        differing = st.toggle(CompareWords.DIFFERING, key="compare-differing")
        full = st.toggle(CompareWords.FULL, key="compare-full")
    side_by_side.show(compare(shelf, kind, ids), passages, differing, full)


def _examples() -> None:
    st.markdown(f"{CompareWords.TOO_FEW} {CompareWords.EXAMPLES}")
    with st.container(horizontal=True):
        for kind, ids in _EXAMPLES.items():
            st.button(EXAMPLES[kind], key=f"compare-example-{kind}", on_click=_choose, args=(kind, ids))
