"""A link from one browser to another: shared, read, continued, withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PHONE, WAIT, OpenPage
from playwright.sync_api import Browser, Page, expect

from assistant.conversations.archive import open_archive
from assistant.conversations.backup import back_up
from assistant.settings import read_settings
from ui.shared_page import MOST_BYTES
from ui.wording import PageWording
from ui.wording_kept import HidingWording, KeptWording, LinksWording, ShareWording
from ui.wording_shared import SharedWording

pytestmark = pytest.mark.browser

QUESTION = "I am Zebedee Quillfeather, zebedee@example.org. How do I become a technician in Ohio?"
HIDDEN = ("Zebedee", "Quillfeather", "zebedee@", "quillfeather")


def ask(page: Page, question: str) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    expect(page.get_by_role("button", name=PageWording.WAS_IT_RIGHT)).to_be_visible(timeout=WAIT)


def share(page: Page) -> str:
    page.get_by_role("button", name=KeptWording.SHARE, exact=True).click()
    expect(page.get_by_text(HidingWording.HIDE, exact=True)).to_be_visible(timeout=WAIT)
    page.get_by_text(HidingWording.HERE, exact=True).click()
    page.get_by_role("button", name=ShareWording.MAKE).click()
    expect(page.get_by_text(ShareWording.MADE)).to_be_visible(timeout=WAIT)
    return page.locator("[role=dialog] code").first.inner_text().strip()


def test_a_link_is_shared_read_continued_and_withdrawn(
    open_page: OpenPage,
    chromium: Browser,
    page_address: str,
    knowledge_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    owner = open_page()
    ask(owner, QUESTION)
    link = share(owner)
    assert link.startswith(f"{page_address}/s/tpl_")
    owner.keyboard.press("Escape")
    expect(owner.locator(".st-key-shared-mark")).to_contain_text("one link is open", timeout=WAIT)
    expect(owner.locator(".st-key-question-0")).to_contain_text("I am [name], [e-mail].")

    reader = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}).new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(link)
    expect(reader.get_by_role("heading", name=SharedWording.HEADING)).to_be_visible(timeout=WAIT)
    assert all(word not in reader.content() for word in HIDDEN)
    assert len(reader.content().encode()) < MOST_BYTES
    violations = Axe().run(reader).response["violations"]
    assert [item["id"] for item in violations if item["impact"] in ("serious", "critical")] == []
    assert all(url.startswith(page_address) for url in asked)
    assert reader.context.cookies() == []

    reader.get_by_role("link", name=SharedWording.CONTINUE).first.click()
    expect(reader.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=WAIT)
    expect(reader.locator(".st-key-answer-0")).to_contain_text("Ohio", timeout=WAIT)
    ask_again = reader.get_by_test_id("stChatInputTextArea")
    ask_again.fill("and in Texas?")
    ask_again.press("Enter")
    expect(reader.locator(".st-key-answer-1")).to_contain_text("Texas", timeout=WAIT)
    reader.context.close()

    owner.goto(f"{page_address}/links")
    expect(owner.get_by_text(LinksWording.OPENED_ONCE)).to_be_visible(timeout=WAIT)
    owner.get_by_role("button", name=LinksWording.REVOKE, exact=True).click()
    owner.get_by_role("button", name=LinksWording.REVOKE_SURE).click()
    expect(owner.get_by_text(LinksWording.CLOSED.format(count=1))).to_be_visible(timeout=WAIT)
    gone = chromium.new_context().new_page()
    answer = gone.goto(link)
    assert answer is not None
    assert answer.status == 404
    gone.context.close()
    assert traces(knowledge_home, tmp_path_factory.getbasetemp()) == []


def traces(home: Path, written: Path) -> list[str]:
    """Where the hidden words stand: in what is kept, in what a backup holds, in what the page has logged."""
    archive = open_archive(read_settings({"TECHPATH_HOME": str(home)}))
    backup = written / "walk-backup.sqlite"
    back_up(archive.database, backup)
    archive.close()
    files = [*home.glob("conversations*"), backup, *written.glob("page*/log")]
    assert len(files) >= 3
    words = [word.encode() for word in HIDDEN]
    return [file.name for file in files if any(word in file.read_bytes() for word in words)]


def test_a_conversation_survives_a_reload_and_a_second_tab(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How many CE hours do I need in Texas?")
    said = page.locator(".st-key-answer-0").inner_text()
    page.reload()
    expect(page.locator(".st-key-answer-0")).to_contain_text("Texas", timeout=WAIT)
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.locator(".st-key-answer-0")).to_have_text(said, use_inner_text=True, timeout=WAIT)
