"""Two points on the globe -> the miles between them."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

__all__ = ["Point", "miles_between", "offset"]

_EARTH_RADIUS = 3958.7613  # miles: the IUGG's mean radius of 6371.0088 km


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe."""

    latitude: float  # degrees, -90..90, north is positive
    longitude: float  # degrees, -180..180, east is positive


def miles_between(one: Point, other: Point) -> float:
    """The great-circle distance in miles, as the crow flies.

    By the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984,
    p. 159), which stays exact for points close together. The globe is taken as a sphere, which is
    wrong by 0.5 percent at most.
    """
    latitudes = radians(one.latitude), radians(other.latitude)
    across = sin(radians(other.longitude - one.longitude) / 2) ** 2
    up = sin((latitudes[1] - latitudes[0]) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(up + cos(latitudes[0]) * cos(latitudes[1]) * across))


def offset(origin: Point, point: Point) -> tuple[float, float]:
    """How many miles a point lies (east, north) of an origin, for a small map.

    The equirectangular projection with the origin's latitude as its true one (J. P. Snyder, "Map
    Projections: A Working Manual", 1987, p. 90): north-south is true everywhere, east-west along it.
    """
    turn = (point.longitude - origin.longitude + 180) % 360 - 180  # the short way round the globe
    east = _EARTH_RADIUS * cos(radians(origin.latitude)) * radians(turn)
    return east, _EARTH_RADIUS * radians(point.latitude - origin.latitude)
