"""CE hours done against what is required -> bars and sentences; unknown stays unknown."""

from __future__ import annotations

import streamlit as st

from assistant.footnotes import Footnotes
from assistant.guidance.renewal import CeLedger, CeRow, hour_words
from assistant.guidance.schedule import day_words
from ui.escaping import escape_inline
from ui.views import references
from ui.wording_plan import PlanWords

__all__ = ["show"]


def show(ledger: CeLedger, notes: Footnotes) -> None:
    """One part for each body that wants hours."""
    st.caption(PlanWords.CE_HINT)
    for number, body in enumerate(ledger.bodies()):
        with st.container(border=True, key=f"plan-ce-{number}"):
            st.markdown(f"#### {escape_inline(body)}", anchors=False)
            for row in ledger.rows_of(body):
                _bar(row)
            said = [
                *(row.line() for row in ledger.rows_of(body)),
                *(line.cited for line in ledger.rules[body]),
            ]
            st.markdown("\n".join(f"- {references.marked(notes.claim(cited))}" for cited in said))


def _bar(row: CeRow) -> None:
    done = hour_words(row.done)
    if row.needed is None:
        st.markdown(escape_inline(PlanWords.CE_BAR_UNKNOWN.format(kind=row.name, done=done)))
        return
    words = PlanWords.CE_BAR.format(kind=row.name, done=done, needed=hour_words(row.needed))
    if row.by:
        words = f"{words}, {PlanWords.CE_BY.format(day=day_words(row.by))}"
    st.progress(min(1.0, row.done / row.needed) if row.needed else 1.0, words)
