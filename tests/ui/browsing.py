"""What all walks through the page share."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

__all__ = ["ARGUMENTS", "DESKTOP", "PHONE", "WAIT", "OpenPage"]

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
DESKTOP, PHONE = (1280, 900), (375, 720)  # pixels
WAIT = 20_000  # milliseconds

OpenPage = Callable[..., Page]
