"""Ask: a question and its conversation -> an answer with its sources beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from assistant.build import Assistant
from assistant.errors import IndexMissingError
from assistant.settings import read_settings
from assistant.types import Turn
from ui import session
from ui.resources import shared_assistant
from ui.views import answer, assumptions, frame, notices, starters
from ui.wording import PageWording

__all__ = ["show"]

_LIMIT = 2000  # characters of one question; more is a document, not a question
_Result = TypeVar("_Result")
_log = logging.getLogger("techpath.ui")


def show() -> None:
    """The page, from top to bottom."""
    assistant = shared_assistant(read_settings())
    asked = session.take_asked()
    former = session.turns()
    thread = st.container(key="thread")
    typed, above = frame.ask_box()
    question = (typed or asked or "").strip()
    with thread:
        if former or question:
            frame.offer_new_conversation()
            _conversation(assistant, former, question)
        else:
            starters.show()
            _in_words(assistant.chain)  # opens the index while the visitor reads
    with above:
        _assumed(assistant)  # last: an answer may have taught us something of the person


def _assumed(assistant: Assistant) -> None:
    try:
        shelf = assistant.shelf()
    except Exception:  # the page has said in its middle what is wrong, and the log holds it
        return
    assumptions.show(shelf)


def _conversation(assistant: Assistant, former: tuple[Turn, ...], question: str) -> None:
    for number, turn in enumerate(former):
        answer.show_question(turn.question, number)
        answer.show(turn, number, last=not question and turn is former[-1])
    if not question:
        return
    if len(question) > _LIMIT:
        notices.show_too_long(len(question), _LIMIT)
        return
    answer.show_question(question, len(former))
    frame.scroll_to(answer.question_key(len(former)))
    fresh = _in_words(lambda: _answered(assistant, question), question)
    if fresh:
        answer.show(fresh, len(former), last=True, fresh=True)


def _answered(assistant: Assistant, question: str) -> Turn:
    """The question's turn, kept in the session."""
    with st.spinner(PageWording.WORKING):
        given = assistant.ask(question, session.known_turns(), session.profile())
    return session.add_turn(given)


def _in_words(step: Callable[[], _Result], question: str = "") -> _Result | None:
    """Do a step; when it fails, say so kindly and leave the details to the log."""
    try:
        return step()
    except IndexMissingError:
        notices.show_missing_index()
    except Exception:  # the page is an entry point: the traceback goes to the log, kind words to the reader
        _log.exception("The page shows an error.")
        notices.show_unexpected(question)
    return None
