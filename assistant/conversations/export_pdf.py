"""A conversation -> a PDF to print or to hand in."""

from __future__ import annotations

from datetime import date

from assistant.conversations.export import assumed, printed, reference_lines
from assistant.conversations.stored import Conversation, StoredTurn
from assistant.conversations.wording import ExportWording
from assistant.pdf_sheet import Writer
from assistant.types import Block, Claim

__all__ = ["conversation_pdf"]


def conversation_pdf(conversation: Conversation, today: date) -> bytes:
    """The shown branch on US Letter; the same conversation and day give the same bytes.

    Args:
        conversation: what to print.
        today: the day of the export; sources whose review is overdue on it say whom to ask.
    """
    page = printed(conversation)
    pdf = Writer(ExportWording.TITLE, ExportWording.SAVED.format(day=today.isoformat()), today)
    pdf.page()
    pdf.heading(page.title, 1)
    for turn in page.turns:
        _write_turn(pdf, turn)
    if page.citations:
        pdf.heading(ExportWording.SOURCES, 1)
        for citation, (text, url) in zip(page.citations, reference_lines(page.citations, today), strict=True):
            pdf.entry(f"[{citation.number}] {text}", url)
    pdf.note(ExportWording.NOTICE)
    return pdf.to_bytes()


def _write_turn(pdf: Writer, turn: StoredTurn) -> None:
    pdf.heading(" ".join(turn.question.split()), 2)
    for remark in (assumed(turn), ExportWording.BROUGHT if turn.brought else ""):
        if remark:
            pdf.note(remark)
    for block in turn.answer.blocks:
        _write_block(pdf, block)


def _write_block(pdf: Writer, block: Block) -> None:
    if block.lead_in:
        pdf.paragraph(block.lead_in)
    if block.kind == "table":
        rows = [list(block.header), *([_marked(cell) for cell in row] for row in block.rows)]
        if any(rows):
            pdf.table([row for row in rows if row])
    elif block.kind in ("bullets", "steps"):
        for number, claim in enumerate(block.claims, start=1):
            pdf.item("•" if block.kind == "bullets" else f"{number}.", _marked(claim))
    elif block.claims:
        pdf.paragraph(" ".join(_marked(claim) for claim in block.claims))


def _marked(claim: Claim) -> str:
    """A claim with its [1] marks."""
    marks = "".join(f"[{number}]" for number in claim.citations)
    return f"{claim.text} {marks}" if marks else claim.text
