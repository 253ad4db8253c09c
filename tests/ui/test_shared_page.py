from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser

import pytest
from shared_page_samples import EVIL, HOSTILE, SMALL, USUAL, all_the_same, stale
from shared_samples import EXAM_ANSWER, TODAY, stored

from assistant.conversations.snapshot import Snapshot, freeze
from assistant.conversations.staleness import Staleness
from assistant.errors import WrongUseError
from ui.escaping import clean
from ui.options import DARK, LIGHT
from ui.shared_page import MOST_BYTES, check_size, notice_page, policy, shared_page
from ui.shared_view import shared_view
from ui.wording_shared import SharedWording

VOID = {"meta", "link", "path", "rect", "circle", "br", "img"}


class Page(HTMLParser):
    """The elements of a page; it fails on tags that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def html(snapshot: Snapshot, staleness: Staleness | None = None) -> str:
    return shared_page(shared_view(snapshot, staleness, date(2026, 12, 22), TODAY), "../?continue=tpl_x")


@pytest.mark.parametrize("snapshot", [SMALL, USUAL, HOSTILE], ids=["small", "usual", "hostile"])
def test_every_mark_leads_to_a_quote_and_back(snapshot: Snapshot) -> None:
    page = Page(html(snapshot, all_the_same(snapshot)))
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert max(ids.values()) == 1
    inside = [a["href"][1:] for a in page.of("a") if a.get("href", "").startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_a_reference_is_given_in_full() -> None:
    text = " ".join(Page(html(SMALL)).text.split())
    assert (
        "Ohio Board of Pharmacy: Technician fees Law or state board · as of May 2026, checked November 1, 2026 "
        "Ohio: rules › Fees Ohio asks $50 when you apply. Renewing in Ohio costs $75." in text
    )
    assert {a["href"] for a in Page(html(SMALL)).of("a") if "://" in a["href"]} == {
        "https://board.example/fees",
        "https://ptcb.example/fees",
    }


def test_a_page_that_has_gone_stale_shows_old_and_new() -> None:
    page = html(SMALL, stale(SMALL))
    assert "2 of 4 cited statements have changed or been withdrawn" in page
    assert "<mark>$50</mark>" in page
    assert "<mark>$65 &lt;b&gt;now&lt;/b&gt;</mark>" in page
    assert SharedWording.GONE in Page(page).text
    assert "cited statements have changed" not in html(SMALL, all_the_same(SMALL))


def test_no_text_becomes_markup_an_image_or_a_link() -> None:
    page = Page(html(HOSTILE, None))
    assert {tag for tag, _ in page.elements} & {"script", "img", "iframe", "b", "object", "form"} <= {"b"}
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in page.elements if "style" in attributes]
    assert not [a for a in page.of("a") if not a["href"].startswith(("#", "../"))]
    assert page.text.count(clean(EVIL)) >= 10
    assert "\u202e" not in page.text


@pytest.mark.parametrize("text", [html(SMALL), notice_page("A", "B")], ids=["page", "notice"])
def test_neither_title_nor_previews_tell_what_was_shared(text: str) -> None:
    page = Page(text)
    assert f"<title>{SharedWording.TITLE}</title>" in text
    names = {meta.get("name", "") for meta in page.of("meta")}
    assert names == {"", "viewport", "robots", "referrer", "color-scheme"}
    assert not [meta for meta in page.of("meta") if "property" in meta]
    assert "noindex" in next(meta["content"] for meta in page.of("meta") if meta.get("name") == "robots")


def test_the_policy_knows_exactly_the_style_sheet_of_the_page() -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", html(SMALL), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy() == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


def test_the_colours_are_the_themes() -> None:
    page = html(SMALL)
    assert f"--ground:{LIGHT['backgroundColor']}" in page
    assert f"--ground:{DARK['backgroundColor']}" in page


@pytest.mark.parametrize("staleness", [all_the_same, stale])
def test_a_page_of_usual_length_is_small(staleness: object) -> None:
    assert len(html(USUAL, staleness(USUAL)).encode()) < MOST_BYTES / 2  # type: ignore[operator]


def test_what_makes_too_large_a_page_is_refused_before_it_is_shared() -> None:
    check_size(USUAL, TODAY)
    many = freeze([stored(EXAM_ANSWER)] * 200, "", [], None, TODAY)
    with pytest.raises(WrongUseError, match="Choose fewer answers"):
        check_size(many, TODAY)


def test_going_on_is_one_plain_link() -> None:
    (link,) = [a for a in Page(html(SMALL)).of("a") if a.get("class") == "button"]
    assert link["href"] == "../?continue=tpl_x"
