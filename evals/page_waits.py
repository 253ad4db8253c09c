"""A running page and a scripted model -> how soon its first words are seen, in a real Chromium.

The model writes a token every 20 ms. Its server notes when it sent the last token of its first sentence;
the page notes when it has painted its first words. Both clocks are this machine's.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from shutil import which
from typing import Any

from assistant.errors import WrongUseError
from assistant.settings import Settings
from evals.scripted.scripts import faithful
from evals.scripted.server import ScriptedServer, scripted_server
from evals.serving import served

__all__ = ["PageWaits", "run_page_waits"]

_GAP = 0.02  # seconds between two tokens
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu")
_WAIT = 30_000  # milliseconds
# Notes when the first words of a growing answer are painted; the frame after they are put in shows them.
_WATCH = """() => {
  window.firstWords = null;
  const now = () => performance.timeOrigin + performance.now();
  new MutationObserver(() => {
    const growing = document.querySelector("[class*='st-key-answer-growing']");
    if (window.firstWords === null && growing && growing.innerText.trim())
      requestAnimationFrame(() => { window.firstWords ??= now(); });
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


@dataclass(frozen=True, slots=True)
class PageWaits:
    """Milliseconds from the last token of the model's first sentence to its words on the page."""

    answers: int
    median: float
    longest: float


def run_page_waits(settings: Settings, questions: Sequence[str]) -> PageWaits:
    """Ask each question on a page of its own; the page runs in a process of its own.

    Raises:
        WrongUseError: there is no Chromium, or no Playwright to drive it.
    """
    program = which("chromium") or which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise WrongUseError("--page needs Playwright: pip install -e '.[dev]'") from error
    if program is None:
        raise WrongUseError("--page needs a Chromium, for example: apt-get install chromium")
    with (
        scripted_server(lambda received: replace(faithful()(received), gap=_GAP)) as server,
        _page(settings, server) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        waits = sorted(_wait(browser, address, server, question) for question in questions)
        browser.close()
    return PageWaits(len(waits), waits[len(waits) // 2], waits[-1])


def _wait(browser: Any, address: str, server: ScriptedServer, question: str) -> float:
    """Milliseconds for one question."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(_WAIT)
    page.goto(address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.wait_for()
    page.evaluate(_WATCH)
    server.sent.clear()
    box.fill(question)
    box.press("Enter")
    page.wait_for_function("() => window.firstWords !== null")
    seen: float = page.evaluate("() => window.firstWords")
    context.close()
    since_epoch = time.time() - time.monotonic()
    written = next(moment for moment, piece in server.sent if b"[k" in piece)
    return seen - (written + since_epoch) * 1_000


def _page(settings: Settings, server: ScriptedServer) -> AbstractContextManager[str]:
    """The page with a scripted model."""
    variables = {
        "TECHPATH_MODEL_TOKENS": "0", "TECHPATH_MODEL": "openai:scripted",
        "OPENAI_API_KEY": "scripted", "OPENAI_BASE_URL": f"{server.address}/v1",
    }  # fmt: skip
    return served(settings, variables)
