"""Settings -> the page on its address and port, with the plain routes beside it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from assistant.conversations.snapshot import Snapshot
from assistant.conversations.staleness import CurrentStatements, Staleness
from assistant.errors import IndexMissingError, SettingsError, TechPathError
from assistant.logs import log_event, set_up_logs
from assistant.settings import Settings
from ui.headers import SafeHeaders
from ui.library.handbook import open_handbook
from ui.moments import now
from ui.options import streamlit_options
from ui.resources import shared_archive, shared_assistant, shared_lookups
from ui.routes.handbook import handbook_routes
from ui.routes.look import look_routes
from ui.routes.shared import shared_routes
from ui.visitor import VisitorCookie

__all__ = ["make_app", "serve"]

_SCRIPT = Path(__file__).resolve().parent / "app.py"
_SWEEP_EVERY = 24 * 3600  # seconds
_log = logging.getLogger("techpath.server")


def serve(settings: Settings) -> None:
    """Start the page and stay until it is stopped.

    Raises:
        SettingsError: its port is taken, or the language model that is set lacks its package or key.
    """
    _check_port(settings)
    shared_assistant(settings).open_model()
    set_up_logs(settings)
    app = make_app(settings)
    print(f"TechPath is on http://{settings.address}:{settings.port}", flush=True)
    app.run(config=streamlit_options(settings))


def make_app(settings: Settings) -> st.App:
    """The ASGI app: Streamlit's page, shared links, two health checks, and safe headers on everything.

    Raises:
        SettingsError: the database of conversations cannot be used.
        StorageError: it cannot be opened, or a newer TechPath wrote it.
    """
    # Streamlit 1.67 takes a folder "pages" beside the script for pages of its old kind, until the first
    # run has called st.navigation: the first visitor by a deep link would see an empty page.
    PagesManager.uses_pages_directory = False
    archive = shared_archive(settings)

    def compare(snapshot: Snapshot) -> Staleness | None:
        try:
            return CurrentStatements(shared_assistant(settings).index().passages).compare(snapshot)
        except IndexMissingError:
            return None

    async def ready(request: Request) -> JSONResponse:
        return await asyncio.to_thread(_readiness, settings)

    routes = [
        Route("/healthz", _health),
        Route("/readyz", ready),
        *shared_routes(archive.shares, compare, now, shared_lookups()),
        *look_routes(),
        *handbook_routes(lambda: open_handbook(settings), time.monotonic),
    ]
    middleware = [
        Middleware(SafeHeaders, embed_origins=settings.embed_origins),
        Middleware(VisitorCookie),
    ]
    return st.App(_SCRIPT, routes=routes, middleware=middleware, lifespan=_sweeping(settings))


async def _health(request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


def _readiness(settings: Settings) -> JSONResponse:
    """Whether questions can be answered and kept: 200, or 503 with the part that is not ready."""
    part = "index"
    try:
        shared_assistant(settings).index()
        part = "conversations"
        shared_archive(settings).check()
    except TechPathError as error:
        _log.warning("Not ready: %s", error)
        return JSONResponse({"status": "not ready", "part": part}, status_code=503)
    return JSONResponse({"status": "ready"})


def _sweeping(settings: Settings) -> Any:
    """A lifespan that deletes what its time has passed, at the start and once a day."""

    async def sweep() -> None:
        while True:
            try:
                swept = await asyncio.to_thread(
                    shared_archive(settings).sweep, now(), settings.retention_days
                )
                log_event(_log, "swept", **asdict(swept))
            except TechPathError:
                _log.exception("Old conversations could not be deleted.")
            await asyncio.sleep(_SWEEP_EVERY)

    @contextlib.asynccontextmanager
    async def lifespan(app: object) -> AsyncIterator[None]:
        task = asyncio.create_task(sweep())
        try:
            yield
        finally:
            task.cancel()

    return lifespan


def _check_port(settings: Settings) -> None:
    """Say in plain words what Streamlit would only log."""
    family = socket.AF_INET6 if ":" in settings.address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.address, settings.port))
        except OSError as error:
            raise SettingsError(f"PORT {settings.port} {_reason(settings, error)}") from error


def _reason(settings: Settings, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "is taken by another program. Set PORT to a free one, for example PORT=8601."
    remedy = "Set PORT or TECHPATH_ADDRESS."
    return f"cannot be opened on {settings.address}: {error.strerror}. {remedy}"
