"""The page Schools: as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import DESKTOP, PHONE, WAIT, OpenPage
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.wording_schools import NOTES
from ui.wording_schools import SchoolWords

SCRIPT = "from ui.pages.schools import show\n\nshow()\n"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown).replace("\\", "")


def test_an_address_lists_the_schools_with_what_the_list_is_not(page: AppTest) -> None:
    opened(page, near="43215", miles="50")
    shown = text(page)
    assert shown.index("Columbus State Community College") < shown.index("Marion Technical College")
    assert all(NOTES[note] in shown for note in ("caveats", "directories", "ask"))
    assert "about 33 miles" in shown
    assert dict(page.query_params) == {"near": "43215", "miles": "50"}
    assert not page.exception


def test_the_empty_page_waits_for_a_place(page: AppTest) -> None:
    assert SchoolWords.START in text(opened(page))


def test_a_place_of_several_states_is_chosen_by_a_tap(page: AppTest) -> None:
    opened(page, near="Springfield")
    assert "Springfield" in page.warning[0].value
    page.button(key="programs-other-0").click().run()
    assert "Springfield, IL" in page.subheader[0].value.replace("\\", "")
    assert page.query_params["near"] == "Springfield, IL"


def test_a_zip_code_and_miles_that_are_none_are_said_kindly(page: AppTest) -> None:
    opened(page, near="99999", miles="abc")
    assert "99999" in page.warning[0].value
    assert "abc" in page.info[0].value
    assert not page.subheader


def test_a_state_without_a_school_shows_the_nearest_beyond_its_border(page: AppTest) -> None:
    opened(page, near="DE")
    assert "No school is listed in Delaware" in page.subheader[0].value.replace("\\", "")
    assert "Salem Community College" in text(page)


def test_a_long_list_is_folded_after_twenty(page: AppTest) -> None:
    opened(page, near="California")
    assert page.expander[0].label == SchoolWords.MORE.format(count=52)


def test_nothing_from_people_or_documents_is_shown_as_html(page: AppTest) -> None:
    opened(page, near="<img src=x onerror=alert(1)>")
    assert not any(element.allow_html for element in page.markdown)
    assert r"\<img" in page.warning[0].value, "it is shown as what was typed"


@pytest.mark.browser
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_a_visitor_searches_near_a_zip_code(open_page: OpenPage, size: tuple[int, int], scheme: str) -> None:
    page = open_page(size, scheme, path="programs")
    page.get_by_label(SchoolWords.NEAR).fill("43215")
    page.get_by_role("button", name=SchoolWords.SEARCH).click()
    expect(page.get_by_text("Columbus State Community College", exact=True)).to_be_visible(timeout=WAIT)
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    expect(page).to_have_url(re.compile("near=43215"))
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) == 0
