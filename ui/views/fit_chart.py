"""The ranking -> a picture of scores with their ranges, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from assistant.guidance.fit import Ranked
from assistant.guidance.fit_words import in_100
from ui.escaping import escape_inline
from ui.options import DARK, FONT, LIGHT
from ui.views.drawing import altair
from ui.wording_specialty import SpecialtyWords

__all__ = ["show_chart", "show_table"]

_DRAWN = 8  # specialties in the picture; the table has all
_ROW_HEIGHT = 52  # pixels: a line of text, the bar and its range below it
_LONGEST = 330  # pixels of a label: what fits a phone; the rest is cut off with dots


def show_chart(ranking: Sequence[Ranked]) -> None:
    """The best of a ranking as bars, each with the range in which its score probably lies."""
    drawn = ranking[:_DRAWN]
    alt = SpecialtyWords.CHART_ALT.format(
        count=len(drawn),
        first=drawn[0].name,
        high=round(drawn[0].score),
        last=drawn[-1].name,
        low=round(drawn[-1].score),
    )
    st.altair_chart(_chart(drawn), width="stretch", alt=alt, theme=None)
    st.caption(SpecialtyWords.CHART_HINT)


def show_table(ranking: Sequence[Ranked]) -> None:
    """All specialties with their figures."""
    header = SpecialtyWords.COLUMNS
    lines = [f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}"]
    lines += [f"| {' | '.join(_cells(ranked))} |" for ranked in ranking]
    st.markdown("\n".join(lines))


def _cells(ranked: Ranked) -> tuple[str, ...]:
    return (
        str(ranked.rank),
        escape_inline(ranked.name),
        str(round(ranked.score)),
        SpecialtyWords.BETWEEN.format(low=round(ranked.low), high=round(ranked.high)),
        SpecialtyWords.CHANCE.format(among=in_100(ranked.among_best)),
    )


def _chart(drawn: Sequence[Ranked]) -> Any:
    alt = altair()
    colours = DARK if st.context.theme.type == "dark" else LIGHT
    base = alt.Chart(alt.InlineData(values=[_row(ranked) for ranked in drawn])).encode(
        y=alt.Y("rank:O", axis=None)
    )
    reach = alt.Scale(domain=[0, 100])
    score = alt.X("score:Q", axis=None, scale=reach)
    bars = base.mark_bar(height=12, yOffset=10, cornerRadiusEnd=3).encode(
        x=score, color=alt.value(colours["primaryColor"])
    )
    ranges = base.mark_rule(yOffset=20, size=3, strokeCap="round").encode(
        x=alt.X("low:Q", axis=None, scale=reach), x2="high:Q", color=alt.value(colours["orangeTextColor"])
    )
    labels = base.mark_text(align="left", baseline="middle", dy=-8, fontSize=14, limit=_LONGEST).encode(
        x=alt.value(0), text="label:N", color=alt.value(colours["textColor"])
    )
    layered = alt.layer(bars, ranges, labels)
    drawing = layered.properties(height=_ROW_HEIGHT * len(drawn), background="transparent")
    return drawing.configure(font=FONT, view=alt.ViewConfig(stroke=None))


def _row(ranked: Ranked) -> dict[str, Any]:
    label = SpecialtyWords.CHART_LABEL.format(rank=ranked.rank, name=ranked.name, score=round(ranked.score))
    return {
        "rank": ranked.rank,
        "label": label,
        "score": ranked.score,
        "low": ranked.low,
        "high": ranked.high,
    }
