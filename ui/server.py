"""Settings -> the page on its address and port, with the plain routes beside it."""

from __future__ import annotations

import errno
import socket
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from assistant.errors import SettingsError
from assistant.settings import Settings
from ui.headers import SafeHeaders
from ui.options import streamlit_options

__all__ = ["make_app", "serve"]

_SCRIPT = Path(__file__).resolve().parent / "app.py"


def serve(settings: Settings) -> None:
    """Start the page and stay until it is stopped; SettingsError when its port is taken."""
    _check_port(settings)
    print(f"TechPath is on http://{settings.address}:{settings.port}", flush=True)
    make_app().run(config=streamlit_options(settings))


def make_app() -> st.App:
    """The ASGI app: Streamlit's page, /healthz, and safe headers on everything."""
    routes = [Route("/healthz", _health)]
    return st.App(_SCRIPT, routes=routes, middleware=[Middleware(SafeHeaders)])


async def _health(request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


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
