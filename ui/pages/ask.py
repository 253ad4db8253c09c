"""Ask: a question and its conversation -> an answer with its sources beside it, kept before it is shown."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.build import Assistant
from assistant.conversations.limits import MOST_QUESTION
from assistant.conversations.stored import Conversation, Pending, StoredTurn
from assistant.errors import IndexMissingError, NotYoursError, StorageError, TechPathError
from assistant.settings import read_settings
from ui import session
from ui.resources import shared_archive, shared_assistant, shared_rates
from ui.talk import Talk
from ui.views import answer, arrival, assumptions, conversations, frame, notices, shared_mark, starters
from ui.views.growing import Growing
from ui.visitor import current_visitor
from ui.wording import PageWording
from ui.wording_settings import SettingsWords

__all__ = ["show"]

_Result = TypeVar("_Result")
_log = logging.getLogger("techpath.ui")


def show() -> None:
    """The page, from top to bottom."""
    assistant = shared_assistant(read_settings())
    thread = st.container(key="thread")
    typed, above = frame.ask_box()
    with thread:
        talk = _in_words(_talk)
        if talk is None:
            return
        arrival.take(talk)
        _conversation(talk, assistant, (typed or session.take_asked() or "").strip())
    with above:
        _assumed(assistant, talk)  # last: an answer may have taught us something of the person
    conversations.show(talk)


def _talk() -> Talk:
    archive = shared_archive(read_settings())
    return Talk(archive, current_visitor(archive))


def _conversation(talk: Talk, assistant: Assistant, question: str) -> None:
    """The turns so far, and a question that was asked in this run answered."""
    welcome = st.empty()  # left empty at once when something is asked, however long the answer takes
    found = talk.open()
    shared_mark.show(talk, found)
    before = found.turns if found else ()
    if len(question) > MOST_QUESTION:
        _turns(talk, before)
        notices.show_too_long(len(question), MOST_QUESTION)
        return
    if question and (seconds := shared_rates().wait(talk.visitor.id)):
        _turns(talk, before)
        notices.show_too_many(seconds)
        return
    asked = _in_words(lambda: talk.asked(found, question), question)
    if asked is None:
        _waiting(talk, assistant, found, before, welcome)
        return
    pending, number = asked.pending, len(asked.before)
    _turns(talk, asked.before, last=False)
    answer.show_question(pending.question, number)
    frame.scroll_to(answer.question_key(number))
    room = st.empty()
    fresh = _in_words(
        lambda: _answered(talk, assistant, pending, room, number), pending.question, pending.turn
    )
    if fresh is None:
        room.empty()  # what cannot be kept is not left standing
        return
    with room.container():
        answer.show(talk, fresh, number, last=True, fresh=not assistant.has_model)
    frame.say(SettingsWords.ANSWER_READY.format(count=len(fresh.answer.citations)), fresh.id)


def _waiting(
    talk: Talk,
    assistant: Assistant,
    found: Conversation | None,
    before: Sequence[StoredTurn],
    welcome: DeltaGenerator,
) -> None:
    """Nothing was asked in this run."""
    _turns(talk, before)
    if found and found.unanswered:
        answer.show_question(found.unanswered.question, len(before))
        notices.show_unanswered(found.unanswered.turn)
    elif stopped := session.take_stopped():
        notices.show_stopped(stopped)
    elif not before:
        with welcome.container():
            starters.show()
        _in_words(assistant.chain)  # opens the index while the visitor reads


def _turns(talk: Talk, turns: Sequence[StoredTurn], last: bool = True) -> None:
    given = talk.feedback() if turns else {}
    for number, turn in enumerate(turns):
        answer.show_asked(turn, number)
        answer.show(talk, turn, number, last=last and turn is turns[-1], given=given.get(turn.id))


def _answered(
    talk: Talk, assistant: Assistant, pending: Pending, room: DeltaGenerator, number: int
) -> StoredTurn:
    """The turn, stored; what a language model writes is shown in the room meanwhile."""
    with room.container():
        growing = None
        if assistant.has_model:
            growing = Growing(number)
            notices.show_stop(talk.stop, pending)
        with st.spinner(PageWording.WORKING):
            return talk.answered(assistant, pending, growing.show if growing else None)


def _assumed(assistant: Assistant, talk: Talk) -> None:
    try:
        shelf = assistant.shelf()
    except Exception:  # the page has said in its middle what is wrong, and the log holds it
        return
    assumptions.show(shelf, talk.change_profile)


def _in_words(step: Callable[[], _Result], question: str = "", turn: str | None = None) -> _Result | None:
    """Do a step; when it fails, say so kindly and leave the details to the log.

    Args:
        step: what to do.
        question: what the visitor asked.
        turn: under which the question is kept, so that it can be answered later.
    """
    try:
        return step()
    except IndexMissingError:
        notices.show_missing_index()
    except NotYoursError:
        notices.show_gone()
    except StorageError:
        _log.exception("What is kept of conversations cannot be reached.")
        notices.show_no_storage()
    except TechPathError as error:
        notices.show_said(str(error))
    except Exception:  # the page is an entry point: the traceback goes to the log, kind words to the reader
        _log.exception("The page shows an error.")
        notices.show_unexpected(question, turn)
    return None
