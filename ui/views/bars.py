"""Amounts with labels -> a horizontal bar chart that can be read on a phone, in light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui.options import DARK, FONT, LIGHT
from ui.views.drawing import altair

__all__ = ["Bar", "show_bars"]

_LONGEST = 335  # pixels of a label: what fits a phone; the rest is cut off with dots
_ROW_HEIGHT = 44  # pixels: a line of text and the bar below it


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str  # stands above the bar; the amount comes first in it, since its end may be cut off
    amount: float
    faint: bool = False  # old, or only there to compare with


def show_bars(bars: Sequence[Bar], alt: str, line: float | None = None) -> None:
    """The bars in their order, from the top; labels stand above them, so that long ones fit a phone.

    Args:
        bars: at least one; amounts of one unit.
        alt: what the picture shows, for who does not see it. The figures belong in text beside it.
        line: an amount to compare with, drawn as a line across all bars.
    """
    st.altair_chart(_chart(bars, line), width="stretch", alt=alt, theme=None)


def _chart(bars: Sequence[Bar], line: float | None) -> Any:
    alt = altair()
    colours = DARK if st.context.theme.type == "dark" else LIGHT
    rows = [
        {"place": place, "label": bar.label, "amount": bar.amount, "faint": bar.faint}
        for place, bar in enumerate(bars)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("place:O", axis=None))
    fill = alt.condition(
        "datum.faint", alt.value(colours["grayTextColor"]), alt.value(colours["primaryColor"])
    )
    most = max([bar.amount for bar in bars] + ([line] if line else []))
    reach = alt.X("amount:Q", axis=None, scale=alt.Scale(domain=[0, most]))
    layers = [
        base.mark_bar(height=12, yOffset=10, cornerRadiusEnd=3).encode(x=reach, color=fill),
        base.mark_text(align="left", baseline="middle", dy=-8, fontSize=14, limit=_LONGEST).encode(
            x=alt.value(0), text="label:N", color=alt.value(colours["textColor"])
        ),
    ]
    if line:
        mark = alt.Chart(alt.InlineData(values=[{"amount": line}])).mark_rule(strokeDash=[4, 3], size=2)
        layers.append(mark.encode(x=reach, color=alt.value(colours["orangeTextColor"])))
    drawn = alt.layer(*layers).properties(height=_ROW_HEIGHT * len(bars), background="transparent")
    return drawn.configure(font=FONT, view=alt.ViewConfig(stroke=None))
