"""A web page becomes its main content, and nothing else of it comes through."""

import pytest

from assistant.errors import DocumentError
from assistant.types import Source
from ingest.documents import Document
from ingest.html import parse_html

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Technician registration</title>
<style>.x{color:red}</style><script>var tracking = "steal this";</script></head><body>
<header><nav><ul>
<li><a href="/">Home</a></li><li><a href="/c">Contact us</a></li></ul></nav></header>
<div id="cookie-banner" class="cookie-consent">
<p>We use cookies to improve your experience.</p></div>
<main><article><h1>Technician registration</h1>
<p>You must register with the Board before you begin work. Registration lasts two years.</p>
<h2>Who can apply</h2><p>You can apply when you meet these conditions:</p>
<ul><li>You are at least 18 years old.</li><li>You have a high school diploma or a GED.</li></ul>
<h2>Fees</h2><table><thead><tr><th>Fee</th><th>Amount</th></tr></thead>
<tbody><tr><td>Application</td><td>$50</td></tr></tbody></table>
<h2>How to apply</h2><ol><li>Create an account.</li><li>Pay the fee.</li></ol>
<script>document.write("injected words")</script></article></main>
<footer><p>Privacy policy. Terms of use.</p></footer></body></html>"""


@pytest.fixture
def page() -> Document:
    return parse_html(PAGE, "mine/page.html", OWN)


def test_headings_lists_and_tables_keep_their_form(page: Document) -> None:
    assert [section.path for section in page.sections] == [
        (), ("Who can apply",), ("Fees",), ("How to apply",),
    ]  # fmt: skip
    assert "• You are at least 18 years old.\n• You have" in page.text
    assert "Fee | Amount\n\nApplication | $50" in page.text
    assert "1. Create an account.\n2. Pay the fee." in page.text


@pytest.mark.parametrize(
    "words", ["cookies", "Contact us", "Privacy policy", "tracking", "injected", "color"]
)
def test_navigation_banners_scripts_and_styles_stay_out(page: Document, words: str) -> None:
    assert words not in page.text


def test_the_title_is_the_pages_own(page: Document) -> None:
    assert (page.title, page.kind, page.source.title) == (
        "Technician registration", "html", "Technician registration",
    )  # fmt: skip


def test_a_page_without_text_is_reported() -> None:
    with pytest.raises(DocumentError, match="no main text"):
        parse_html("<html><body><script>show()</script></body></html>", "mine/page.html", OWN)
