"""Heavy objects, built once and shared by all visitors; never anything of a visitor's own."""

from __future__ import annotations

import streamlit as st

from assistant.build import Assistant, build_assistant
from assistant.settings import Settings

__all__ = ["shared_assistant"]


@st.cache_resource(show_spinner=False, hash_funcs={Settings: repr})
def shared_assistant(settings: Settings) -> Assistant:
    """The assistant on these settings' index."""
    return build_assistant(settings)
