"""A plan's dates -> a timeline picture, and the same dates as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from assistant.guidance.schedule import day_words
from assistant.guidance.steps import Dated, Plan
from ui.escaping import escape_inline
from ui.options import DARK, FONT, LIGHT
from ui.views.drawing import altair
from ui.wording_plan import PlanWords

__all__ = ["show"]

_ROW_HEIGHT = 44  # pixels: a line of text and the bar below it
_MOST_LETTERS = 46  # of a title above its bar; a phone shows no more


def show(planned: Plan) -> None:
    """The picture, what its colours mean, and the dates as text."""
    first, last = planned.steps[0].start, max(dated.late_end for dated in planned.steps)
    words = PlanWords.TIMELINE_ALT.format(n=len(planned.steps), start=day_words(first), end=day_words(last))
    st.altair_chart(_chart(planned), width="stretch", alt=words, theme=None)
    st.caption(PlanWords.TIMELINE_KEY)
    with st.expander(PlanWords.TIMELINE_TEXT, icon=":material/notes:"):
        st.markdown("\n".join(_line(number, dated) for number, dated in enumerate(planned.steps, start=1)))


def _line(number: int, dated: Dated) -> str:
    dates = " ".join(line.cited.text for line in dated.dates)
    return f"{number}. **{escape_inline(dated.step.title.cited.text)}**: {escape_inline(dates)}"


def _chart(planned: Plan) -> Any:
    alt = altair()
    colours = DARK if st.context.theme.type == "dark" else LIGHT
    last = max(dated.late_end for dated in planned.steps)
    rows = [_row(place, dated, last) for place, dated in enumerate(planned.steps)]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("place:O", axis=None))
    axis = alt.Axis(
        orient="top", format="%b %Y", labelColor=colours["grayTextColor"], tickColor=colours["borderColor"],
        domainColor=colours["borderColor"], gridColor=colours["borderColor"], title=None, labelFontSize=12,
        tickCount=5, labelOverlap=True,
    )  # fmt: skip
    when = alt.X("start:T", axis=axis)
    layers = [
        base.mark_bar(height=10, yOffset=11, cornerRadius=3, opacity=0.35).encode(
            x=when, x2="late_end:T", color=alt.value(colours["primaryColor"])
        ),
        base.mark_bar(height=10, yOffset=11, cornerRadius=3).encode(
            x=when, x2="end:T", color=alt.value(colours["primaryColor"])
        ),
        base.mark_text(align="left", baseline="middle", dy=-8, fontSize=13, limit=1000).encode(
            x=alt.value(0), text="title:N", color=alt.value(colours["textColor"])
        ),
        base.transform_filter("datum.by != null").mark_tick(
            height=18, yOffset=11, thickness=3, color=colours["orangeTextColor"]
        ).encode(x="by:T"),
    ]  # fmt: skip
    drawn = alt.layer(*layers).properties(height=_ROW_HEIGHT * len(rows), background="transparent")
    return drawn.configure(font=FONT, view=alt.ViewConfig(stroke=None))


def _row(place: int, dated: Dated, last: date) -> dict[str, Any]:
    """One bar. A deadline after the last day would only press the bars together; the text has it."""
    title = f"{place + 1}. {dated.step.title.cited.text}"
    shown = title if len(title) <= _MOST_LETTERS else f"{title[: _MOST_LETTERS - 1].rstrip()}…"
    return {
        "place": place,
        "title": shown,
        "start": dated.start.isoformat(),
        "end": dated.end.isoformat(),
        "late_end": dated.late_end.isoformat(),
        "by": dated.by[1].isoformat() if dated.by and dated.by[1] <= last else None,
    }
