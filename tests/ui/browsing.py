"""What all walks through the page share."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

__all__ = ["ARGUMENTS", "DESKTOP", "PHONE", "WAIT", "OpenPage", "holds", "overflow", "settled"]

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
    holds(page, f"({_WIDER})() <= 0", 5_000)
    width: int = page.evaluate(_WIDER)
    return width


def holds(page: Page, condition: str, timeout: int = WAIT) -> bool:
    """Whether a JavaScript condition comes to hold within a time in milliseconds.

    Playwright's wait_for_function evaluates its text inside the page whenever it looks again,
    which the page's Content-Security-Policy forbids; asked from outside it may be looked at.
    """
    end = time.monotonic() + timeout / 1000
    while not page.evaluate(condition):
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(50)
    return True


def settled(page: Page) -> None:
    """Wait until the run has ended and every widget of it has come."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=WAIT)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=WAIT)
