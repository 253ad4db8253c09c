"""A page in a real Chromium -> how soon it can be used, and how soon a question's answer is seen.

The start is timed from the command `serve` to the input that takes a question, in a browser that was
running and had never been there. An answer is timed in the browser, from the press of Enter to the
frame that shows the first words of it, and to the frame that shows all of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from shutil import which
from typing import Any

from assistant.errors import WrongUseError
from assistant.settings import Settings
from evals.measures.interval import percentile
from evals.serving import served

__all__ = ["PageSpeed", "measure_page"]

_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu")
_WAIT = 30_000  # milliseconds
_TURNS = 4  # questions of one visitor, in one conversation
# Notes when Enter is pressed, when the first words of the answer are painted, and when it is complete.
_WATCH = """() => {
  const seen = {};
  window.techpathSeen = seen;
  document.addEventListener("keydown", event => {
    if (event.key === "Enter") Object.assign(seen, {asked: performance.now(), first: 0, whole: 0});
  }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const number = document.querySelectorAll("[class*='st-key-question-']").length - 1;
    const answer = [...document.querySelectorAll("[class*='st-key-answer-']")].filter(
      part => part.matches(`.st-key-answer-${number}, [class*='st-key-answer-growing']`)).pop();
    if (!seen.asked || number < seen.before || !answer?.innerText.trim()) return;
    seen.first ||= performance.now();
    if (answer.querySelector("[class*='st-key-actions-']")) seen.whole ||= performance.now();
  })).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""


@dataclass(frozen=True, slots=True)
class PageSpeed:
    """Milliseconds."""

    usable: float  # from the command to an input that takes a question, in a browser new to the page
    again: float  # from an address to that input, in a browser new to the page, while it runs
    first: tuple[float, ...]  # of each question, from Enter to the first words
    whole: tuple[float, ...]  # of each question, from Enter to the whole answer

    def in_words(self) -> str:
        """The figures, a line each."""
        lines = [
            f"from `serve` to a page that takes a question: {self.usable:.0f} ms",
            f"from its address to such a page, while it runs: {self.again:.0f} ms",
        ]
        for what, times in (("the first words", self.first), ("the whole answer", self.whole)):
            lines.append(
                f"from Enter to {what}, of {len(times)} questions: p50 {percentile(times, 0.5):.0f} ms, "
                f"p95 {percentile(times, 0.95):.0f} ms"
            )
        return "\n".join(lines)


def measure_page(settings: Settings, questions: Sequence[str], tell: Callable[[int, int], None]) -> PageSpeed:
    """Start the page, open it, and ask each question.

    Raises:
        WrongUseError: there is no Chromium, or no Playwright to drive it.
    """
    program = which("chromium") or which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise WrongUseError("this needs Playwright: pip install -e '.[dev]'") from error
    if program is None:
        raise WrongUseError("this needs a Chromium, for example: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        started = time.perf_counter()
        with served(settings, once="healthz") as address:
            _open(browser, address)
            usable = (time.perf_counter() - started) * 1_000
            started = time.perf_counter()
            _open(browser, address)
            again = (time.perf_counter() - started) * 1_000
            times = []
            for number, question in enumerate(questions):
                if number % _TURNS == 0:
                    page = _open(browser, address)
                    page.evaluate(_WATCH)
                times.append(_ask(page, question))
                tell(number + 1, len(questions))
        browser.close()
    return PageSpeed(usable, again, tuple(first for first, _ in times), tuple(whole for _, whole in times))


def _open(browser: Any, address: str) -> Any:
    page = browser.new_context().new_page()
    page.set_default_timeout(_WAIT)
    page.goto(address)
    page.get_by_test_id("stChatInputTextArea").wait_for()
    return page


def _ask(page: Any, question: str) -> tuple[float, float]:
    """Milliseconds to the first words and to the whole answer."""
    box = page.get_by_test_id("stChatInputTextArea")
    number = page.locator("[class*='st-key-question-']").count()
    page.evaluate("before => { window.techpathSeen.before = before; }", number)
    box.fill(question)
    box.press("Enter")
    page.locator(f".st-key-answer-{number} [class*='st-key-actions-']").wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    seen = page.evaluate("() => window.techpathSeen")
    return seen["first"] - seen["asked"], seen["whole"] - seen["asked"]
