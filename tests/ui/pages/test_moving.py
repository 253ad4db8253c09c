"""The page Moving: as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import DESKTOP, PHONE, WAIT, OpenPage, settled
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.types import Profile
from ui.wording_moving import MoveWords

SCRIPT = "from ui.pages.moving import show\n\nshow()\n"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown).replace("\\", "")


def test_an_address_fills_the_page_and_the_page_writes_it_back(page: AppTest) -> None:
    opened(page, **{"from": "TX", "to": "colorado"})
    assert page.subheader[0].value.replace("\\", "") == "Moving from Texas to Colorado"
    page.selectbox(key="moving-new").set_value("GU").run()
    assert dict(page.query_params) == {"from": "TX", "to": "GU"}
    assert "Put these on your list for the Guam board" in text(page)
    assert not page.exception


def test_the_empty_page_asks_for_both_states(page: AppTest) -> None:
    assert MoveWords.BOTH in text(opened(page))
    assert dict(page.query_params) == {}


def test_the_same_state_twice_is_no_move(page: AppTest) -> None:
    assert MoveWords.SAME in text(opened(page, **{"from": "TX", "to": "TX"}))


def test_what_an_address_gets_wrong_is_said_and_left_out(page: AppTest) -> None:
    opened(page, **{"from": "Mars", "to": "CO"})
    assert "Mars" in page.info[0].value
    assert page.selectbox(key="moving-old").value is None


def test_what_is_known_of_the_visitor_is_filled_in(page: AppTest) -> None:
    page.session_state["profile"] = Profile(state="OH", credential="nha-cpht")
    opened(page)
    assert page.selectbox(key="moving-old").value == "OH"
    assert page.selectbox(key="moving-credential").value == "nha-cpht"


def test_the_certification_chosen_changes_what_comes_along(page: AppTest) -> None:
    opened(page, **{"from": "TX", "to": "CO"})
    assert "NHA reports" in text(page)
    page.selectbox(key="moving-credential").set_value("ptcb-cpht").run()
    lines = [line for line in text(page).splitlines() if line.startswith("- ")]
    assert not any(line.startswith("- NHA reports") for line in lines)
    assert any(line.startswith("- PTCB says its CPhT") for line in lines)


@pytest.mark.browser
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_a_visitor_reads_a_move(open_page: OpenPage, size: tuple[int, int], scheme: str) -> None:
    page = open_page(size, scheme, path="moving?from=TX&to=CO")
    steps = page.locator(".st-key-moving-part-redo ol > li")
    expect(steps.first).to_be_visible(timeout=WAIT)
    assert steps.count() >= 3
    settled(page)
    page.locator(".st-key-moving-part-check a[href^='#source-']").first.click()
    expect(page.locator("[class*='st-key-panel-source-']:visible")).to_have_count(1, timeout=WAIT)
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wider) == 0
