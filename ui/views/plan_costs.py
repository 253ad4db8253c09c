"""What a plan costs -> a list of items with their sources, and totals over what is known."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.footnotes import Footnotes
from assistant.guidance.costs import Costs, Item, Total, amount_words, how_often
from assistant.wording_plan import PlanWording
from ui.escaping import escape_inline
from ui.views import references
from ui.wording_plan import PlanWords

__all__ = ["show"]


def show(found: Costs, notes: Footnotes) -> None:
    """Totals first, then the items behind them."""
    _part(found.first_year, found.once, notes)
    if found.again:
        _part(found.each_year, found.again, notes)
    st.caption(PlanWording.COSTS_NOTE)


def _part(total: Total, items: Sequence[Item], notes: Footnotes) -> None:
    st.markdown(f"#### {references.marked(notes.claim(total.cited))}", anchors=False)
    st.markdown("\n".join(_item(item, notes) for item in items) or PlanWords.NO_COSTS)


def _item(item: Item, notes: Footnotes) -> str:
    says = references.marked(notes.claim(item.fee.line.cited))
    choice = f" ({PlanWords.OPTIONAL})" if item.optional else ""
    name = escape_inline(f"{item.fee.name}{choice}")
    return f"- **{name}: {escape_inline(amount_words(item))}**, {escape_inline(how_often(item))}  \n  {says}"
