"""A link's token -> its page: `GET /s/{token}`.

Unknown, expired and revoked links take the same way through the same look-up to the same page.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from assistant.conversations.snapshot import Snapshot
from assistant.conversations.snapshot_wire import snapshot_from_text
from assistant.conversations.staleness import Staleness
from assistant.errors import TechPathError
from ui.links import continue_link
from ui.rates import Rates, client_key
from ui.shared_page import HEADERS, notice_page, policy, shared_page
from ui.shared_view import shared_view
from ui.wording_shared import SharedWording

__all__ = ["Compare", "Opened", "ShareReader", "shared_routes"]

_LONGEST = 200  # characters of a token that are looked at
_log = logging.getLogger("techpath.shared")

Compare = Callable[[Snapshot], Staleness | None]


class Opened(Protocol):
    """What a link shows: assistant.conversations.stored.OpenedShare is one."""

    @property
    def snapshot(self) -> str:
        """JSON text of a Snapshot."""

    @property
    def expires(self) -> datetime | None:
        """When the link closes by itself; None: never."""


class ShareReader(Protocol):
    """Where links are looked up: assistant.conversations.shares.Shares is one."""

    def open(self, token: str, now: datetime) -> Opened | None:
        """What a link shows, counted as opened; None for unknown, expired and revoked alike."""

    def peek(self, token: str, now: datetime) -> Opened | None:
        """The same, not counted."""


def shared_routes(
    reader: ShareReader, compare: Compare, clock: Callable[[], datetime], rates: Rates
) -> list[Route]:
    """The routes of shared pages.

    Args:
        reader: looks links up.
        compare: how a snapshot's statements stand in the current index; None when that is not known.
        clock: the moment, with a time zone.
        rates: how many look-ups a client's address may make.
    """

    def show(request: Request) -> HTMLResponse:
        wait = rates.wait(client_key(request.client.host if request.client else None))
        if wait:
            return _too_many(wait)
        token = str(request.path_params["token"])[:_LONGEST]
        look_up = reader.peek if request.method == "HEAD" else reader.open
        opened = look_up(token, clock())
        if opened is None:
            return _notice(404, SharedWording.NOT_FOUND_TITLE, SharedWording.NOT_FOUND)
        return _shown(opened, token, compare, clock())

    return [Route("/s/{token}", show, methods=["GET"], name="shared")]


def _shown(opened: Opened, token: str, compare: Compare, now: datetime) -> HTMLResponse:
    try:
        snapshot = snapshot_from_text(opened.snapshot)
    except TechPathError:
        _log.exception("A link that is open cannot be shown.")
        return _notice(500, SharedWording.BROKEN_TITLE, SharedWording.BROKEN)
    expires = opened.expires.date() if opened.expires else None
    view = shared_view(snapshot, _compared(snapshot, compare), expires, now.date())
    return _response(200, shared_page(view, continue_link(token)))


def _compared(snapshot: Snapshot, compare: Compare) -> Staleness | None:
    """How it stands today; a page is shown without that rather than not at all."""
    try:
        return compare(snapshot)
    except TechPathError:
        _log.exception("A shared page could not be compared with the index.")
        return None


def _too_many(wait: float) -> HTMLResponse:
    seconds = math.ceil(wait)
    text = SharedWording.TOO_MANY.format(seconds=seconds)
    page = notice_page(SharedWording.TOO_MANY_TITLE, text)
    return _response(429, page, {"Retry-After": str(seconds)})


def _notice(status: int, title: str, text: str) -> HTMLResponse:
    return _response(status, notice_page(title, text))


def _response(status: int, page: str, more: Mapping[str, str] | None = None) -> HTMLResponse:
    headers = {**HEADERS, "Content-Security-Policy": policy(), **(more or {})}
    return HTMLResponse(page, status, headers=headers)
