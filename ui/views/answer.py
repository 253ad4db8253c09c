"""One exchange: the question, the answer with its marks, its sources, and what can be done next."""

from __future__ import annotations

import time
from collections.abc import Iterator

import streamlit as st

from assistant.types import Answer, Turn
from ui.answer_text import Segment, copy_text, segments
from ui.escaping import escape, escape_inline
from ui.session import ask, repeat
from ui.views import sources
from ui.wording import PageWording

__all__ = ["question_key", "show", "show_question"]

_PAUSE = 0.012  # seconds between two sentences, so that the eye sees the answer being written
_WIDTHS = (5, 3)  # the answer and its sources


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


def show(turn: Turn, number: int, last: bool, fresh: bool = False) -> None:
    """An exchange.

    Args:
        turn: the question and its answer.
        number: the turn's place in the conversation, from 0.
        last: whether it is the newest; only that offers what can be done next.
        fresh: write the answer sentence by sentence.
    """
    if turn.answer is None:
        return
    beside = st.columns(_WIDTHS, gap="medium")
    with beside[1]:
        sources.show(turn.answer, number)
    with beside[0], st.container(key=f"answer-{number}"):
        with st.chat_message("assistant", avatar=":material/explore:"):
            _outcome(turn.answer)
            for segment in segments(turn.answer, number):
                _segment(segment, fresh)
        if last:
            with st.container(key="after-answer"):
                _actions(turn.answer, number)
                _follow_ups(turn.answer, number)


def _outcome(answer: Answer) -> None:
    labels = {"not_in_sources": PageWording.NOT_FOUND, "declined": PageWording.DECLINED}
    if answer.outcome in labels:
        st.badge(labels[answer.outcome], icon=":material/info:", color="orange")


def _segment(segment: Segment, fresh: bool) -> None:
    whole = "".join(segment.pieces)
    if segment.kind == "ask":
        st.info(whole, icon=":material/help:")
    elif segment.kind == "notice":
        st.markdown(whole)
    elif fresh:
        st.write_stream(_paced(segment.pieces))
    else:
        st.markdown(whole)


def _paced(pieces: tuple[str, ...]) -> Iterator[str]:
    for piece in pieces:
        yield piece
        time.sleep(_PAUSE)


def _actions(answer: Answer, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="actions"):
        with st.popover(
            PageWording.COPY,
            icon=":material/content_copy:",
            help=PageWording.COPY_HELP,
            type="tertiary",
        ):
            st.code(copy_text(answer), language=None, wrap_lines=True)
        st.button(
            PageWording.AGAIN,
            key=f"again-{number}",
            icon=":material/refresh:",
            help=PageWording.AGAIN_HELP,
            type="tertiary",
            on_click=repeat,
        )
    st.caption(_mode(answer.engine))


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
