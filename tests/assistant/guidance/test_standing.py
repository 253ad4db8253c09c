"""How well specialties fit, and how unknown facts count."""

from __future__ import annotations

import numpy as np
import pytest
from fit_samples import taken

from assistant.guidance.preferences import learn
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import BEST, Field, best_first, best_of, chances, field_of, points

ANSWERS = [
    taken("-patient_contact", "pace", "rules", "phone"),
    taken("hands_on", "remote", "-pace", "patient_contact"),
    taken("precision", "hospital", "leadership", "technology"),
]


@pytest.fixture(scope="module")
def field(shelf: Shelf) -> Field:
    return field_of(shelf)


def test_the_field_holds_every_specialty_on_every_scale(shelf: Shelf, field: Field) -> None:
    assert field.ids == tuple(record.id for record in shelf.of_kind("specialty"))
    assert field.places.shape == (len(field.ids), len(load_scales()))
    assert field.levels.sum(axis=2) == pytest.approx(np.ones(field.places.shape))


def test_unknown_places_are_in_the_middle_on_average_and_anywhere_in_a_draw(field: Field) -> None:
    unknown = np.array([[not item.known for item in traits.attributes] for traits in field.traits])
    drawn = field.draw(3000, 1)[:, unknown]
    assert (field.places[unknown] == 0).all()
    assert abs(drawn.mean()) < 0.01
    assert {-1.0, 0.0, 1.0} == set(np.unique(drawn))


def test_what_is_known_for_sure_is_the_same_in_every_draw(field: Field) -> None:
    sure = field.levels.max(axis=2) == 1.0
    assert (field.draw(50, 1)[:, sure] == field.places[sure]).all()


def test_a_score_is_fifty_and_the_points_of_every_scale(field: Field) -> None:
    learnt = learn(ANSWERS)
    found = chances(field, learnt, 1)
    assert found.score == pytest.approx(50 + points(field, learnt).sum(axis=1))
    assert ((found.score >= 0) & (found.score <= 100)).all()


def test_a_specialty_that_is_all_one_wants_scores_a_hundred(field: Field) -> None:
    learnt = learn(ANSWERS)
    perfect = Field(field.traits, np.sign(learnt.mean) * np.ones_like(field.places), field.levels)
    assert chances(perfect, learnt, 1).score == pytest.approx(np.full(len(field.ids), 100.0))


def test_scores_lie_in_their_ranges_and_chances_add_up(field: Field) -> None:
    found = chances(field, learn(ANSWERS), 1)
    assert ((found.low <= found.score) & (found.score <= found.high)).all()
    assert found.best.sum() == pytest.approx(1)
    assert found.among_best.sum() == pytest.approx(BEST)
    assert found.among_best_open.sum() == pytest.approx(BEST)
    ranked = found.score[list(found.order)]
    assert ranked.tolist() == pytest.approx(sorted(found.score, reverse=True))


def test_with_nothing_said_all_score_the_same(field: Field) -> None:
    assert chances(field, learn([]), 1).score == pytest.approx(np.full(len(field.ids), 50.0))


def test_leaving_the_unknown_open_makes_the_leader_less_sure(field: Field) -> None:
    found = chances(field, learn(ANSWERS * 3), 1)
    assert found.among_best_open[found.order[0]] < found.among_best[found.order[0]]


def test_the_best_of_a_draw_are_those_with_most_worth() -> None:
    worth = np.array([[1.0, 5.0, 3.0, 2.0], [9.0, 0.0, 1.0, 8.0]])
    assert best_of(worth, 2).tolist() == [[False, True, True, False], [True, False, False, True]]


def test_what_differs_by_rounding_only_stays_in_its_order() -> None:
    assert best_first(np.array([1.0, 2.0, 2.0 + 1e-15, 3.0])) == (3, 1, 2, 0)
