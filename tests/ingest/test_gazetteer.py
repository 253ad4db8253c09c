"""Names of cities are kept with their state where they leave a doubt."""

import pytest

from ingest.gazetteer import large_cities


@pytest.fixture(scope="module")
def cities() -> dict[str, str]:
    return large_cities()


def test_a_name_that_is_plainly_one_city_stands_alone(cities: dict[str, str]) -> None:
    assert cities["el paso"] == "TX"
    assert "el paso, tx" not in cities


def test_a_name_that_states_share_stands_with_each_of_them(cities: dict[str, str]) -> None:
    assert "springfield" not in cities
    assert {cities[f"springfield, {code}"] for code in ("il", "ma", "mo", "or")} == {"IL", "MA", "MO", "OR"}


def test_a_smaller_city_of_the_same_name_is_known_with_its_state(cities: dict[str, str]) -> None:
    assert cities["duluth"] == "MN"
    assert cities["duluth, ga"] == "GA"


@pytest.mark.parametrize(
    ("short", "full"), [("st louis", "saint louis"), ("st. paul", "saint paul"), ("ft worth", "fort worth")]
)
def test_the_usual_abbreviations_are_known(short: str, full: str, cities: dict[str, str]) -> None:
    assert cities[short] == cities[full]
