"""What the page says when there is no answer: kindly, and with what to do."""

from __future__ import annotations

import streamlit as st

from ui.session import ask
from ui.wording import PageWording

__all__ = ["show_missing_index", "show_too_long", "show_unexpected"]


def show_missing_index() -> None:
    """Nothing has been ingested."""
    st.warning(
        f"**{PageWording.NO_INDEX}**\n\n{PageWording.NO_INDEX_HINT}",
        icon=":material/library_books:",
    )


def show_unexpected(question: str) -> None:
    """Something failed; a question that was asked can be asked again."""
    st.error(f"**{PageWording.UNEXPECTED}**\n\n{PageWording.UNEXPECTED_HINT}", icon=":material/build:")
    if question:
        st.button(PageWording.TRY_AGAIN, key="try-again", on_click=ask, args=(question,))


def show_too_long(length: int, limit: int) -> None:
    """The question has more characters than are read."""
    words = PageWording.TOO_LONG.format(length=f"{length:,}", limit=f"{limit:,}")
    st.warning(words, icon=":material/short_text:")
