"""A plan's document -> a PDF to print, with a box to tick at each step."""

from __future__ import annotations

from datetime import date

from assistant.pdf_sheet import Writer
from assistant.plan_files.document import Document, Section
from assistant.render import reference
from assistant.wording_plan import PlanWording

__all__ = ["plan_pdf"]

_WIDTHS = (22.0, 16.0, 14.0, 48.0)  # of the columns of costs, in percent
_BULLET = "\u2022"


def plan_pdf(document: Document, today: date) -> bytes:
    """The pages; sources whose review is overdue on `today` say whom to ask."""
    writer = Writer(document.title, PlanWording.NOTICE, today)
    writer.page()
    writer.heading(document.title, 1)
    writer.paragraph(document.lead)
    for section in document.sections:
        _write_section(writer, section)
    if document.table:
        writer.heading(PlanWording.COSTS, 2)
        writer.table(document.table, _WIDTHS, size=8.5)
        for total in document.totals:
            writer.paragraph(total)
        writer.note(PlanWording.COSTS_NOTE)
    writer.heading(PlanWording.SOURCES, 2)
    for citation in document.citations:
        text = reference(citation, today).removesuffix(citation.source.url).rstrip()
        writer.entry(text, citation.source.url)
    return writer.to_bytes()


def _write_section(writer: Writer, section: Section) -> None:
    box = "" if section.ticked is None else "\u2611 " if section.ticked else "\u2610 "
    writer.heading(f"{box}{section.heading}", 2)
    for entry in section.entries:
        writer.item(_BULLET, f"{entry.label}: {entry.text}" if entry.label else entry.text)
