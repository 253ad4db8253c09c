"""An answer that a language model writes slowly is stopped, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import WAIT, OpenPage
from playwright.sync_api import expect

from evals.scripted.play import Play, Received
from evals.scripted.scripts import faithful
from evals.scripted.server import scripted_server
from ui.wording import PageWording
from ui.wording_kept import StopWording

pytestmark = pytest.mark.browser

QUESTION = "How much does it cost to register as a technician in Ohio?"


@pytest.fixture
def slow_page(
    start_page: Callable[[Path], str], knowledge_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A page whose model takes its time with every word."""

    def script(received: Received) -> Play:
        return replace(faithful(8)(received), gap=0.15)

    for name in ("indexes", "models"):
        (tmp_path / name).symlink_to(knowledge_home / name)
    with scripted_server(script) as server:
        monkeypatch.setenv("TECHPATH_MODEL", "openai:scripted")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
        monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
        yield start_page(tmp_path)


def test_an_answer_is_stopped_while_it_is_written_and_leaves_nothing(
    open_page: OpenPage, slow_page: str
) -> None:
    page = open_page(address=slow_page)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(QUESTION)
    box.press("Enter")
    expect(page.locator(".st-key-answer-growing-0")).to_contain_text("Ohio", timeout=WAIT)
    page.get_by_role("button", name=StopWording.STOP, exact=True).click()
    expect(page.get_by_text(StopWording.STOPPED)).to_be_visible(timeout=WAIT)
    expect(page.locator(".st-key-answer-growing-0")).to_have_count(0)
    expect(page.get_by_role("button", name=PageWording.COPY)).to_have_count(0)
    assert "c=" not in page.url
    page.reload()
    expect(page.get_by_role("heading", name=PageWording.TITLE)).to_be_visible(timeout=WAIT)
    assert page.locator("[class*='st-key-open-']").count() == 0, "the list of conversations stays empty"
