"""The page "Career ladder": as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import PHONE, WAIT, OpenPage
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.wording_ladder import RUNG_NAMES
from ui.wording_ladder import LadderWords

# The navigation is made, not run: links to other tools need it.
SCRIPT = """
from ui.navigation import navigation
from ui.pages.ladder import show

navigation()
show()
"""


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def test_every_rung_of_the_picture_stands_in_text_too(page: AppTest) -> None:
    page.query_params["state"] = "OH"
    page.run()
    text = "\n".join(element.value for element in page.markdown).replace("\\", "")
    assert all(name in text for name in RUNG_NAMES.values())
    assert dict(page.query_params) == {"state": "OH"}
    assert not page.exception


def test_what_an_address_gets_wrong_is_said_and_left_out(page: AppTest) -> None:
    page.query_params["state"] = "Atlantis"
    page.run()
    assert page.info[0].value.replace("\\", "") == LadderWords.UNKNOWN_STATE.format(asked="Atlantis")
    assert dict(page.query_params) == {}


def test_a_phone_shows_the_picture_with_its_words(open_page: OpenPage) -> None:
    page = open_page(PHONE, "dark", path="ladder?state=TX")
    alt = LadderWords.ALT.format(
        count=len(RUNG_NAMES), first=RUNG_NAMES["start"], last=RUNG_NAMES["pharmacist"]
    )
    picture = page.get_by_test_id("stVegaLiteChart")
    expect(picture).to_be_visible(timeout=WAIT)
    assert alt in picture.evaluate("element => element.outerHTML")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
