"""The handbook's sheet of paper: colours, running head and foot, contents, characters."""

from __future__ import annotations

import unicodedata

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.outline import OutlineSection

__all__ = [
    "ACCENT",
    "CONTENTS_LINES",
    "FAINT",
    "INK",
    "MARGIN",
    "TINT",
    "WHITE",
    "Sheet",
    "draw_contents",
    "encodable",
]

INK, ACCENT, FAINT, TINT = (33, 37, 41), (15, 82, 87), (108, 117, 125), (230, 240, 240)
WHITE = (255, 255, 255)
MARGIN = 22.0  # mm
_CONTENTS_LINE = 5.6  # mm
CONTENTS_LINES = 38  # lines on a page of contents, so that its length is known beforehand
# The built-in fonts know the Windows Latin characters only; these have a plain form.
_PLAIN = str.maketrans({"→": "->", "≥": ">=", "≤": "<=", "−": "-", "‑": "-", "‐": "-", "✓": "x"})


class Sheet(FPDF):
    """US Letter pages with a running head and foot."""

    def __init__(self, title: str, foot: str) -> None:
        super().__init__(format="letter")
        self.core_fonts_encoding = "cp1252"
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=MARGIN)
        self.running = ""  # the chapter's title
        self._title, self._foot = title, foot

    def footer(self) -> None:
        """Draw head and foot as a page ends: only then is its chapter known."""
        if self.page_no() == 1:
            return
        self.set_font("helvetica", "", 8)
        self.set_text_color(*FAINT)
        for y, left, right in (
            (11, self._title, encodable(self.running)),
            (-14, self._foot, str(self.page_no())),
        ):
            self.set_y(y)
            self.cell(0, 4, left)
            self.set_x(MARGIN)
            self.cell(0, 4, right, align="R")


def draw_contents(pdf: FPDF, outline: list[OutlineSection]) -> None:
    """Chapters and guides with their page numbers, each line a link."""
    pdf.set_font("helvetica", "B", 20)
    pdf.set_text_color(*ACCENT)
    pdf.set_x(MARGIN)
    pdf.cell(0, 2 * _CONTENTS_LINE, "Contents", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    entries = [section for section in outline if section.level < 2]
    for number, section in enumerate(entries, start=2):
        if number % CONTENTS_LINES == 0:
            pdf.add_page()
        _draw_entry(pdf, section)


def _draw_entry(pdf: FPDF, section: OutlineSection) -> None:
    chapter = section.level == 0
    pdf.set_font("helvetica", "B" if chapter else "", 10 if chapter else 9.5)
    pdf.set_text_color(*(ACCENT if chapter else INK))
    link = pdf.add_link(page=section.page_number)
    pdf.set_x(MARGIN + (0 if chapter else 5))
    room = pdf.epw - (0 if chapter else 5) - 12
    dots = int((room - pdf.get_string_width(f"{section.name}  ")) / pdf.get_string_width(" ."))
    text = section.name if chapter else f"{section.name} {' .' * max(0, dots)}"
    pdf.cell(room, _CONTENTS_LINE, text, link=link)
    pdf.cell(
        12,
        _CONTENTS_LINE,
        str(section.page_number),
        align="R",
        link=link,
        new_x=XPos.LMARGIN,
        new_y=YPos.NEXT,
    )


def encodable(text: str) -> str:
    """Text in the characters that the built-in fonts have."""
    return "".join(_encodable_char(char) for char in text.translate(_PLAIN))


def _encodable_char(char: str) -> str:
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        folded = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode("ascii")
        return folded or "?"
    return char
