"""A browser -> its visitor: a random key in a cookie that no script can read, and no login."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.conversations.archive import Archive
from assistant.conversations.stored import Visitor
from assistant.conversations.visitors import new_key
from ui.account import account
from ui.moments import now
from ui.rates import client_key

__all__ = [
    "COOKIE",
    "LIFE",
    "VisitorCookie",
    "came_by_https",
    "client_address",
    "current_key",
    "current_visitor",
    "keeps_cookies",
]

COOKIE = "techpath_visitor"
LIFE = 400 * 24 * 3600  # seconds; browsers keep no cookie for longer (RFC 6265bis, section 5.5)
_EPHEMERAL = "visitor_key"  # of a browser that keeps no cookies: its conversations end with the tab
_SHORTEST = 32  # characters; a key that somebody typed by hand is not one of ours


class VisitorCookie:
    """ASGI middleware that gives a browser without a key a fresh one with the page.

    HttpOnly keeps it from scripts, SameSite=Lax from forms of other sites, and Secure, where the page
    comes by https, from the open network. Only the page itself sets it: a shared link sets none.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the cookie to the page that answers it."""
        if scope["type"] != "http" or scope["method"] != "GET" or _key_in(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        secure = came_by_https(scope)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                ours = not scope["path"].startswith("/s/")
                if ours and headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", _cookie(new_key(), secure))
            await send(message)

        await self._app(scope, receive, send_with_cookie)


def current_visitor(archive: Archive) -> Visitor:
    """The visitor whose page is being made.

    Raises:
        StorageError: the database does not answer.
    """
    signed_in = account()
    if signed_in:
        return archive.visitors.recognise_account(*signed_in, now())
    return archive.visitors.recognise(current_key(), now())


def current_key() -> str:
    """The browser's key, or one that lives as long as this tab."""
    if keeps_cookies():
        return st.context.cookies[COOKIE]
    kept: str = st.session_state.setdefault(_EPHEMERAL, new_key())
    return kept


def keeps_cookies() -> bool:
    """Whether the browser sends our cookie; inside another site's page most do not."""
    return len(st.context.cookies.get(COOKIE, "")) >= _SHORTEST


def client_address() -> str:
    """The key of the client's address, by which guessing is slowed down."""
    return client_key(st.context.ip_address)


def _key_in(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found and len(found.value) >= _SHORTEST else ""


def _cookie(key: str, secure: bool) -> str:
    parts = [f"{COOKIE}={quote(key)}", "Path=/", f"Max-Age={LIFE}", "HttpOnly", "SameSite=Lax"]
    return "; ".join([*parts, "Secure"] if secure else parts)


def came_by_https(scope: Scope) -> bool:
    """Whether the browser's side of the connection is encrypted; a reverse proxy says so in a header."""
    return scope["scheme"] == "https" or Headers(scope=scope).get("x-forwarded-proto", "") == "https"
