"""The page Library: as Streamlit runs it, and walked through in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import PHONE, WAIT, OpenPage, overflow
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from ui.library.catalog import catalog_of
from ui.library_session import READER, SEARCH, STATE, TOPIC
from ui.wording import PageWording
from ui.wording_library import (
    SHELF_WORDS,
    CardWords,
    ChangesWords,
    DocumentWords,
    HandbookWords,
    LibraryWords,
)

SCRIPT = "from ui.pages.library import show\n\nshow()\n"
GUIDE = "guides/becoming/at-16-or-17"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, /, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    page.run()
    assert not page.exception
    return page


def text(page: AppTest) -> str:
    shown = [*page.markdown, *page.caption, *page.header, *page.info]
    return "\n".join(element.value for element in shown).replace("\\", "")


def links(page: AppTest) -> list[tuple[str, str]]:
    """What each link says, and the parameters that it leads to."""
    found = [element.proto for element in page.get("page_link")]
    return [(link.label.replace("\\", ""), link.query_string) for link in found]


def test_the_first_page_offers_every_topic(page: AppTest) -> None:
    opened(page)
    named = {label for label, _ in links(page)}
    assert {words[1] for shelf, words in SHELF_WORDS.items() if shelf != "documents"} <= named
    assert LibraryWords.NEWS in named


def test_topic_state_and_reader_narrow_what_is_shown_and_stand_in_the_address(page: AppTest) -> None:
    opened(page)
    page.selectbox(key=TOPIC).set_value("schools").run()
    assert page.header[0].value == LibraryWords.MANY.format(count=53)
    page.selectbox(key=STATE).set_value("TX").run()
    assert page.header[0].value == LibraryWords.ONE
    page.selectbox(key=READER).set_value("technician").run()
    assert LibraryWords.NOTHING in text(page), "schools are not for those who work already"
    assert dict(page.query_params) == {"topic": "schools", "state": "TX", "for": "technician"}


def test_a_search_shows_sentences_with_their_sources_and_leads_to_their_place(page: AppTest) -> None:
    opened(page)
    page.text_input(key=SEARCH).set_value("fingerprints in Ohio").run()
    assert "“fingerprints in Ohio”" in page.header[0].value
    assert "Ohio requires fingerprints" in text(page)
    assert ("Who can apply", "doc=records%2Fjurisdiction%2Foh&at=who-can-apply") in links(page)
    assert page.query_params["q"] == "fingerprints in Ohio"


def test_what_nothing_fits_is_said_with_the_way_back(page: AppTest) -> None:
    opened(page, q="zebra stripes", state="OH", topic="schools")
    assert LibraryWords.NOTHING in text(page)
    assert (LibraryWords.CLEAR, "") in links(page)


def test_a_guide_shows_when_it_was_compared_and_every_source(page: AppTest) -> None:
    opened(page, doc=GUIDE)
    assert DocumentWords.REVIEWED.format(date="November 22, 2026") in text(page)
    assert "[1](#source-1-1)" in text(page), "sentences carry marks"
    assert page.header[-1].value == DocumentWords.SOURCES
    assert not any(element.allow_html for element in page.markdown)


def test_a_states_card_is_the_view_of_a_state_alone_and_can_be_changed(page: AppTest) -> None:
    opened(page, state="Ohio")
    assert page.title[0].value == CardWords.TITLE.format(name="Ohio")
    assert "**$50**" in text(page).replace("\\$", "$")
    assert page.query_params["state"] == "OH"
    page.selectbox(key="library-other-state").set_value("TX").run()
    assert page.title[0].value == CardWords.TITLE.format(name="Texas")


def test_a_page_can_be_sent_by_its_address(page: AppTest) -> None:
    for parameters in ({"state": "OH"}, {"doc": GUIDE}):
        opened(page, **parameters)
        ((name, value),) = parameters.items()
        assert page.code[0].value.endswith(f"/library?{name}={value}")
        page.query_params.clear()


def test_a_page_of_every_shelf_opens_at_its_own_address(page: AppTest, knowledge_settings: Settings) -> None:
    entries = catalog_of(Passages(current_folder(knowledge_settings) / "passages.sqlite")).entries
    for entry in {entry.shelf: entry for entry in entries.values()}.values():
        opened(page, doc=entry.id)
        assert page.query_params["doc"] == entry.id
        assert page.title[0].value.replace("\\", "") == entry.title


def test_the_handbook_opens_at_the_cited_page_and_can_be_leafed_through(page: AppTest) -> None:
    opened(page, doc="handbook", page="12")
    assert "handbook-page-12.png" in text(page)
    assert page.header[0].value == HandbookWords.TEXT.format(page=12)
    page.number_input[0].set_value(13).run()
    assert "handbook-page-13.png" in text(page)
    assert page.query_params["page"] == "13"


def test_what_changed_lately_names_states_and_new_sources(page: AppTest) -> None:
    opened(page, view="changes")
    assert [header.value for header in page.header] == [ChangesWords.PENDING, ChangesWords.NEW]
    assert ("California", "state=CA") in links(page)


def test_an_address_that_names_nothing_is_said_without_markup(page: AppTest) -> None:
    opened(page, doc="<b>guides</b>/nothing")
    assert page.title[0].value == LibraryWords.TITLE
    assert "nothing" in page.info[0].value
    assert "<b>" not in page.info[0].value


def test_without_an_index_the_library_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert page.title[0].value == LibraryWords.TITLE
    assert "techpath ingest" in page.warning[0].value


@pytest.mark.browser
def test_a_reader_goes_from_an_answer_to_its_page_and_through_the_library(open_page: OpenPage) -> None:
    page = open_page(PHONE, "dark")
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("Can I start at 16 or 17?")
    box.press("Enter")
    page.locator(".st-key-answer-0 a[href^='#source-']").first.click()
    panel = page.locator("[class*='st-key-panel-source-']:visible")
    panel.get_by_role("link", name=LibraryWords.READ_HERE).click()
    sources = page.get_by_role("heading", name=DocumentWords.SOURCES)
    expect(sources).to_have_count(1, timeout=WAIT)
    assert "doc=" in page.url and "at=" in page.url
    assert overflow(page) == 0

    page.get_by_role("link", name=LibraryWords.BACK).click()
    search = page.get_by_label(LibraryWords.SEARCH, exact=True).first
    search.fill("night shift")
    search.press("Enter")
    page.get_by_role("link", name="Hours, nights and physical demands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hours, nights and physical demands")
    expect(page).to_have_title(f"Hours, nights and physical demands · {PageWording.NAME}")
    page.go_back()
    expect(page.get_by_text("“night shift”")).to_be_visible(timeout=WAIT)

    page.goto(f"{page.url.partition('?')[0]}?doc=handbook&page=12")
    picture = page.get_by_role("img", name=HandbookWords.PICTURE.format(page=12))
    expect(picture).to_be_visible(timeout=WAIT)
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > PHONE[0]
    page.get_by_role("link", name=HandbookWords.AFTER, exact=True).click()
    expect(page.get_by_role("img", name=HandbookWords.PICTURE.format(page=13))).to_be_visible(timeout=WAIT)
    assert overflow(page) == 0
