"""What the page says when there is no answer: kindly, and with what to do."""

from __future__ import annotations

import math
from collections.abc import Callable

import streamlit as st

from assistant.conversations.stored import Pending
from ui.escaping import escape
from ui.session import again, ask
from ui.wording import PageWording
from ui.wording_kept import StopWording

__all__ = [
    "show_gone",
    "show_missing_index",
    "show_no_storage",
    "show_said",
    "show_stop",
    "show_stopped",
    "show_too_long",
    "show_too_many",
    "show_unanswered",
    "show_unexpected",
]


def show_missing_index() -> None:
    """Nothing has been ingested."""
    _warn(PageWording.NO_INDEX, PageWording.NO_INDEX_HINT, ":material/library_books:")


def show_no_storage() -> None:
    """The database of conversations does not answer."""
    _warn(PageWording.NO_STORAGE, PageWording.NO_STORAGE_HINT, ":material/database_off:")


def show_gone() -> None:
    """The conversation was deleted meanwhile, in another tab for instance."""
    _warn(PageWording.GONE, PageWording.GONE_HINT, ":material/delete:")


def show_said(message: str) -> None:
    """A message of our own errors; it says what is wrong and what to do."""
    st.warning(escape(message), icon=":material/info:")


def show_unexpected(question: str, turn: str | None = None) -> None:
    """Something failed; a question that was asked can be asked again."""
    st.error(f"**{PageWording.UNEXPECTED}**\n\n{PageWording.UNEXPECTED_HINT}", icon=":material/build:")
    if turn:
        st.button(PageWording.TRY_AGAIN, key="try-again", on_click=again, args=(turn,))
    elif question:
        st.button(PageWording.TRY_AGAIN, key="try-again", on_click=ask, args=(question,))


def show_unanswered(turn: str) -> None:
    """The question is kept, and its answer never came."""
    st.info(PageWording.UNANSWERED, icon=":material/hourglass_empty:")
    st.button(PageWording.ANSWER_NOW, key="answer-now", type="primary", on_click=again, args=(turn,))


def show_stop(stop: Callable[[Pending], None], pending: Pending) -> None:
    """While a language model writes, a way to end it."""
    st.button(
        StopWording.STOP,
        key=f"stop-{pending.turn}",
        icon=":material/stop_circle:",
        help=StopWording.STOP_HELP,
        on_click=stop,
        args=(pending,),
    )


def show_stopped(question: str) -> None:
    """A question was taken back; it can be asked again."""
    st.info(f"{StopWording.STOPPED}\n\n{escape(question)}", icon=":material/stop_circle:")
    st.button(StopWording.ASK_AGAIN, key="ask-stopped", on_click=ask, args=(question,))


def show_too_long(length: int, limit: int) -> None:
    """The question has more characters than are read."""
    words = PageWording.TOO_LONG.format(length=f"{length:,}", limit=f"{limit:,}")
    st.warning(words, icon=":material/short_text:")


def show_too_many(seconds: float) -> None:
    """The visitor asks faster than anybody reads."""
    st.warning(PageWording.TOO_MANY.format(seconds=math.ceil(seconds)), icon=":material/speed:")


def _warn(what: str, hint: str, icon: str) -> None:
    st.warning(f"**{what}**\n\n{hint}", icon=icon)
