"""Every page in a real Chromium: for all eyes and ears, in light and dark, and in the narrowest window."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESKTOP, WAIT, OpenPage, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# Name -> address, with something on the page.
PAGES = {
    "ask, empty": "",
    "ask, answered": "?ask=How%20do%20I%20become%20a%20pharmacy%20technician%20in%20Ohio%3F",
    "specialty": "specialty",
    "specialty, ranked": "specialty?w=patient_contact.-2",
    "plan": "plan?goal=become&state=OH",
    "plan, costs": "plan?goal=become&state=OH&view=costs",
    "plan, CE": "plan?goal=renew&state=TX&credential=ptcb-cpht&view=ce",
    "compare": "compare?kind=state&a=TX&b=CA",
    "compare, pay": "compare?view=pay",
    "library": "library",
    "library, state": "library?state=OH",
    "links": "links",
    "moving": "moving?from=TX&to=CO",
    "programs": "programs?near=43215",
    "help": "help",
}
NARROW, ZOOMED = (320, 640), (DESKTOP[0] // 2, DESKTOP[1] // 2)  # 200 % of a desktop's window
# By how many pixels the page is wider than its window, once its charts are drawn for their new room.
OVERFLOW = """async () => {
    const places = ["html", "[data-testid=stMain]"].map(place => document.querySelector(place));
    const over = () => Math.max(...places.map(place => place.scrollWidth - place.clientWidth));
    for (let tries = 0; over() > 0 && tries < 100; tries++) await new Promise(go => setTimeout(go, 50));
    return over();
}"""
DARK = "rgb(20, 28, 27)"


def grave(page: Page, **options: object) -> list[tuple[str, str]]:
    """(rule, the first place) of what axe calls serious or critical."""
    found = Axe().run(page, options=options).response["violations"]
    return [
        (item["id"], item["nodes"][0]["html"]) for item in found if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_for_everybody(open_page: OpenPage, path: str) -> None:
    page = open_page(path="" if "ask=" in path else path)
    if "ask=" in path:
        page.goto(f"{page.url}{path}")
        expect(page.locator(".st-key-after-answer")).to_be_visible(timeout=WAIT)
    settled(page)
    assert grave(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(page.locator(".stApp")).to_have_css("background-color", DARK, timeout=WAIT)
    assert grave(page, runOnly=["color-contrast"]) == [], "dark"  # the only rule that looks at colours
    for width, height in (NARROW, ZOOMED):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OVERFLOW) == 0, f"{width} pixels"
