"""Sign-in by OpenID Connect, where the installation has it: through Streamlit's own st.login.

It is configured by an `[auth]` section of `.streamlit/secrets.toml`. Of an account only issuer and
subject are used, and only their hash is stored; the name is shown to the person and kept nowhere.
"""

from __future__ import annotations

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section, is_authlib_installed

__all__ = ["account", "account_name", "sign_in_is_offered"]


def sign_in_is_offered() -> bool:
    """Whether this installation lets people sign in."""
    return bool(get_secrets_auth_section()) and is_authlib_installed()


def account() -> tuple[str, str] | None:
    """Issuer and subject of the person who is signed in."""
    user = st.user
    if not user.get("is_logged_in"):
        return None
    issuer, subject = user.get("iss"), user.get("sub")
    return (str(issuer), str(subject)) if issuer and subject else None


def account_name() -> str:
    """How the person who is signed in knows the account: its address or name; "" where it has none."""
    return str(st.user.get("email") or st.user.get("name") or "")
