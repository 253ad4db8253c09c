"""The page Help: it tells of this installation, and each of its links leads somewhere."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import PHONE, OpenPage, settled
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.settings import read_settings
from ui.pages.help import filled_in, tier_table
from ui.wording import TIERS
from ui.wording_help import SECTIONS, HelpWords

SCRIPT = "from ui.pages.help import show\n\nshow()\n"


def test_every_section_stands_under_its_heading_and_in_the_list() -> None:
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert not page.exception
    assert [header.value for header in page.header] == [heading for heading, _ in SECTIONS.values()]
    listed = re.findall(r"\(#([a-z]+)\)", page.expander[0].markdown[0].value)
    assert listed == [header.anchor for header in page.header]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, HelpWords.OFFLINE),
        ({"TECHPATH_MODEL": "ollama:llama3"}, "`ollama:llama3`"),
        ({}, HelpWords.KEPT_FOREVER),
        ({"TECHPATH_RETENTION_DAYS": "30"}, HelpWords.KEPT_DAYS.format(days=30)),
        ({}, HelpWords.KEPT_FILE),
        ({"TECHPATH_DATABASE_URL": "postgresql://a:secret@b/c"}, HelpWords.KEPT_SERVER),
    ],
    ids=str,
)
def test_help_tells_what_holds_for_this_installation(environment: dict[str, str], told: str) -> None:
    text = "\n".join(filled_in(read_settings(environment)).values())
    assert told in text
    assert "secret" not in text
    assert not re.search(r"\{\w+\}", text), "every brace is filled in"


def test_every_kind_of_source_has_a_row_with_its_term() -> None:
    rows = tier_table().splitlines()[2:]
    assert len(rows) == len(TIERS)
    assert all(words in row for words, row in zip(TIERS.values(), rows, strict=True))


@pytest.mark.browser
def test_help_fits_a_phone_and_leads_to_the_library(open_page: OpenPage) -> None:
    page = open_page(PHONE, "dark", path="help")
    expect(page.get_by_role("heading", name=SECTIONS["wrong"][0])).to_have_count(1)
    expect(page).to_have_title("Help · TechPath")
    settled(page)
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0
    found = Axe().run(page).response["violations"]
    assert [item["id"] for item in found if item["impact"] in ("serious", "critical")] == []
    page.get_by_role("link", name="See what changed lately").click()
    page.wait_for_url("**/library?view=changes")
