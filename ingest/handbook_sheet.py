"""The handbook's outline -> its table of contents."""

from __future__ import annotations

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.outline import OutlineSection

from assistant.pdf_sheet import ACCENT, INK, MARGIN

__all__ = ["CONTENTS_LINES", "draw_contents"]

_CONTENTS_LINE = 5.6  # mm
CONTENTS_LINES = 38  # lines on a page of contents, so that its length is known beforehand


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
