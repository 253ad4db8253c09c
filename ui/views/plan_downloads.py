"""A plan -> the files that a visitor takes along; each is made when it is asked for."""

from __future__ import annotations

import streamlit as st

from assistant.footnotes import footnotes
from assistant.guidance.calendar_file import calendar_bytes
from assistant.guidance.costs import Costs
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Plan
from assistant.plan_files.document import Document, every_cited, plan_document
from assistant.plan_files.markdown import plan_markdown
from assistant.retrieval.passages import Passages
from ui import plan_session
from ui.downloads import file_name
from ui.moments import now
from ui.wording_plan import PlanWords

__all__ = ["show"]


def show(planned: Plan, found: Costs, shelf: Shelf, passages: Passages) -> None:
    """Three files and the address."""
    ticked = plan_session.ticked(planned.request.goal)

    def document() -> Document:
        notes = footnotes(every_cited(planned, found), passages)
        return plan_document(planned, found, notes, ticked)

    def pdf() -> bytes:
        from assistant.plan_files.pdf import plan_pdf

        return plan_pdf(document(), now().date())

    forms = (
        ("ics", PlanWords.ICS, "text/calendar", lambda: calendar_bytes(planned, shelf, now())),
        ("pdf", PlanWords.PDF, "application/pdf", pdf),
        ("md", PlanWords.MARKDOWN, "text/markdown", lambda: plan_markdown(document(), now().date())),
    )
    st.markdown(PlanWords.FILES)
    with st.container(horizontal=True):
        for form, label, mime, make in forms:
            st.download_button(
                label,
                make,
                file_name(planned.title.cited.text, form),
                mime=mime,
                key=f"plan-file-{form}",
                icon=":material/download:",
                on_click="ignore",
            )
    st.caption(PlanWords.ICS_HELP)
    st.markdown(PlanWords.LINK)
