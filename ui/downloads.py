"""A conversation -> files that the visitor keeps: Markdown, PDF, JSON. Made only when asked for."""

from __future__ import annotations

import re

import streamlit as st

from assistant.conversations.export import conversation_markdown
from assistant.conversations.portable import conversation_to_json
from assistant.conversations.stored import Conversation
from assistant.text import fold
from ui.moments import now
from ui.talk import Talk
from ui.wording_kept import KeptWording

__all__ = ["exports", "file_name"]

_FORMS = ("md", "pdf", "json")


def exports(talk: Talk, conversation: Conversation) -> None:
    """A choice of form and a download; the file is written in the run that shows it."""
    st.divider()
    form = st.segmented_control(
        KeptWording.TAKE_ALONG, _FORMS, format_func=KeptWording.FORMS.__getitem__, key="export-form"
    )
    if form is None or not conversation.turns:
        return
    st.download_button(
        KeptWording.DOWNLOAD,
        _file(talk, conversation, form),
        file_name(conversation.title, form),
        mime={"md": "text/markdown", "pdf": "application/pdf", "json": "application/json"}[form],
        icon=":material/download:",
        key="export",
        on_click="ignore",
    )


def file_name(title: str, form: str) -> str:
    """A title as a file name that every system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:60]
    return f"{words or 'conversation'}.{form}"


def _file(talk: Talk, conversation: Conversation, form: str) -> bytes | str:
    if form == "md":
        return conversation_markdown(conversation, now().date())
    if form == "pdf":
        from assistant.conversations.export_pdf import conversation_pdf

        return conversation_pdf(conversation, now().date())
    turns = talk.archive.conversations.whole(talk.visitor, conversation.id)
    return conversation_to_json(conversation.title, turns, [turn.id for turn in conversation.turns], now())
