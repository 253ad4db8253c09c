"""A question counts as answered the more, the more like answered ones it is."""

import numpy as np
import pytest

from assistant.answering.precedents import Precedents, load_precedents
from assistant.build import Assistant

NONE = np.zeros((0, 2), np.float32)
EAST, NORTH = np.array([1.0, 0.0], np.float32), np.array([0.0, 1.0], np.float32)


def test_the_formula() -> None:
    # One precedent each: e^(20 * 0.8) / (e^(20 * 0.8) + e^(20 * 0.6)) = 1 / (1 + e^-4).
    precedents = Precedents(EAST[None], NORTH[None])
    assert precedents.of(np.array([0.8, 0.6], np.float32)) == pytest.approx(1 / (1 + np.exp(-4)), abs=1e-5)


def test_many_precedents_weigh_no_more_than_few() -> None:
    few = Precedents(EAST[None], NORTH[None])
    many = Precedents(np.stack([EAST] * 9), NORTH[None])
    x = np.array([0.6, 0.8], np.float32)
    assert many.of(x) == pytest.approx(few.of(x), abs=1e-6)


def test_where_nothing_is_known_the_share_is_even() -> None:
    assert Precedents(NONE, NONE).of(EAST) == 0.5
    assert Precedents(EAST[None], NONE).of(EAST) == 0.5


def test_a_precedent_is_not_told_by_itself_in_a_fit() -> None:
    precedents = Precedents(np.stack([EAST, NORTH]), np.stack([np.array([0.6, 0.8], np.float32)]))
    assert precedents.of(EAST) > 0.9
    assert precedents.of(EAST, itself=EAST) < 0.1
    told = np.array([0.95, 0.312], np.float32)  # another reading of the same question
    assert precedents.of(told) > 0.5 > precedents.of(told, itself=EAST)


@pytest.mark.parametrize(
    ("answered", "left_out"),
    [
        ("am i old enough at 17 to take the exam", "what color scrubs does the rite aid in akron want"),
        ("can i renew late and still work", "what uniform does walgreens give you"),
    ],
)
def test_what_comes_with_the_package_tells_them_apart(
    answered: str, left_out: str, assistant: Assistant
) -> None:
    precedents, encoder = load_precedents(), assistant.index().encoder
    vectors, told = encoder.encode_both([answered, left_out])
    assert precedents.of(vectors[0]) > 0.5 > precedents.of(vectors[1])
    assert precedents.of(told[0]) > 0.5 > precedents.of(told[1])
