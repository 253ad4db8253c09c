"""What a visitor sets for the page, in a real Chromium."""

from __future__ import annotations

import re

import pytest
from browsing import WAIT, OpenPage
from playwright.sync_api import Page, expect

from ui.spanish import wording as spanish
from ui.spanish import wording_settings as ajustes
from ui.wording import PAGES
from ui.wording_settings import LANGUAGE_NAMES, SettingsWords

pytestmark = pytest.mark.browser

OHIO = "plan?goal=become&state=OH"
DARK, LIGHT = "rgb(20, 28, 27)", "rgb(251, 248, 242)"


def ground(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    return colour


def test_language_colours_and_size_are_chosen_and_remembered(open_page: OpenPage) -> None:
    page = open_page(path=OHIO)
    page.get_by_role("button", name=SettingsWords.OPEN).click()
    page.get_by_role("radio", name=LANGUAGE_NAMES["es"]).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(spanish.PAGES["plan"], timeout=WAIT)
    expect(page.get_by_text(ajustes.SettingsWords.ANSWERS_ARE_ENGLISH).first).to_be_visible()
    page.get_by_role("radio", name=ajustes.SIZE_NAMES["larger"]).click()
    expect(page.locator("html[lang=es][data-techpath-size=larger]")).to_be_attached()
    assert ground(page) == LIGHT
    with page.expect_navigation(), page.expect_request("**/look?*"):
        page.get_by_role("radio", name=ajustes.THEME_NAMES["dark"]).click()
    expect(heading).to_have_text(spanish.PAGES["plan"], timeout=WAIT)
    assert ground(page) == DARK, "the page comes back in the chosen colours"

    other = page.context.new_page()
    other.goto(page.url.split("/plan")[0] + "/help")
    expect(other.get_by_role("heading", level=1)).to_have_text(spanish.PAGES["help"], timeout=WAIT)
    expect(other.locator("html[lang=es][data-techpath-size=larger]")).to_be_attached()
    assert ground(other) == DARK


def test_a_spanish_browser_is_met_in_spanish(open_page: OpenPage) -> None:
    page = open_page(locale="es-MX")
    expect(page.get_by_role("heading", level=1)).to_have_text(spanish.PageWording.TITLE, timeout=WAIT)
    page.get_by_role("button", name=spanish.STARTER_LABELS["student"][1]).click()
    asked = page.locator(".st-key-question-0")
    expect(asked).to_contain_text("Can I start at 16 or 17?", timeout=WAIT)
    expect(asked).to_have_attribute("lang", "en")


def test_a_state_once_said_starts_the_next_conversation(open_page: OpenPage) -> None:
    page = open_page(path="help")
    page.get_by_role("button", name=SettingsWords.OPEN).click()
    with page.expect_response("**/look?*"):
        page.get_by_role("combobox", name=SettingsWords.STATE).fill("Ohio")
        page.keyboard.press("Enter")
    other = page.context.new_page()
    other.goto(page.url.removesuffix("help"))
    expect(other.get_by_role("button", name="Ohio", exact=True)).to_be_visible(timeout=WAIT)
    expect(other.get_by_role("link", name=PAGES["plan"]).first).to_be_visible()


def test_the_settings_stand_beside_the_menu(open_page: OpenPage) -> None:
    page = open_page((860, 700))
    last = page.get_by_test_id("stTopNav").get_by_text(re.compile("more", re.IGNORECASE)).last
    menu, settings = last.bounding_box(), page.locator(".st-key-settings").bounding_box()
    assert menu and settings
    assert menu["x"] + menu["width"] <= settings["x"]
