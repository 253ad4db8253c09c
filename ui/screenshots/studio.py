"""Scenes -> pictures: a page of its own on a free port, and a Chromium that looks at it."""

from __future__ import annotations

import contextlib
import multiprocessing
import shutil
import socket
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.errors import SettingsError
from assistant.settings import Settings
from ui.screenshots.picture import small_png
from ui.screenshots.scenes import SETTLED, Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["browser", "running_page", "taken"]

_START_SECONDS = 60.0
_LONGEST = 30_000  # milliseconds that one step of a scene may take
_STILL = 400  # milliseconds after the last step: sheets slide in, and fonts arrive
_READY = "h1, [data-testid=stChatInputTextArea]"
_WHOLE = """() => document.fonts.status === "loaded"
    && [...document.images].every(image => image.complete)
    && !document.querySelector("[data-testid=stSkeleton]")"""


@contextlib.contextmanager
def running_page(settings: Settings) -> Iterator[str]:
    """The address of a page that runs as long as the block; SettingsError when it does not start."""
    from ui.server import serve

    own = replace(settings, port=_free_port(), address="localhost")
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(own,), daemon=True)
    process.start()
    try:
        address = f"http://localhost:{own.port}"
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.join()


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium; SettingsError when there is none."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise SettingsError("Chromium is not installed. Run: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


def taken(scene: Scene, chromium: Browser, address: str) -> bytes:
    """A scene as a PNG, seen by a visitor who has never been there."""
    width, height = scene.size
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scene.scheme,
        reduced_motion="reduce",
        locale="en-US",
    )
    context.set_default_timeout(_LONGEST)
    page = context.new_page()
    page.goto(f"{address}/{scene.path}")
    page.locator(_READY).first.wait_for()
    page.locator(SETTLED).wait_for()
    if scene.act is not None:
        scene.act(page)
    _wait_until_still(page)
    screenshot = page.screenshot(animations="disabled", caret="hide")
    context.close()
    return small_png(screenshot)


def _wait_until_still(page: Page) -> None:
    """Wait for the parts of the page that load when they are first shown, and for fonts and pictures."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(_WHOLE)
    page.wait_for_timeout(_STILL)


def _wait_for(address: str, process: multiprocessing.process.BaseProcess) -> None:
    end = time.monotonic() + _START_SECONDS
    while process.is_alive() and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise SettingsError("The page did not get ready. Run: techpath doctor")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port
