"""Headings, paragraphs, lists and tables -> a PDF on US Letter, by fpdf2 in the built-in Helvetica."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

__all__ = ["ACCENT", "FAINT", "INK", "MARGIN", "TINT", "WHITE", "Sheet", "Writer", "encodable"]

INK, ACCENT, FAINT, TINT = (33, 37, 41), (15, 82, 87), (108, 117, 125), (230, 240, 240)
WHITE = (255, 255, 255)
MARGIN = 22.0  # mm
_LINE = 5.2  # mm between baselines of body text
_BODY = 10.5  # points
# The built-in fonts know the Windows Latin characters only; these have a plain form.
_PLAIN = str.maketrans({
    "→": "->",
    "≥": ">=",
    "≤": "<=",
    "−": "-",
    "‑": "-",
    "‐": "-",
    "✓": "x",
    "☐": "[ ]",
    "☑": "[x]",
})


class Sheet(FPDF):
    """US Letter pages with a running head and foot."""

    def __init__(self, title: str, foot: str, cover: bool = False) -> None:
        """A sheet.

        Args:
            title: at the left of each head.
            foot: at the left of each foot.
            cover: the first page stays without head and foot.
        """
        super().__init__(format="letter")
        self.core_fonts_encoding = "cp1252"
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=MARGIN)
        self.running = ""  # the chapter's title, at the right of each head
        self._title, self._foot, self._cover = encodable(title), encodable(foot), cover

    def footer(self) -> None:
        """Draw head and foot as a page ends: only then is its chapter known."""
        if self._cover and self.page_no() == 1:
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


class Writer:
    """A PDF while it is written, top to bottom."""

    def __init__(self, title: str, foot: str, day: date, cover: bool = False) -> None:
        """A PDF without pages yet.

        Args:
            title: of the document, and in each head.
            foot: in each foot.
            day: written into the file as the day it was made, so that equal content gives equal bytes.
            cover: the first page stays without head and foot.
        """
        self._pdf = Sheet(title, foot, cover)
        self._pdf.set_title(title)
        self._pdf.set_author("TechPath")
        self._pdf.set_lang("en-US")
        self._pdf.set_creation_date(datetime.combine(day, time(), UTC))

    def to_bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def page(self) -> None:
        """A new page."""
        self._pdf.add_page()

    def heading(self, title: str, level: int) -> None:
        """A heading of level 1 or 2, never alone at a foot, and an entry of the outline."""
        room, gap, size, line = ((45, 6, 16, 7.5), (30, 3, 12, 6))[level - 1]
        if self._pdf.get_y() + room > self._pdf.page_break_trigger:
            self._pdf.add_page(same=True)
        self._pdf.ln(gap)
        self._pdf.start_section(encodable(title), level=level, strict=False)
        self.write(title, size, "B", ACCENT if level == 1 else INK, line)
        self._pdf.ln(1.5)

    def paragraph(self, text: str) -> None:
        """Body text."""
        self.write(text, _BODY, "", INK, _LINE)
        self._pdf.ln(2)

    def item(self, mark: str, text: str) -> None:
        """A bullet or a numbered step, its text indented."""
        pdf = self._pdf
        left = pdf.l_margin
        self._style(_BODY, "", INK)
        pdf.set_x(left + 2)
        pdf.cell(7, _LINE, encodable(mark))
        pdf.set_left_margin(left + 9)
        self.write(text, _BODY, "", INK, _LINE)
        pdf.set_left_margin(left)
        pdf.set_x(left)
        pdf.ln(1)

    def note(self, text: str) -> None:
        """Small print."""
        self.write(text, 8, "", FAINT, 4)
        self._pdf.ln(2)

    def entry(self, text: str, url: str) -> None:
        """A numbered source with its address, which is a link."""
        if self._pdf.get_y() + 14 > self._pdf.page_break_trigger:
            self._pdf.add_page(same=True)
        self.write(text, 8.5, "", INK, 4.2)
        if url:
            self.write(url, 7.5, "", ACCENT, 3.8, link=url)
        self._pdf.ln(1.5)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float] = (), size: float = 9) -> None:
        """A table whose first row is its header, repeated on each page it runs over."""
        pdf = self._pdf
        self._style(size, "", INK)
        pdf.set_fill_color(*WHITE)
        pdf.set_draw_color(200, 208, 208)
        pdf.set_line_width(0.2)
        head = FontFace(emphasis="BOLD", color=WHITE, fill_color=ACCENT)
        columns = max(len(row) for row in rows)
        with pdf.table(
            headings_style=head,
            col_widths=tuple(widths) or _widths(rows, columns),
            line_height=size * 0.48,
            padding=1.2,
            text_align="LEFT",
            cell_fill_color=TINT,
            cell_fill_mode="EVEN_ROWS",
        ) as table:
            for row in rows:
                table.row([encodable(cell) for cell in (*row, *[""] * (columns - len(row)))])
        pdf.ln(4)

    def write(
        self,
        text: str,
        size: float,
        style: str,
        color: tuple[int, int, int],
        line: float,
        link: str = "",
    ) -> None:
        """Text over the whole width.

        Args:
            text: broken into lines as needed.
            size: points.
            style: "" or "B".
            color: red, green, blue, each 0 to 255.
            line: mm between baselines.
            link: an address that the text leads to, or "".
        """
        self._style(size, style, color)
        self._pdf.multi_cell(
            0, line, encodable(text), align="L", link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def _style(self, size: float, style: str, color: tuple[int, int, int]) -> None:
        self._pdf.set_font("helvetica", style, size)
        self._pdf.set_text_color(*color)


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


def _widths(rows: Sequence[Sequence[str]], columns: int) -> tuple[float, ...]:
    """Column widths in proportion to their longest cell, within reason."""
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    return tuple(float(min(max(length, 8), 40)) for length in longest)
