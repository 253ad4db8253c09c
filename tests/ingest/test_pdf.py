"""A PDF becomes clean text page by page, and a bad one becomes one clear line."""

import io
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from assistant.errors import DocumentError
from assistant.types import Source
from ingest.chunks import chunk_document
from ingest.documents import Document
from ingest.pdf import parse_pdf
from ingest.pdf_child import Limits

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")
PROSE = (
    "Pharmacy technicians prepare prescriptions under the supervision of a pharmacist. They count "
    "tablets, enter orders and answer the telephone. Most work in retail pharmacies and hospitals."
)


class Handout(FPDF):
    """Pages with a running head and a page number."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 5, "Handbook of the Board", new_x="LMARGIN", new_y="NEXT")
        self.ln(8)
        self.set_font("helvetica", size=11)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} of 3")


def plain() -> FPDF:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    return pdf


def read(path: Path, limits: Limits | None = None) -> Document:
    return parse_pdf(path, "mine/x.pdf", OWN, limits or Limits(seconds=30))


def saved(pdf: FPDF, folder: Path) -> Path:
    path = folder / "x.pdf"
    pdf.output(str(path))
    return path


def test_each_page_is_a_section_without_running_heads_and_page_numbers(tmp_path: Path) -> None:
    pdf = Handout()
    for number in ("one", "two", "three"):
        pdf.add_page()
        pdf.multi_cell(0, 6, f"This is page {number}. {PROSE}")
    document = read(saved(pdf, tmp_path))
    assert [section.page for section in document.sections] == [1, 2, 3]
    assert [section.text for section in document.sections] == [
        f"This is page {number}. {PROSE}" for number in ("one", "two", "three")
    ]


def test_running_heads_that_name_the_chapter_are_known_by_their_page_number(
    tmp_path: Path,
) -> None:
    pdf = plain()
    for number, chapter in enumerate(("Fees", "Fees", "Renewal", "Scope"), start=4):
        pdf.cell(0, 5, f"Chapter {chapter} {number}", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(9)
        pdf.multi_cell(0, 6, PROSE * 3)
        pdf.add_page()
    assert {section.text for section in read(saved(pdf, tmp_path)).sections} == {PROSE * 3}


def test_chunks_and_sentences_of_a_pdf_are_quotations(tmp_path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, f"{PROSE}\n\n{PROSE * 8}")
    document = read(saved(pdf, tmp_path))
    for chunk in chunk_document(document):
        assert chunk.text == document.text[chunk.start : chunk.end]
        assert chunk.page == 1
        assert all(chunk.text[s.start : s.end] == s.text for s in chunk.sentences)


def test_paragraphs_bullets_and_steps_are_put_together_again(tmp_path: Path) -> None:
    pdf = plain()
    pdf.core_fonts_encoding = "cp1252"
    pdf.multi_cell(0, 6, PROSE)
    pdf.ln(6)
    for mark in ("•", "•", "1.", "2."):
        pdf.multi_cell(0, 6, f"{mark} {PROSE}", new_x="LMARGIN", new_y="NEXT")
    document = read(saved(pdf, tmp_path))
    assert document.text == (f"{PROSE}\n\n• {PROSE}\n• {PROSE}\n\n1. {PROSE}\n2. {PROSE}")
    assert document.sections[0].sentences[-1].kind == "step"


def test_words_cut_at_a_lines_end_are_mended_and_compounds_are_kept(tmp_path: Path) -> None:
    pdf = plain()
    for line in (
        "Every pharmacy techni-", "cian renews. A part-", "time job is fine, and so is self-",
        "study. Ask Smith-", "Jones of the on-site office, the on-", "site contact.",
    ):  # fmt: skip
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert read(saved(pdf, tmp_path)).text == (
        "Every pharmacy technician renews. A part-time job is fine, and so is self-study. Ask "
        "Smith- Jones of the on-site office, the on-site contact."
    )


@pytest.mark.parametrize("by_row", [False, True], ids=["column by column", "row by row"])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, by_row: bool) -> None:
    left = [f"left words of row {number} go on" for number in range(8)]
    right = [f"right words of row {number} go on" for number in range(8)]
    places = [(x, y, text) for x, side in ((15, left), (110, right)) for y, text in enumerate(side)]
    if by_row:
        places.sort(key=lambda place: (place[1], place[0]))
    pdf = plain()
    for x, y, text in places:
        pdf.set_xy(x, 30 + 6 * y)
        pdf.cell(80, 6, text)
    assert read(saved(pdf, tmp_path)).text == " ".join(left + right)


def test_outline_titles_become_headings_within_a_page(tmp_path: Path) -> None:
    pdf = plain()
    for title in ("Fees", "Renewal"):
        pdf.start_section(title)
        pdf.multi_cell(0, 12, title, new_x="LMARGIN", new_y="NEXT")
        pdf.multi_cell(0, 6, f"All about {title.lower()}. {PROSE}", new_x="LMARGIN", new_y="NEXT")
    document = read(saved(pdf, tmp_path))
    assert [(s.path, s.page) for s in document.sections] == [(("Fees",), 1), (("Renewal",), 1)]


def test_the_title_comes_from_the_metadata_or_the_largest_line(tmp_path: Path) -> None:
    pdf = plain()
    pdf.set_font("helvetica", size=22)
    pdf.cell(0, 12, "Board rules", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 6, PROSE)
    pdf.set_title("Microsoft Word - rules.doc")
    assert read(saved(pdf, tmp_path)).title == "Board rules"
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE)
    pdf.set_title("Rules of 2026")
    assert read(saved(pdf, tmp_path)).title == "Rules of 2026"


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE)
    pdf.set_encryption("owner", "", permissions=AccessPermission.none())
    assert read(saved(pdf, tmp_path)).text == PROSE


# -- files that cannot be read -----------------------------------------------------------------


def locked(path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE)
    pdf.set_encryption("owner", "secret")
    pdf.output(str(path))


def scanned(path: Path) -> None:
    pdf = plain()
    pdf.image(Image.new("RGB", (40, 40), "gray"), w=100)
    pdf.output(str(path))


def truncated(path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE)
    path.write_bytes(bytes(pdf.output())[:300])


def not_a_pdf(path: Path) -> None:
    path.write_bytes(b"<html>This is a web page</html>")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def many_pages(path: Path) -> None:
    pdf = plain()
    for _ in range(20):
        pdf.add_page()
    pdf.output(str(path))


def much_text(path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE * 40)
    pdf.output(str(path))


LIMITS = Limits(seconds=30, pages=10, characters=4_000)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (locked, "protected by a password. Save a copy"),
        (scanned, "no text on any of its 1 pages: it looks scanned. Run OCR"),
        (truncated, "it is damaged|no text on any"),
        (not_a_pdf, "it is damaged"),
        (empty, "it is damaged"),
        (many_pages, "21 pages; the limit is 10. Split it"),
        (much_text, "more than 4000 characters of text. Split it"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_bad_file_is_reported_in_one_line_with_its_place_and_a_remedy(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "bad.pdf"
    make(path)
    with pytest.raises(DocumentError, match=reason) as caught:
        read(path, LIMITS)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_file_larger_than_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    path.write_bytes(b"x" * 2**20)
    with pytest.raises(DocumentError, match="1 MB; the limit is 0 MB"):
        read(path, replace(LIMITS, size=1000))


def bomb(path: Path, content: bytes, pages: int) -> None:
    """A small file whose pages all share one content stream that is huge when unpacked."""
    pdf = plain()
    for _ in range(pages):
        pdf.add_page()
        pdf.cell(0, 6, "Text.")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(bytes(pdf.output()))))
    stream = DecodedStreamObject()
    stream.set_data(content)
    shared = writer._add_object(stream.flate_encode(level=9))
    for page in writer.pages:
        page[NameObject("/Contents")] = shared
    writer.write(path)


def test_a_slow_file_is_given_up_within_its_time(tmp_path: Path) -> None:
    path = tmp_path / "slow.pdf"
    bomb(path, b"BT 1 0 0 1 0 0 Tm ET " * 300_000, pages=20)
    assert path.stat().st_size < 50_000
    started = time.monotonic()
    with pytest.raises(DocumentError, match="takes longer than 2 seconds"):
        read(path, Limits(seconds=2))
    assert time.monotonic() - started < 2 + 3


def test_a_file_that_needs_too_much_memory_is_reported(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "bomb.pdf"
    bomb(path, b"q Q " * 5_000_000, pages=1)
    with pytest.raises(DocumentError, match="more than 150 MB of memory"):
        read(path, Limits(seconds=30, memory=150 * 2**20))


def test_no_damage_to_a_file_escapes_as_another_error(tmp_path: Path) -> None:
    pdf = plain()
    pdf.multi_cell(0, 6, PROSE)
    data = bytes(pdf.output())
    for place in range(20, len(data), len(data) // 12):
        path = tmp_path / "damaged.pdf"
        path.write_bytes(data[:place] + b"\xff<<\x00[" + data[place + 9 :])
        try:
            assert read(path).kind == "pdf"
        except DocumentError as error:
            assert str(path) in str(error)
