"""Miles between two points, against distances that anybody can look up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.guidance.distance import Point, miles_between, offset

COLUMBUS = Point(39.9612, -82.9988)
LATITUDES = st.floats(-89, 89)
POINTS = st.builds(Point, LATITUDES, st.floats(-180, 180))
CLOSE = st.tuples(st.floats(-1, 1), st.floats(-1, 1))  # degrees around a place


@pytest.mark.parametrize(
    ("one", "other", "miles"),
    [
        pytest.param(COLUMBUS, COLUMBUS, 0, id="the same place"),
        pytest.param(Point(0, 0), Point(0, 180), math.pi * 3958.7613, id="half the equator"),
        pytest.param(Point(40.7128, -74.0060), Point(34.0522, -118.2437), 2446, id="New York - Los Angeles"),
        pytest.param(COLUMBUS, Point(39.1031, -84.5120), 100, id="Columbus - Cincinnati"),
        pytest.param(
            Point(13.44, 144.79), Point(21.31, -157.86), 3797, id="Guam - Honolulu, over the date line"
        ),
    ],
)
def test_known_distances(one: Point, other: Point, miles: float) -> None:
    assert miles_between(one, other) == pytest.approx(miles, rel=0.005, abs=0.001)


@given(POINTS, POINTS)
def test_there_and_back_are_equally_far_and_never_farther_than_half_the_globe(
    one: Point, other: Point
) -> None:
    there = miles_between(one, other)
    assert there == pytest.approx(miles_between(other, one))
    assert 0 <= there <= math.pi * 3958.7613 + 1


@given(st.floats(-65, 65), st.floats(-180, 180), CLOSE)
def test_the_small_map_keeps_distances_near_its_middle(
    latitude: float, longitude: float, by: tuple[float, float]
) -> None:
    here, there = Point(latitude, longitude), Point(latitude + by[0], longitude + by[1])
    assert math.hypot(*offset(here, there)) == pytest.approx(miles_between(here, there), rel=0.03, abs=0.01)


def test_east_is_right_and_north_is_up_also_over_the_date_line() -> None:
    east, north = offset(Point(13, 179.9), Point(13.5, -179.9))
    assert 0 < east < 20
    assert 0 < north < 40
