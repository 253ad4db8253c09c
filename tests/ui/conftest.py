"""A real Chromium for the tests of the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from browsing import ARGUMENTS, DESKTOP, WAIT, OpenPage
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, page_address: str) -> Iterator[OpenPage]:
    """A function (size, scheme, address, path, locale) that opens a page; it must run without script errors.

    The first page is ready when it takes a question, every other one when its title stands.
    """
    contexts = []
    problems: list[str] = []

    def opened(
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        address: str = page_address,
        path: str = "",
        locale: str = "en-US",
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            locale=locale,
        )
        context.set_default_timeout(WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console",
            lambda message: problems.append(message.text) if _is_problem(message) else None,
        )
        page.goto(f"{address}/{path}")
        ready = page.locator("h1").first if path else page.get_by_test_id("stChatInputTextArea")
        expect(ready).to_be_visible(timeout=WAIT)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


def _is_problem(message: ConsoleMessage) -> bool:
    """Streamlit looks for its own routes below a page's address first, and finds them at the root."""
    probed = "/_stcore/" in str(message.location.get("url", ""))
    return message.type == "error" and not probed
