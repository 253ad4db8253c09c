"""The shared page in a real Chromium, as a student reads it on a phone and a counselor on paper."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from types import SimpleNamespace

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from browsing import DESKTOP, PHONE, overflow
from playwright.sync_api import Browser, Page, Request, expect
from pypdf import PdfReader
from shared_page_samples import HOSTILE, SMALL, USUAL, all_the_same, stale
from shared_samples import NOW
from starlette.applications import Starlette

from assistant.conversations.snapshot import Snapshot
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.conversations.staleness import Staleness
from ui.rates import Rates
from ui.routes.shared import shared_routes
from ui.wording_shared import SharedWording

pytestmark = pytest.mark.browser

PAGES = {"small": SMALL, "usual": USUAL, "hostile": HOSTILE, "stale": USUAL}
NARROW, ZOOMED = (320, 640), (640, 450)  # pixels; 1280 x 900 at 200 % zoom is 640 x 450
OpenShared = Callable[..., Page]


class Links:
    """The sample pages under their names."""

    def open(self, token: str, now: object) -> SimpleNamespace | None:
        if token not in PAGES:
            return None
        return SimpleNamespace(snapshot=snapshot_to_text(PAGES[token]), expires=None)

    peek = open


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The routes behind a real server."""

    def compare(snapshot: Snapshot) -> Staleness:
        return stale(snapshot) if snapshot.note == USUAL.note else all_the_same(snapshot)

    routes = shared_routes(Links(), compare, lambda: NOW, Rates(1_000, 100, time.monotonic))
    config = uvicorn.Config(Starlette(routes=routes), port=0, log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def open_shared(chromium: Browser, address: str) -> Iterator[OpenShared]:
    """A function (name, size, scheme) that opens a page without scripts; nothing else may be asked for."""
    contexts = []
    asked: list[str] = []
    problems: list[str] = []

    def opened(name: str, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: asked.append(_place(request)))
        page.goto(f"{address}/s/{name}")
        assert asked == [f"/s/{name}"], "a page asks for itself only"
        asked.clear()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [problem for problem in problems if "404" not in problem] == []


def _place(request: Request) -> str:
    return "/" + request.url.split("/", 3)[3] if request.url.startswith("http://127.0.0.1") else request.url


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["usual", "hostile", "gone"])
def test_axe_finds_nothing_serious(
    open_shared: OpenShared, name: str, scheme: str, size: tuple[int, int]
) -> None:
    found = Axe().run(open_shared(name, size, scheme)).response["violations"]
    assert [
        (item["id"], item["nodes"][0]["html"]) for item in found if item["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("size", [NARROW, PHONE, ZOOMED], ids=["320 px", "phone", "200 % zoom"])
@pytest.mark.parametrize("name", ["usual", "hostile", "gone"])
def test_nothing_is_wider_than_the_screen(open_shared: OpenShared, name: str, size: tuple[int, int]) -> None:
    assert overflow(open_shared(name, size)) == 0


def test_a_dark_screen_gets_a_dark_page(open_shared: OpenShared) -> None:
    shades = [
        open_shared("small", scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert shades == ["rgb(251, 248, 242)", "rgb(20, 28, 27)"]


def test_a_mark_leads_to_its_source_and_back(open_shared: OpenShared) -> None:
    page = open_shared("small")
    mark = page.get_by_role("link", name=SharedWording.TO_QUOTE.format(label="2")).first
    mark.click()
    expect(page.locator("#s2")).to_be_in_viewport()
    expect(page.locator("#s2")).to_contain_text("Each try costs $129.")
    page.get_by_role("link", name=f"{SharedWording.BACK} 2").click()
    expect(mark).to_be_in_viewport()


def test_old_and_new_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(
    open_shared: OpenShared,
) -> None:
    for size, beside in ((DESKTOP, True), (NARROW, False)):
        pair = open_shared("stale", size).locator(".pair").first.locator("> div")
        then, now = pair.nth(0).bounding_box(), pair.nth(1).bounding_box()
        assert then is not None
        assert now is not None
        assert (then["y"] == now["y"]) is beside


def test_a_link_that_opens_nothing_is_kind(open_shared: OpenShared) -> None:
    page = open_shared("gone", PHONE)
    expect(page.get_by_role("heading")).to_have_text(SharedWording.NOT_FOUND_TITLE)
    expect(page.get_by_role("link", name=SharedWording.ASK_YOURSELF)).to_have_attribute("href", "../")


def test_hostile_texts_run_nothing_and_fetch_nothing(open_shared: OpenShared) -> None:
    page = open_shared("hostile")
    assert page.evaluate("document.querySelectorAll('script, img, iframe, [onload], [onerror]').length") == 0


@pytest.mark.parametrize("name", ["small", "stale"])
def test_it_prints_on_two_pages_with_addresses_and_without_buttons(
    open_shared: OpenShared, name: str
) -> None:
    printed = PdfReader(BytesIO(open_shared(name).pdf(format="Letter")))
    text = " ".join(page.extract_text() for page in printed.pages)
    assert len(printed.pages) <= 2
    assert "https://ptcb.example/fees" in "".join(text.split())
    assert SharedWording.CONTINUE not in text
    assert SharedWording.HEADING in text
