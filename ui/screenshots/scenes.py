"""What each picture shows: where the page is opened, how large, and what is done before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ui.wording_kept import HandoutWording, KeptWording, LinkCardWording, ShareWording

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["SCENES", "SETTLED", "Scene"]

_DESKTOP, _PHONE = (1280, 860), (375, 720)  # pixels
_QUESTION = "How do I become a pharmacy technician in Ohio?"
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture."""

    name: str  # of the file in docs/, without .png
    path: str  # of the page, with what stands behind the question mark
    size: tuple[int, int] = _DESKTOP
    scheme: Literal["light", "dark"] = "light"
    act: Callable[[Page], None] | None = None  # what a visitor does first


def _asked(page: Page) -> None:
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(_QUESTION)
    box.press("Enter")
    page.locator(".st-key-after-answer").wait_for()
    page.locator(SETTLED).wait_for()


def _source_open(page: Page) -> None:
    """Ask, and open the source behind the second mark."""
    _asked(page)
    page.locator(".st-key-answer-0 a[href^='#source-']").nth(1).click()
    page.locator("[class*='st-key-panel-source-']:visible").wait_for()


def _shared(page: Page) -> None:
    """Ask and share the answer at a desk, and open the link on a phone."""
    page.set_viewport_size({"width": _DESKTOP[0], "height": _DESKTOP[1]})
    _asked(page)
    page.get_by_role("button", name=KeptWording.SHARE, exact=True).click()
    page.get_by_role("button", name=ShareWording.MAKE).click()
    page.get_by_text(ShareWording.MADE).wait_for()
    page.goto(page.locator("[role=dialog] code").first.inner_text().strip())
    page.set_viewport_size({"width": _PHONE[0], "height": _PHONE[1]})


def _handout(page: Page) -> None:
    """Make a link that asks a question, with its QR code."""
    page.get_by_label(HandoutWording.QUESTION).fill("How many CE hours do I need?")
    page.get_by_role("button", name=HandoutWording.MAKE, exact=True).click()
    page.get_by_role("button", name=LinkCardWording.QR).click()


SCENES = (
    Scene("start", ""),
    Scene("page", "", act=_source_open),
    Scene("page-dark", "", scheme="dark", act=_source_open),
    Scene("phone", "", _PHONE, "dark", act=_source_open),
    Scene("specialty", "specialty?w=pc-2.pr2.te2.da1"),
    Scene("plan", "plan?goal=become&state=OH"),
    Scene("compare", "compare?kind=state&a=OH&b=TX&c=PA"),
    Scene("library", "library"),
    Scene("state", "library?state=OH", _PHONE),
    Scene("handbook", "library?doc=handbook&page=12"),
    Scene("shared", "", _PHONE, act=_shared),
    Scene("links", "links", (1280, 1180), act=_handout),
)
