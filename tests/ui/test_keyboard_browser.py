"""The page Ask without a mouse, and for an ear."""

from __future__ import annotations

import pytest
from browsing import WAIT, OpenPage
from playwright.sync_api import expect

from ui.wording import PageWording
from ui.wording_settings import SettingsWords

pytestmark = pytest.mark.browser


def test_a_question_is_asked_heard_and_changed_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    box = page.get_by_test_id("stChatInputTextArea")
    box.press_sequentially("How much does the PTCE cost?")
    box.press("Shift+Enter")
    box.press_sequentially("And a retake?")
    expect(box).to_have_value("How much does the PTCE cost?\nAnd a retake?")
    box.press("Enter")
    said = SettingsWords.ANSWER_READY.split("{")[0]
    expect(page.get_by_role("status").filter(has_text=said)).to_be_attached(timeout=WAIT)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=WAIT)

    box.press("ArrowUp")
    field = page.get_by_label(PageWording.EDIT_LABEL)
    expect(field).to_be_focused(timeout=WAIT)
    field.press("Escape")
    expect(field).to_have_count(0, timeout=WAIT)
    expect(page.locator(".st-key-question-0")).to_contain_text("And a retake?")

    box.press("ArrowUp")
    expect(field).to_be_focused(timeout=WAIT)
    field.fill("How much does the ExCPT cost?")
    field.press("Control+Enter")
    expect(page.locator(".st-key-question-0")).to_contain_text("ExCPT", timeout=WAIT)
