"""What every tool's page stands on: the shelf and its passages, opened; failures said in words."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from assistant.errors import IndexMissingError
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.settings import read_settings
from ui.resources import shared_assistant
from ui.views import notices
from ui.wording import PageWording
from ui.wording_settings import SettingsWords

__all__ = ["guarded", "run"]

_log = logging.getLogger("techpath.ui")


def run(title: str, intro: str, body: Callable[[Shelf, Passages], None]) -> None:
    """One run of a tool's page.

    Args:
        title: the page's heading.
        intro: one or two sentences below it.
        body: what shows the tool, given the records and the passages that carry them.
    """
    with st.container(key="tool"):
        st.title(title, anchor=False)
        st.markdown(intro)
        if SettingsWords.ANSWERS_ARE_ENGLISH:
            st.caption(SettingsWords.ANSWERS_ARE_ENGLISH)
        guarded(body)
        st.caption(PageWording.DISCLAIMER)


def guarded(body: Callable[[Shelf, Passages], None]) -> bool:
    """Open the shelf and show what stands on it; whether that went well. A failure is said in words."""
    try:
        assistant = shared_assistant(read_settings())
        body(assistant.shelf(), assistant.index().passages)
    except IndexMissingError:
        notices.show_missing_index()
    except Exception:  # an entry point: the traceback goes to the log, kind words to the reader
        _log.exception("A tool's page shows an error.")
        notices.show_unexpected("")
    else:
        return True
    return False
