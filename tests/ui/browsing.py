"""What all walks through the page share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Page, TimeoutError, expect

__all__ = ["ARGUMENTS", "DESKTOP", "PHONE", "WAIT", "OpenPage", "overflow", "settled"]

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
DESKTOP, PHONE = (1280, 900), (375, 720)  # pixels
WAIT = 20_000  # milliseconds

OpenPage = Callable[..., Page]

# The shell of the page scrolls inside; a page without one is its document.
_WIDER = """() => Math.max(...[document.documentElement, document.querySelector("[data-testid=stMain]")]
    .filter(Boolean).map(e => e.scrollWidth - e.clientWidth))"""


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window, once its styles have arrived."""
    with suppress(TimeoutError):
        page.wait_for_function(f"({_WIDER})() <= 0", timeout=5_000)
    width: int = page.evaluate(_WIDER)
    return width


def settled(page: Page) -> None:
    """Wait until the run has ended and every widget of it has come."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=WAIT)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=WAIT)
