"""Cover, contents and chapters -> the pages of the handbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assistant.pdf_sheet import ACCENT, INK, MARGIN, TINT, WHITE, Writer, encodable
from ingest.handbook_sheet import CONTENTS_LINES, draw_contents

__all__ = ["Pages"]


class Pages(Writer):
    """The handbook while it is written, top to bottom."""

    def __init__(self, title: str, day: str) -> None:
        super().__init__(title, f"Reviewed {day}", date.fromisoformat(day), cover=True)
        self._fresh = False  # whether the page at hand is still empty

    def save(self, path: Path) -> None:
        """Write the file in one step."""
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_bytes(self.to_bytes())
        fresh.replace(path)

    def cover(self, title: str, subtitle: str, lines: Sequence[str]) -> None:
        """The first page."""
        pdf = self._pdf
        pdf.add_page()
        pdf.set_fill_color(*ACCENT)
        pdf.rect(0, 0, pdf.w, 118, style="F")
        pdf.set_xy(MARGIN, 62)
        self.write(title, 40, "B", WHITE, 16)
        self.write(subtitle, 15, "", TINT, 8)
        pdf.set_y(132)
        for line in lines:
            self.write(line, 11, "", INK, 6)
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
        self.write(title, 24, "B", ACCENT, 11)
        pdf.set_draw_color(*ACCENT)
        pdf.set_line_width(0.6)
        pdf.line(MARGIN, pdf.get_y() + 2, pdf.w - MARGIN, pdf.get_y() + 2)
        pdf.ln(8)
