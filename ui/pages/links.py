"""Shared links: what the visitor has shared, links for handouts, other devices, and the end of it all."""

from __future__ import annotations

import logging

import streamlit as st

from assistant.errors import StorageError
from assistant.settings import read_settings
from ui.resources import shared_archive
from ui.talk import Talk
from ui.views import account, devices, handout, notices, own_links
from ui.visitor import current_visitor
from ui.wording_kept import DeviceWording, HandoutWording, LinksWording

__all__ = ["show"]

_WIDTHS = (3, 2)  # the links, and what can be made beside them
_log = logging.getLogger("techpath.ui")


def show() -> None:
    """The page, from top to bottom."""
    settings = read_settings()
    st.title(LinksWording.TITLE, anchor=False)
    st.markdown(LinksWording.INTRO)
    try:
        archive = shared_archive(settings)
        talk = Talk(archive, current_visitor(archive))
        mine, beside = st.columns(_WIDTHS, gap="large")
        with mine:
            own_links.show(talk)
        with beside:
            st.subheader(HandoutWording.TITLE, anchor=False)
            handout.show(bool(settings.embed_origins))
            st.subheader(DeviceWording.TITLE, anchor=False)
            account.show(talk)
            devices.show(talk)
            devices.show_forget(talk)
    except StorageError:
        _log.exception("What is kept of conversations cannot be reached.")
        notices.show_no_storage()
