"""Every response -> the same response with the headers that Streamlit leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "SafeHeaders"]

# Streamlit 1.67 needs inline styles (emotion), blob: workers, and one inline script in its page.
_POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "media-src": "'self' blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_STRICTER = ("/s/",)  # shared pages need no script, and forbid more by themselves


class SafeHeaders:
    """ASGI middleware that sets HEADERS on each HTTP response; pages that are stricter keep their own."""

    def __init__(self, app: ASGIApp, embed_origins: Sequence[str] = ()) -> None:
        """Wrap an app.

        Args:
            app: whose responses are mended.
            embed_origins: the sites whose pages may hold `/?embed=true` in a frame.
        """
        self._app = app
        self._embedded = _embedded(embed_origins) if embed_origins else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; mend the start of the response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        given = self._embedded if _asks_to_be_embedded(scope) else HEADERS
        own = scope["path"].startswith(_STRICTER)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in given.items():
                    if not (own and name in headers):
                        headers[name] = value
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _embedded(origins: Sequence[str]) -> Mapping[str, str]:
    """The headers of a page that these sites may hold; X-Frame-Options knows no list, and is left out."""
    ancestors = f"frame-ancestors {' '.join(origins)}"
    policy = HEADERS["Content-Security-Policy"].replace("frame-ancestors 'none'", ancestors)
    return {
        name: policy if name == "Content-Security-Policy" else value
        for name, value in HEADERS.items()
        if name != "X-Frame-Options"
    }


def _asks_to_be_embedded(scope: Scope) -> bool:
    """Whether the address says `embed=true`, the word by which Streamlit leaves its bars out."""
    given = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return "true" in (value.lower() for value in given.get("embed", ()))
