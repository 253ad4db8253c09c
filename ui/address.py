"""The part of the address behind the question mark <-> what a tool's page shows.

A page reads the address when the visitor comes by it, and writes back what the visitor chose, so that
the address can be handed out. What it wrote itself it does not read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import streamlit as st

from assistant.settings import read_settings

__all__ = ["arrived", "base_address", "write"]

_WRITTEN = "address-written"  # page -> the parameters that it wrote last


def arrived(page: str) -> dict[str, str] | None:
    """The parameters that the visitor came by; None when they are those that the page wrote."""
    given = dict(st.query_params.items())
    return None if given == _written().get(page) else given


def write(page: str, parameters: Mapping[str, str], anew: bool = False) -> None:
    """Put what was chosen into the address.

    Args:
        page: whose address it is.
        parameters: what it is to say.
        anew: also where it says so already: a link from a page to itself leaves the browser without them.
    """
    _written()[page] = dict(parameters)
    if anew or dict(st.query_params.items()) != dict(parameters):
        st.query_params.from_dict(dict(parameters))


def _written() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = st.session_state.setdefault(_WRITTEN, {})
    return found


def base_address() -> str:
    """The address that this page is served under, as the visitor's browser names it.

    Before the browser has said it, the one that the page listens on.
    """
    settings = read_settings()
    parts = urlsplit(st.context.url or f"http://{settings.address}:{settings.port}")
    path = parts.path.rsplit("/", 1)[0] if parts.path.strip("/") else ""
    return f"{parts.scheme}://{parts.netloc}{path}"
