"""The rungs of the career ladder -> a picture like a map of lines: stops, their names, how long to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from assistant.guidance.ladder import Rung
from assistant.guidance.spans import in_words
from ui.options import DARK, FONT, LIGHT
from ui.views.drawing import altair
from ui.wording_ladder import LadderWords

__all__ = ["show_ladder"]

_ROW = 58  # pixels from rung to rung: two lines of text
_BELOW = 30  # pixels that Streamlit takes off a picture's height
_LANE = 34  # pixels from one line to the next
_LEFT = 16  # pixels of the first line
_TEXT = _LEFT + 2 * _LANE + 22  # pixels where the words begin; what is left of a phone holds some 30 letters
_LANES = {"pharmacist": 2}  # rungs that stand on a line of their own
_MAIN = ("start", "technician", "certified")


def show_ladder(rungs: Sequence[Rung]) -> None:
    """The picture.

    Args:
        rungs: from the bottom to the top.
    """
    words = LadderWords.ALT.format(count=len(rungs), first=rungs[0].name, last=rungs[-1].name)
    st.altair_chart(_chart(rungs), width="stretch", alt=words, theme=None)


def _chart(rungs: Sequence[Rung]) -> Any:
    alt = altair()
    colours = DARK if st.context.theme.type == "dark" else LIGHT
    stops = [_stop(rung, place, len(rungs)) for place, rung in enumerate(rungs)]
    by_id = {stop["id"]: stop for stop in stops}
    plane = {"x": alt.X("x:Q", axis=None, scale=None), "y": alt.Y("y:Q", axis=None, scale=None)}
    layers = []
    for dashed in (False, True):
        rows = [
            point
            for rung in rungs
            if rung.below and (rung.id == "pharmacist") == dashed
            for point in _line(by_id[rung.below], by_id[rung.id])
        ]
        mark = alt.Chart(alt.InlineData(values=rows)).mark_line(
            strokeWidth=3, strokeDash=[5, 5] if dashed else [1, 0], strokeJoin="round", opacity=0.8
        )
        drawn = mark.encode(**plane, detail="to:N", order="step:Q", color=alt.value(colours["primaryColor"]))
        layers.append(drawn)
    points = alt.Chart(alt.InlineData(values=stops)).encode(**plane)
    layers += [
        points.mark_circle(size=230, opacity=1).encode(color=alt.value(colours["primaryColor"])),
        points.mark_circle(size=70, opacity=1).encode(color=alt.value(colours["backgroundColor"])),
        *_words(alt, stops, colours),
    ]
    drawing = alt.layer(*layers).properties(height=_ROW * len(rungs) + _BELOW, background="transparent")
    return drawing.configure(font=FONT, view=alt.ViewConfig(stroke=None))


def _words(alt: Any, stops: Sequence[dict[str, Any]], colours: dict[str, str]) -> list[Any]:
    named = alt.Chart(alt.InlineData(values=list(stops))).encode(
        x=alt.value(_TEXT), y=alt.Y("y:Q", axis=None, scale=None)
    )
    name = named.mark_text(align="left", baseline="bottom", dy=2, fontSize=15, fontWeight="bold")
    span = named.mark_text(align="left", baseline="top", dy=4, fontSize=13)
    return [
        name.encode(text="name:N", color=alt.value(colours["textColor"])),
        span.encode(text="span:N", color=alt.value(colours["grayTextColor"])),
    ]


def _stop(rung: Rung, place: int, count: int) -> dict[str, Any]:
    lane = 0 if rung.id in _MAIN else _LANES.get(rung.id, 1)
    return {
        "id": rung.id,
        "name": rung.name,
        "span": in_words(*rung.days) if rung.days else "",
        "x": _LEFT + lane * _LANE,
        "y": _ROW * (count - place) - _ROW / 2,
    }


def _line(below: dict[str, Any], above: dict[str, Any]) -> list[dict[str, Any]]:
    """From one stop to the next: first across to its lane, at 45 degrees, then up."""
    across = abs(above["x"] - below["x"])
    bend = {"x": above["x"], "y": below["y"] - across}
    points = [below, *([bend] if across else []), above]
    return [
        {"to": above["id"], "step": step, "x": point["x"], "y": point["y"]}
        for step, point in enumerate(points)
    ]
