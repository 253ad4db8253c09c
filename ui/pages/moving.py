"""I am moving: two states -> what comes along, what to do again in which order, what to leave meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.compare import choices
from assistant.guidance.moving import IN_ORDER, Part, every_line, move
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.types import Profile
from ui import address, session, tool_page
from ui.compare_link import write_link as compare_link
from ui.escaping import escape_inline
from ui.moving_link import read_link, write_link
from ui.views import references
from ui.wording_moving import CREDENTIALS, MoveWords

__all__ = ["show"]

_PAGE = "moving"
_OLD, _NEW, _CREDENTIAL = "moving-old", "moving-new", "moving-credential"
_NOTES = "moving-notes"  # what of the address could not be used


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(MoveWords.TITLE, MoveWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    _read_address(shelf)
    for note in st.session_state.get(_NOTES, ()):
        st.info(escape_inline(note), icon=":material/info:")
    old, new = _pick_states(choices(shelf, "state"))
    address.write(_PAGE, write_link(old, new))
    if not old or not new:
        st.markdown(MoveWords.BOTH)
    elif old == new:
        st.markdown(MoveWords.SAME)
    else:
        _show(shelf, passages, old, new)


def _read_address(shelf: Shelf) -> None:
    """Fill the pickers from an address that the visitor came by, else from what is known of them."""
    arrived = address.arrived(_PAGE)
    if arrived is None:
        return
    chosen, known = read_link(arrived, shelf), session.profile()
    st.session_state[_OLD] = chosen.old or (known.state if not chosen.new else None)
    st.session_state[_NEW] = chosen.new
    st.session_state[_CREDENTIAL] = known.credential if known.credential in CREDENTIALS else ""
    st.session_state[_NOTES] = chosen.notes


def _pick_states(names: dict[str, str]) -> tuple[str | None, str | None]:
    left, right, third = st.columns(3, vertical_alignment="bottom")
    old: str | None = left.selectbox(
        MoveWords.OLD, names, index=None, format_func=names.__getitem__, key=_OLD, placeholder=MoveWords.PICK
    )
    new: str | None = right.selectbox(
        MoveWords.NEW, names, index=None, format_func=names.__getitem__, key=_NEW, placeholder=MoveWords.PICK
    )
    third.selectbox(MoveWords.CREDENTIAL, CREDENTIALS, format_func=CREDENTIALS.__getitem__, key=_CREDENTIAL)
    return old, new


def _profile() -> Profile:
    """What is known of the visitor, with the certification that they chose here."""
    return replace(session.profile(), credential=st.session_state.get(_CREDENTIAL) or None)


def _show(shelf: Shelf, passages: Passages, old: str, new: str) -> None:
    found = move(shelf, old, new, _profile())
    notes = footnotes(every_line(found), passages)
    st.subheader(escape_inline(found.title), anchor=False)
    for part in found.parts:
        with st.container(key=f"moving-part-{part.id}"):
            st.markdown(f"#### {escape_inline(part.heading)}", anchors=False)
            if part.lead:
                st.markdown(escape_inline(part.lead))
            st.markdown("\n".join(_lines(part, notes)))
    link = urlencode(compare_link("state", (old, new)))
    st.markdown(f"[{MoveWords.COMPARE}](compare?{link})")
    references.show(notes.citations)


def _lines(part: Part, notes: Footnotes) -> Sequence[str]:
    """The lines of a part, numbered where their order counts."""
    return [
        f"{f'{number}.' if part.id in IN_ORDER else '-'} {references.marked(notes.claim(cited))}"
        for number, cited in enumerate(part.lines, start=1)
    ]
