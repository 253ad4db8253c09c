"""The page in a real Chromium, as a person uses it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import PHONE, WAIT, OpenPage, holds, overflow
from playwright.sync_api import Locator, Page, expect

from assistant.wording import STARTERS, Wording
from ui.wording import PageWording

pytestmark = pytest.mark.browser

ANSWERED = [
    "How do I become a pharmacy technician in Ohio?",
    "What do I need to renew my PTCB certification?",
    "PTCE or ExCPT: which should my student take?",
    "How much does the PTCE cost?",
    "Can I start at 16 or 17?",
    "How many CE hours do I need in Texas?",
    "What does a sterile compounding technician do?",
    "How do I check whether a program is accredited?",
    "Can technicians give vaccines in Ohio?",
    "What does training cost, and how long does it take?",
]


def ask(page: Page, question: str) -> Locator:
    """Ask, wait until the whole answer stands there, and give it."""
    number = page.locator("[class*='st-key-question-']").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    answer = page.locator(f".st-key-answer-{number}")
    expect(answer.get_by_role("button", name=PageWording.COPY)).to_be_visible(timeout=WAIT)
    # What the run before left on the page goes when this run ends; until then the text may move.
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=WAIT)
    return answer


def marks(answer: Locator) -> Locator:
    return answer.get_by_test_id("stChatMessage").locator("a[href^='#source-']")


def panel(page: Page) -> Locator:
    return page.locator("[class*='st-key-panel-source-']:visible")


def test_the_empty_page_shows_three_ways_in(open_page: OpenPage) -> None:
    page = open_page()
    expect(page.get_by_role("heading", name=PageWording.TITLE)).to_be_visible()
    for questions in STARTERS.values():
        expect(page.get_by_role("button", name=questions[0])).to_be_visible()
    page.get_by_role("button", name=STARTERS["student"][0]).click()
    expect(page.locator(".st-key-question-0")).to_contain_text(STARTERS["student"][0])
    expect(page.get_by_role("button", name=STARTERS["student"][1])).to_have_count(0)


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_is_answered_with_a_source_that_opens_at_its_quote(
    open_page: OpenPage, question: str
) -> None:
    page = open_page()
    answer = ask(page, question)
    mark = marks(answer).first
    place = mark.bounding_box()
    mark.click()
    expect(panel(page)).to_have_count(1)
    quote = panel(page).locator("span[style*='background']:not(.stMarkdownBadge)").first
    expect(quote).to_be_visible()
    assert quote.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(252, 233, 169)"
    assert (quote.text_content() or "").strip() in (panel(page).text_content() or "")
    original = panel(page).get_by_role("link", name=PageWording.OPEN_ORIGINAL)
    assert re.match(r"https?://", original.get_attribute("href") or "")
    expect(panel(page)).to_contain_text(re.compile("as of|date not given"))
    assert mark.bounding_box() == place, "opening a source moved the text"


def test_a_source_closes_with_its_link_and_with_escape(open_page: OpenPage) -> None:
    page = open_page()
    mark = marks(ask(page, ANSWERED[0])).first
    mark.click()
    panel(page).get_by_text(PageWording.CLOSE, exact=True).click()
    expect(panel(page)).to_have_count(0)
    mark.press("Enter")
    expect(panel(page)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(mark).to_be_focused()


def test_a_follow_up_is_understood_and_its_question_comes_to_the_top(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How do I become a pharmacy technician in Ohio?")
    answer = ask(page, "and in Texas?")
    expect(answer.get_by_test_id("stChatMessage")).to_contain_text("Texas")
    expect(page.locator(".st-key-question-1")).to_be_in_viewport()
    top = "document.querySelector('.st-key-question-1').getBoundingClientRect().top"
    assert holds(page, f"{top} < innerHeight / 4")


def test_a_suggested_question_asks_itself(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, ANSWERED[0])
    suggested = page.locator(".st-key-follow-ups button").first
    words = suggested.inner_text().strip()
    suggested.click()
    expect(page.locator(".st-key-question-1")).to_contain_text(words)


def test_an_assumed_state_can_be_cleared(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How do I become a pharmacy technician in Ohio?")
    ask(page, "Can I get registered with a criminal record?")
    expect(page.get_by_text("Answers assume:")).to_be_visible()
    page.get_by_role("button", name="Ohio", exact=True).click()
    expect(page.get_by_text("Answers assume:")).to_have_count(0)


def test_a_clinical_question_is_declined_with_where_to_go(open_page: OpenPage) -> None:
    answer = ask(open_page(), "What is the maximum dose of ibuprofen for a child?")
    expect(answer).to_contain_text(PageWording.DECLINED)
    expect(answer).to_contain_text("pharmacist")
    expect(marks(answer)).to_have_count(0)


def test_what_the_sources_do_not_cover_is_said(open_page: OpenPage) -> None:
    answer = ask(open_page(), "What uniform color do technicians wear at Mayo Clinic?")
    expect(answer).to_contain_text(PageWording.NOT_FOUND)
    expect(answer).to_contain_text(Wording.NOT_COVERED)


def test_what_a_person_types_never_becomes_markup(open_page: OpenPage) -> None:
    page = open_page()
    typed = "![x](https://evil.example/x.png) <b>bold</b> www.evil.example $x$ :red[r] renew PTCB?"
    ask(page, typed)
    shown = page.locator(".st-key-question-0").get_by_test_id("stMarkdownContainer")
    assert shown.inner_text().replace("\u2060", "").strip() == typed
    expect(shown.locator("a, img, b, .katex")).to_have_count(0)


def test_a_long_question_is_refused_kindly(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_test_id("stChatInputTextArea").fill("x" * 2001)
    page.get_by_test_id("stChatInputTextArea").press("Enter")
    expect(page.get_by_text("That is 2,001 characters")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_everything_without_scrolling_sideways(open_page: OpenPage, scheme: str) -> None:
    page = open_page(PHONE, scheme)
    assert overflow(page) == 0
    answer = ask(page, "PTCE or ExCPT: which should my student take?")
    assert overflow(page) == 0
    marks(answer).first.click()
    expect(panel(page)).to_have_count(1)
    box = panel(page).bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, PHONE[0])
    assert overflow(page) == 0
    expect(panel(page).get_by_text(PageWording.CLOSE, exact=True)).to_be_in_viewport()


def test_a_new_index_is_picked_up_without_a_restart(
    open_page: OpenPage,
    start_page: Callable[[Path], str],
    ingest_into: Callable[..., None],
    tmp_path: Path,
) -> None:
    home, folder = tmp_path / "home", tmp_path / "handouts"
    folder.mkdir()
    (folder / "club.md").write_text(
        "# Pharmacy technician club\n\n## When does the pharmacy technician club meet?\n\n"
        "The pharmacy technician club meets on Thursday at 4 pm in room 12.\n",
        encoding="utf-8",
    )
    page = open_page(address=start_page(home))
    expect(page.get_by_text("techpath ingest")).to_be_visible()
    ingest_into(home, folder)
    answer = ask(page, "When does the pharmacy technician club meet?")
    expect(answer).to_contain_text("Thursday at 4 pm")
    marks(answer).first.click()
    expect(panel(page)).to_contain_text(PageWording.YOUR_FILE)
