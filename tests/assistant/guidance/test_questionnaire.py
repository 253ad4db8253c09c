"""The next item tells most about the ranking; the questionnaire ends."""

from __future__ import annotations

import random
from collections import Counter

import numpy as np
import pytest
from fit_samples import taken

from assistant.guidance.choices import CARDS, Choice, Item
from assistant.guidance.preferences import Numbers, card_values, learn
from assistant.guidance.questionnaire import FEWEST, MOST, balanced_items, is_settled, next_item, sureness
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import Field, chances, field_of


@pytest.fixture(scope="module")
def field(shelf: Shelf) -> Field:
    return field_of(shelf)


def surely(weights: Numbers, item: Item) -> Choice:
    """The choice of someone who never errs."""
    worth = card_values(item) @ weights
    return Choice(item, item[int(np.argmax(worth))], item[int(np.argmin(worth))])


def walked(field: Field, weights: Numbers, most: int = MOST) -> list[Choice]:
    made: list[Choice] = []
    while len(made) < most and not is_settled(field, known := learn(made), len(made), 1):
        item = next_item(field, known, made, 1)
        assert item is not None
        made.append(surely(weights, item))
    return made


def person(seed: int) -> Numbers:
    return np.random.default_rng(seed).standard_normal(len(load_scales()))


def test_an_item_has_four_cards_of_four_scales(field: Field) -> None:
    item = next_item(field, learn([]), [], 1)
    assert item is not None
    assert len({card.scale for card in item}) == len(item) == CARDS


def test_a_questionnaire_ends_between_its_limits_and_asks_nothing_twice(field: Field) -> None:
    made = walked(field, person(2))
    assert FEWEST <= len(made) <= MOST
    assert len({frozenset(choice.item) for choice in made}) == len(made)


def test_no_scale_is_shown_too_often(field: Field) -> None:
    shown = Counter(card.scale for choice in walked(field, person(3)) for card in choice.item)
    assert max(shown.values()) <= 6


def test_the_next_item_follows_from_the_answers_and_not_from_their_order(field: Field) -> None:
    made = walked(field, person(4), 5)
    shuffled = random.Random(1).sample(made, len(made))
    assert next_item(field, learn(made), made, 1) == next_item(field, learn(shuffled), shuffled, 1)


def test_someone_who_skips_everything_still_comes_to_an_end(field: Field) -> None:
    skipped: list[Choice] = []
    while (item := next_item(field, learn(skipped), skipped, 1)) is not None:
        skipped.append(Choice(item))
        assert len(skipped) < 100


def test_answers_make_the_ranking_surer_on_average(field: Field) -> None:
    """The mean entropy of which specialty is the best falls with every few answers."""
    walks = [walked(field, person(seed), FEWEST) for seed in range(8)]
    entropies = [np.mean([_entropy(field, made[:count]) for made in walks]) for count in (0, 2, 4, 8)]
    assert entropies == sorted(entropies, reverse=True)


def _entropy(field: Field, made: list[Choice]) -> float:
    best = chances(field, learn(made), 1).best
    return float(-(best[best > 0] * np.log(best[best > 0])).sum())


def test_an_item_tells_more_than_a_balanced_one(field: Field) -> None:
    """After as many answers by the same people, the adaptive items leave the ranking surer."""
    people = [person(seed) for seed in range(20, 30)]
    balanced = balanced_items(FEWEST, 1)
    adaptive = [sureness(field, learn(walked(field, one, FEWEST)), 1) for one in people]
    fixed = [sureness(field, learn([surely(one, item) for item in balanced]), 1) for one in people]
    assert np.mean(adaptive) > np.mean(fixed)


def test_it_never_stops_before_the_fewest_and_always_at_the_most(field: Field) -> None:
    clear = [taken("hands_on", "pace", "rules", "patient_contact")] * 30
    assert not is_settled(field, learn(clear), FEWEST - 1, 1)
    assert is_settled(field, learn([]), MOST, 1)


def test_balanced_items_show_every_scale_about_equally_often() -> None:
    shown = Counter(card.scale for item in balanced_items(90, 3) for card in item)
    assert set(shown) == {scale.id for scale in load_scales()}
    assert max(shown.values()) - min(shown.values()) <= 10
