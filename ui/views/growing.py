"""An answer while a language model writes it: what stands so far, in the place where the whole will stand."""

from __future__ import annotations

import streamlit as st

from assistant.generation.events import Said
from ui.answer_text import segments
from ui.views.answer import WIDTHS

__all__ = ["Growing"]


class Growing:
    """A place on the page that is written anew with each sentence."""

    def __init__(self, number: int) -> None:
        """Take the place.

        Args:
            number: the turn's place in the conversation, from 0.
        """
        self._number = number
        with st.columns(WIDTHS, gap="medium")[0], st.container(key=f"answer-growing-{number}"):
            self._place = st.empty()
            self._beat = st.empty()

    def show(self, said: Said | None) -> None:
        """Show all that stands now; None says nothing new, and lets the page look whether it is to stop."""
        if said is None:
            self._beat.empty()
            return
        with self._place.container(), st.chat_message("assistant", avatar=":material/explore:"):
            for segment in segments(said.blocks, self._number):
                st.markdown("".join(segment.pieces))
