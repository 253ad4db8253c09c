"""Schools around a place -> a small map: numbers as in the list, rings of distance, north at the top.

No street map is drawn, since its tiles would come from the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from statistics import mean
from typing import Any

import streamlit as st

from assistant.guidance.distance import Point, offset
from assistant.guidance.schools import School
from ui.options import DARK, FONT, LIGHT
from ui.views.drawing import altair
from ui.wording_schools import SchoolWords

__all__ = ["MOST_NUMBERED", "show_map"]

MOST_NUMBERED = 20  # schools; more numbers would cover each other, and become plain dots
_SIDE = 320  # pixels: a square that fits a phone
_RING_POINTS = 90
_MARGIN = 1.08  # the farthest school stays inside of the frame


def show_map(schools: Sequence[School], middle: Point | None, miles: int, alt: str) -> None:
    """The schools that can be placed.

    Args:
        schools: numbered from 1 in this order.
        middle: the place asked for, drawn as a cross with rings; None for a whole state.
        miles: the radius of the outer ring.
        alt: what the picture shows, for who does not see it.
    """
    placed = [(number, school) for number, school in enumerate(schools, start=1) if school.at]
    if placed:
        st.altair_chart(_chart(placed, middle, miles), width=_SIDE, height=_SIDE, alt=alt, theme=None)


def _chart(placed: Sequence[tuple[int, School]], middle: Point | None, miles: int) -> Any:
    alt = altair()
    colours = DARK if st.context.theme.type == "dark" else LIGHT
    rows = _rows(placed, middle or _middle([school for _, school in placed]))
    reach = _MARGIN * max([abs(row[axis]) for row in rows for axis in ("east", "north")] + [1])
    reach = max(reach, miles * _MARGIN) if middle else reach
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    x, y = alt.X("east:Q", axis=None, scale=scale), alt.Y("north:Q", axis=None, scale=scale)
    points = alt.Chart(alt.InlineData(values=rows)).encode(x=x, y=y)
    layers = _dots(alt, points, colours, numbered=len(rows) <= MOST_NUMBERED)
    if middle:
        layers = [*_rings(alt, x, y, miles, colours), *layers]
    drawn = alt.layer(*layers).properties(
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        background="transparent",
        padding={"left": 2, "right": 2, "top": 2, "bottom": 2},
    )
    return drawn.configure_view(stroke=colours["borderColor"]).configure(font=FONT)


def _dots(alt: Any, points: Any, colours: dict[str, str], numbered: bool) -> list[Any]:
    told = [
        alt.Tooltip("number:Q", title=SchoolWords.NUMBER),
        alt.Tooltip("name:N", title=SchoolWords.SCHOOL),
        alt.Tooltip("where:N", title=SchoolWords.PLACE),
    ]
    size, opacity = (330, 0.9) if numbered else (60, 0.6)
    circles = points.mark_circle(size=size, opacity=opacity)
    dots = [circles.encode(color=alt.value(colours["primaryColor"]), tooltip=told)]
    if numbered:
        text = points.mark_text(fontSize=11, fontWeight="bold")
        dots.append(text.encode(text="number:Q", color=alt.value(colours["backgroundColor"]), tooltip=told))
    return dots


def _rows(placed: Sequence[tuple[int, School]], middle: Point) -> list[dict[str, Any]]:
    rows = []
    for number, school in placed:
        if school.at:
            east, north = offset(middle, school.at)
            where = f"{school.city}, {school.state}"
            rows.append({"number": number, "name": school.name, "where": where, "east": east, "north": north})
    return rows


def _middle(schools: Sequence[School]) -> Point:
    """The middle between the outermost."""
    points = [school.at for school in schools if school.at]
    latitudes = [point.latitude for point in points]
    longitudes = [point.longitude for point in points]
    return Point(mean((min(latitudes), max(latitudes))), mean((min(longitudes), max(longitudes))))


def _rings(alt: Any, x: Any, y: Any, miles: int, colours: dict[str, str]) -> list[Any]:
    """The cross of the place, and rings at half and at the whole radius with their miles."""
    angles = [2 * pi * step / _RING_POINTS for step in range(_RING_POINTS + 1)]
    radii = [miles // 2, miles] if miles % 2 == 0 else [miles]
    rings = [
        {"ring": radius, "step": step, "east": radius * cos(angle), "north": radius * sin(angle)}
        for radius in radii
        for step, angle in enumerate(angles)
    ]
    labels = [{"label": SchoolWords.RING.format(miles=f"{r:g}"), "east": 0, "north": -r} for r in radii]
    quiet = alt.value(colours["grayTextColor"])
    drawn = alt.Chart(alt.InlineData(values=rings)).mark_line(strokeDash=[3, 3], size=1)
    said = alt.Chart(alt.InlineData(values=labels)).mark_text(dy=-7, fontSize=11)
    here = alt.Chart(alt.InlineData(values=[{"east": 0, "north": 0}]))
    cross = here.mark_point(shape="cross", filled=True, size=120)
    return [
        drawn.encode(x=x, y=y, detail="ring:N", order="step:Q", color=quiet),
        said.encode(x=x, y=y, text="label:N", color=quiet),
        cross.encode(x=x, y=y, color=alt.value(colours["orangeTextColor"])),
    ]
