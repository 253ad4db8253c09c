"""Headings, paragraphs, lists and tables -> pages of a PDF, by fpdf2 in the built-in Helvetica."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace

from ingest.handbook_sheet import (
    ACCENT,
    CONTENTS_LINES,
    FAINT,
    INK,
    MARGIN,
    TINT,
    WHITE,
    Sheet,
    draw_contents,
    encodable,
)

__all__ = ["Pages"]

_LINE = 5.2  # mm between baselines of body text
_BODY = 10.5  # points


class Pages:
    """The handbook while it is written, top to bottom."""

    def __init__(self, title: str, day: str) -> None:
        self._pdf = Sheet(title, f"Reviewed {day}")
        self._fresh = False  # whether the page at hand is still empty
        self._pdf.set_title(title)
        self._pdf.set_author("TechPath")
        self._pdf.set_lang("en-US")
        # A fixed date, so that the same knowledge gives the same bytes.
        self._pdf.set_creation_date(datetime.fromisoformat(day).replace(tzinfo=UTC))

    def save(self, path: Path) -> None:
        """Write the file in one step."""
        fresh = path.with_name(f"{path.name}.new")
        self._pdf.output(str(fresh))
        fresh.replace(path)

    def cover(self, title: str, subtitle: str, lines: Sequence[str]) -> None:
        """The first page."""
        pdf = self._pdf
        pdf.add_page()
        pdf.set_fill_color(*ACCENT)
        pdf.rect(0, 0, pdf.w, 118, style="F")
        pdf.set_xy(MARGIN, 62)
        self._write(title, 40, "B", WHITE, 16)
        self._write(subtitle, 15, "", TINT, 8)
        pdf.set_y(132)
        for line in lines:
            self._write(line, 11, "", INK, 6)
            pdf.ln(3)

    def contents(self, entries: int) -> None:
        """The table of contents, filled in when all is written.

        Args:
            entries: how many outline titles of the first two levels there will be.
        """
        self._pdf.add_page()
        pages = -(-(entries + 2) // CONTENTS_LINES)
        self._pdf.insert_toc_placeholder(draw_contents, pages=pages)
        self._fresh = True  # fpdf2 ends the contents with a new page

    def chapter(self, title: str, landscape: bool = False) -> None:
        """A new page with a large title."""
        pdf = self._pdf
        if not self._fresh:
            pdf.add_page(orientation="landscape" if landscape else "portrait")
        self._fresh, pdf.running = False, title
        pdf.start_section(encodable(title), level=0)
        self._write(title, 24, "B", ACCENT, 11)
        pdf.set_draw_color(*ACCENT)
        pdf.set_line_width(0.6)
        pdf.line(MARGIN, pdf.get_y() + 2, pdf.w - MARGIN, pdf.get_y() + 2)
        pdf.ln(8)

    def heading(self, title: str, level: int) -> None:
        """A guide's title (level 1) or a question within it (level 2), never alone at a foot."""
        room, gap, size, line = ((45, 6, 16, 7.5), (30, 3, 12, 6))[level - 1]
        if self._pdf.get_y() + room > self._pdf.page_break_trigger:
            self._pdf.add_page(same=True)
        self._pdf.ln(gap)
        self._pdf.start_section(encodable(title), level=level)
        self._write(title, size, "B", ACCENT if level == 1 else INK, line)
        self._pdf.ln(1.5)

    def paragraph(self, text: str) -> None:
        """Body text."""
        self._write(text, _BODY, "", INK, _LINE)
        self._pdf.ln(2)

    def item(self, mark: str, text: str) -> None:
        """A bullet or a numbered step, its text indented."""
        pdf = self._pdf
        left = pdf.l_margin
        self._style(_BODY, "", INK)
        pdf.set_x(left + 2)
        pdf.cell(7, _LINE, encodable(mark))
        pdf.set_left_margin(left + 9)
        self._write(text, _BODY, "", INK, _LINE)
        pdf.set_left_margin(left)
        pdf.set_x(left)
        pdf.ln(1)

    def note(self, text: str) -> None:
        """Small print."""
        self._write(text, 8, "", FAINT, 4)
        self._pdf.ln(2)

    def entry(self, text: str, url: str) -> None:
        """A numbered source with its address, which is a link."""
        if self._pdf.get_y() + 14 > self._pdf.page_break_trigger:
            self._pdf.add_page(same=True)
        self._write(text, 8.5, "", INK, 4.2)
        if url:
            self._write(url, 7.5, "", ACCENT, 3.8, link=url)
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

    def _style(self, size: float, style: str, color: tuple[int, int, int]) -> None:
        self._pdf.set_font("helvetica", style, size)
        self._pdf.set_text_color(*color)

    def _write(
        self,
        text: str,
        size: float,
        style: str,
        color: tuple[int, int, int],
        line: float,
        link: str = "",
    ) -> None:
        self._style(size, style, color)
        self._pdf.multi_cell(
            0, line, encodable(text), align="L", link=link, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )


def _widths(rows: Sequence[Sequence[str]], columns: int) -> tuple[float, ...]:
    """Column widths in proportion to their longest cell, within reason."""
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    return tuple(float(min(max(length, 8), 40)) for length in longest)
