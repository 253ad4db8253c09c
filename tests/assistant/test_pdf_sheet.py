"""The common sheet of all PDFs that TechPath writes."""

from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader

from assistant.pdf_sheet import Writer, encodable


def test_what_is_written_reads_back_under_a_running_head() -> None:
    writer = Writer("A title", "a foot", date(2026, 12, 1))
    writer.page()
    writer.heading("First", 1)
    writer.paragraph("Body text.")
    writer.item("1.", "A step.")
    writer.table([("A", "B"), ("one", "two")])
    writer.entry("A source", "https://example.gov/")
    text = PdfReader(io.BytesIO(writer.to_bytes())).pages[0].extract_text()
    expected = ("A title", "a foot", "First", "Body text.", "A step.", "one", "A source")
    assert [part for part in expected if part not in text] == []


def test_a_cover_has_neither_head_nor_foot() -> None:
    writer = Writer("A title", "a foot", date(2026, 12, 1), cover=True)
    writer.page()
    writer.paragraph("Cover.")
    assert "a foot" not in PdfReader(io.BytesIO(writer.to_bytes())).pages[0].extract_text()


def test_characters_that_the_fonts_lack_get_a_plain_form() -> None:
    assert encodable("→ José ≥ 5 ☑ Ł 中") == "-> José >= 5 [x] ? ?"
