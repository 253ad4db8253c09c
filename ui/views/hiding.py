"""What may tell who somebody is -> what the owner hides of it, decided one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assistant.conversations.redaction import Redaction, apply, by_hand
from assistant.conversations.snapshot import suggestions
from assistant.conversations.stored import StoredTurn
from ui.escaping import escape, escape_inline
from ui.wording_kept import HidingWording

__all__ = ["Hidden", "choose"]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the owner hides."""

    accepted: tuple[Redaction, ...]
    here_too: bool  # in the owner's own conversation as well


def choose(turns: Sequence[StoredTurn], note: str) -> Hidden:
    """The suggestions, each with its own tick; words of the owner's own; and how it will read.

    Args:
        turns: what is shared.
        note: what the owner says to the reader.
    """
    found = suggestions(turns, note)
    st.markdown(f"**{HidingWording.HIDE}**")
    st.caption(HidingWording.HIDE_HINT if found else HidingWording.NOTHING_TO_HIDE)
    with st.container(gap="xsmall", key="hide"):
        accepted = [
            item
            for number, item in enumerate(found)
            if st.checkbox(_offer(item), True, key=f"hide-{number}-{item.kind}-{len(item.words)}")
        ]
    own = st.text_input(HidingWording.HIDE_OWN, placeholder=HidingWording.HIDE_OWN_HINT)
    accepted += [by_hand(words) for words in own.split(";") if words.strip()]
    here = bool(accepted) and st.checkbox(HidingWording.HERE, help=HidingWording.HERE_HELP, key="hide-here")
    _preview(turns, note, accepted)
    return Hidden(tuple(accepted), here)


def _offer(item: Redaction) -> str:
    shown = escape_inline(item.replacement)
    return HidingWording.HIDE_ONE.format(words=escape_inline(item.words), shown=shown)


def _preview(turns: Sequence[StoredTurn], note: str, accepted: Sequence[Redaction]) -> None:
    """The owner's own words as the reader will see them."""
    with st.expander(HidingWording.PREVIEW, icon=":material/visibility:"):
        for text in (note.strip(), *(turn.question for turn in turns)):
            if text:
                st.markdown(escape(apply(text, accepted)))
