"""One exchange: the question, the answer with its marks, its sources, and what can be done next."""

from __future__ import annotations

import time
from collections.abc import Iterator

import streamlit as st

from assistant.conversations.limits import MOST_QUESTION
from assistant.conversations.stored import Feedback, StoredTurn
from assistant.types import Answer
from ui.answer_text import Segment, copy_text, segments
from ui.escaping import escape, escape_inline
from ui.session import again, ask, edit, editing
from ui.talk import Talk
from ui.views import feedback, frame, sources, tools
from ui.wording import PageWording

__all__ = ["WIDTHS", "question_key", "show", "show_asked", "show_question"]

_PAUSE = 0.005  # seconds between two sentences, so that the eye sees the answer being written
WIDTHS = (5, 3)  # the answer and its sources


def show_question(question: str, number: int) -> None:
    """What the person asked, as the turn with this number from 0."""
    with (
        st.container(key=question_key(number)),
        st.chat_message("user", avatar=":material/person:"),
    ):
        st.markdown(escape(question))


def question_key(number: int) -> str:
    """The key of the element that holds a turn's question."""
    return f"question-{number}"


def show_asked(turn: StoredTurn, number: int) -> None:
    """The question of an answered turn, or the form that changes it."""
    if editing() == turn.id:
        _editor(turn, number)
        return
    show_question(turn.question, number)


def show(
    talk: Talk,
    turn: StoredTurn,
    number: int,
    last: bool,
    fresh: bool = False,
    given: Feedback | None = None,
) -> None:
    """An answer.

    Args:
        talk: whose it is.
        turn: the question and its answer.
        number: the turn's place in the conversation, from 0.
        last: whether it is the newest; only that offers what can be asked next.
        fresh: write the answer sentence by sentence.
        given: what the visitor has said of it.
    """
    beside = st.columns(WIDTHS, gap="medium")
    with beside[1]:
        sources.show(turn.answer, number)
    with beside[0], st.container(key=f"answer-{number}"):
        with st.chat_message("assistant", avatar=":material/explore:"):
            _outcome(turn.answer)
            if turn.brought:
                st.badge(PageWording.BROUGHT, icon=":material/upload_file:", color="orange")
            for place, segment in enumerate(segments(turn.answer.blocks, number)):
                _segment(segment, fresh, alone=place == 0)
        with st.container(key="after-answer" if last else f"after-answer-{number}"):
            tools.show(turn.answer, number)
            _actions(talk, turn, number, given)
            if last:
                _follow_ups(turn.answer, number)


def _editor(turn: StoredTurn, number: int) -> None:
    with st.container(key=f"editing-{number}"), st.form(f"edit-form-{number}", border=True):
        changed = st.text_area(PageWording.EDIT_LABEL, turn.question, max_chars=MOST_QUESTION)
        with st.container(horizontal=True):
            ask_it = st.form_submit_button(PageWording.EDIT_ASK, type="primary")
            stop = st.form_submit_button(PageWording.CANCEL, key=f"edit-stop-{number}")
    frame.focus_in(f"editing-{number}")
    if ask_it and changed.strip():
        edit(turn.id, changed.strip())
        st.rerun()
    if stop:
        edit(None)
        st.rerun()


def _versions(talk: Talk, turn: StoredTurn, number: int) -> None:
    """The other questions and answers that stand in this place."""
    place = turn.branches.index(turn.id)
    for name, other, icon in (("back", place - 1, "chevron_left"), ("on", place + 1, "chevron_right")):
        st.button(
            PageWording.VERSION[name],
            key=f"version-{name}-{number}",
            icon=f":material/{icon}:",
            type="tertiary",
            disabled=not 0 <= other < len(turn.branches),
            on_click=talk.archive.turns.choose,
            args=(talk.visitor, turn.branches[other % len(turn.branches)]),
        )
        if name == "back":
            st.caption(
                PageWording.VERSION_OF.format(place=place + 1, all=len(turn.branches)), width="content"
            )


def _outcome(answer: Answer) -> None:
    labels = {"not_in_sources": PageWording.NOT_FOUND, "declined": PageWording.DECLINED}
    if answer.outcome in labels:
        st.badge(labels[answer.outcome], icon=":material/info:", color="orange")


def _segment(segment: Segment, fresh: bool, alone: bool) -> None:
    """One segment; `alone`: nothing stands before it, so that a notice is the answer itself."""
    whole = "".join(segment.pieces)
    if segment.kind == "ask":
        st.info(whole, icon=":material/help:")
    elif segment.kind == "notice":
        st.markdown(whole if alone else f":gray[:material/info:] {whole}")
    elif fresh:
        st.write_stream(_paced(segment.pieces))
    else:
        st.markdown(whole)


def _paced(pieces: tuple[str, ...]) -> Iterator[str]:
    for piece in pieces:
        yield piece
        time.sleep(_PAUSE)


def _actions(talk: Talk, turn: StoredTurn, number: int, given: Feedback | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"actions-{number}"):
        with st.popover(
            PageWording.COPY,
            icon=":material/content_copy:",
            help=PageWording.COPY_HELP,
            type="tertiary",
        ):
            st.code(copy_text(turn.answer), language=None, wrap_lines=True)
        st.button(
            PageWording.AGAIN,
            key=f"again-{number}",
            icon=":material/refresh:",
            help=PageWording.AGAIN_HELP,
            type="tertiary",
            on_click=again,
            args=(turn.id,),
        )
        st.button(
            PageWording.EDIT,
            key=f"edit-{number}",
            icon=":material/edit:",
            type="tertiary",
            help=PageWording.EDIT_HELP,
            on_click=edit,
            args=(turn.id,),
        )
        if len(turn.branches) > 1:
            _versions(talk, turn, number)
        feedback.show(talk, turn, number, given)
    st.caption(_mode(turn.answer.engine))


def _mode(engine: str) -> str:
    if engine == "embedded":
        return PageWording.EMBEDDED
    return PageWording.MODEL.format(engine=escape_inline(engine))


def _follow_ups(answer: Answer, number: int) -> None:
    if not answer.follow_ups:
        return
    st.caption(PageWording.NEXT)
    with st.container(horizontal=True, key="follow-ups", gap="small"):
        for place, question in enumerate(answer.follow_ups):
            st.button(
                escape_inline(question),
                key=f"follow-up-{number}-{place}",
                on_click=ask,
                args=(question,),
            )
