"""A small version of the study on made-up people; and the texts that people may write."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.guidance.questionnaire import FEWEST, MOST, balanced_items
from assistant.guidance.records import load_records
from assistant.guidance.shelf import shelf_of
from assistant.guidance.standing import Field, field_of
from evals.fit_people import GROUPS, Group, answer, born, repeats, true_worth
from evals.fit_study import Outcome, bands, order_matters, run_study, walk
from evals.fit_texts import load_texts, score_texts

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
MODERATE = next(group for group in GROUPS if group.name == "moderate")


@pytest.fixture(scope="module")
def field() -> Field:
    records = load_records(KNOWLEDGE / "records")
    return field_of(shelf_of((record.model_dump_json(exclude_defaults=True) for record in records), {}))


def test_what_was_planted_is_found_again(field: Field) -> None:
    """With 24 people one standard error is some 5 %; the whole study has the sharper figures."""
    told: list[tuple[int, int]] = []
    study = run_study(field, 24, 3, lambda done, total: told.append((done, total)), (MODERATE,))
    adaptive, _, drawn = study.rows
    assert (adaptive.policy, drawn.policy) == ("adaptive", "random")
    assert adaptive.recovered.value >= 0.8
    assert adaptive.overlap > drawn.overlap
    assert FEWEST <= adaptive.items <= MOST
    assert sum(band.count for band in study.bands["moderate"]) == 24
    assert told[-1] == (24, 24)


def test_steadier_people_repeat_themselves_more(field: Field) -> None:
    items = balanced_items(100, 1)
    found = [
        repeats(Group("", steadiness), items, field.places.shape[1], 100, 1) for steadiness in (0.0, 1.5, 6.0)
    ]
    assert found[0] == pytest.approx(1 / 4)
    assert found == sorted(found)
    lexicographic = Group("", 1.0, lexicographic=True)
    assert repeats(lexicographic, items, field.places.shape[1], 20, 1) == 1.0


def test_a_lexicographic_person_decides_by_the_scale_they_care_most_about(field: Field) -> None:
    random = np.random.default_rng(1)
    person = born(Group("", 1.0, lexicographic=True), field.places.shape[1], random)
    first = int(np.argmax(np.abs(person.weights)))
    wanted = np.round(field.places[:, first]) * np.sign(person.weights[first])
    best = int(np.argmax(true_worth(person, field)))
    assert wanted[best] == wanted.max()


def test_people_answer_what_they_are_asked(field: Field) -> None:
    random = np.random.default_rng(1)
    person = born(MODERATE, field.places.shape[1], random)
    for item in balanced_items(20, 1):
        choice = answer(person, item, random)
        assert choice.most in item
        assert choice.least in item
        assert choice.most != choice.least


def test_the_baselines_ask_as_many_items_as_they_are_told(field: Field) -> None:
    random = np.random.default_rng(1)
    person = born(MODERATE, field.places.shape[1], random)
    assert len(walk(field, person, "balanced", 11, random)) == 11
    assert len(walk(field, person, "random", 11, random)) == 11


def test_the_order_of_answers_moves_no_score(field: Field) -> None:
    assert order_matters(field, 5) == 0


def test_certainty_is_set_against_what_came_true() -> None:
    def outcome(stated: float, recovered: bool) -> Outcome:
        return Outcome(recovered, False, 0.0, 0.0, 10, stated)

    found = bands([outcome(0.5, True), outcome(0.55, False), outcome(0.96, True), outcome(1.0, True)])
    assert [(band.count, band.stated, band.recovered) for band in found] == [
        (2, pytest.approx((0.5 + 0.55) / 2), 1 / 2),
        (2, pytest.approx((0.96 + 1.0) / 2), 1.0),
    ]


def test_texts_are_read_about_as_well_as_when_they_were_kept_for_testing() -> None:
    assert {told.split for told in load_texts()} == {"dev", "test"}
    score = score_texts("test")
    assert score.precision >= 0.9
    assert score.recall >= 0.9
