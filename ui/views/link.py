"""A link to hand on: its address to copy, the page behind it, and its QR code."""

from __future__ import annotations

import streamlit as st

from assistant.errors import WrongUseError
from ui.escaping import escape
from ui.qr import qr_png, qr_svg
from ui.wording_kept import LinkCardWording

__all__ = ["show", "show_look", "show_qr"]

_WIDTH = 220  # pixels of the code on the page


def show(address: str, key: str) -> None:
    """The address, a way to look at what it opens, and the code.

    Args:
        address: of the link.
        key: tells this link's buttons from others on the page.
    """
    st.code(address, language=None, wrap_lines=True)
    with st.container(horizontal=True, gap="small"):
        show_look(address)
        show_qr(address, key)


def show_look(address: str) -> None:
    """Open what the link opens."""
    st.link_button(LinkCardWording.LOOK, address, icon=":material/visibility:", type="tertiary")


def show_qr(address: str, key: str) -> None:
    """The code behind a small door, and as a picture for a handout."""
    with st.popover(LinkCardWording.QR, icon=":material/qr_code_2:", type="tertiary", key=f"qr-{key}"):
        try:
            st.image(qr_svg(address), width=_WIDTH)
            picture = qr_png(address)
        except WrongUseError as error:
            st.caption(escape(str(error)))
            return
        st.download_button(
            LinkCardWording.QR_SAVE,
            picture,
            "techpath-link.png",
            mime="image/png",
            icon=":material/download:",
            key=f"qr-file-{key}",
            on_click="ignore",
        )
