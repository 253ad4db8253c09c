"""The adapter is fitted on the knowledge's questions, and finds the section of those that it has not seen."""

from contextlib import closing

import numpy as np
import pytest

from assistant.answering.likeness import Likeness
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from evals.fit_likeness import Listed, found_held, listed, trained

NOTHING = Likeness(np.zeros((384, 0), np.float32), np.zeros(0, np.float32), np.zeros((0, 384), np.float32))


def two_sections(count: int, noise: float) -> Listed:
    """Questions that differ little in what tells the sections apart, and much in what does not."""
    random = np.random.default_rng(5)
    sections = np.arange(count) % 2
    rows = random.normal(0, noise, (count, 384)).astype(np.float32)
    rows[:, 0] = np.where(sections == 0, 1.0, -1.0)
    rows[:, 1:31] = random.normal(0, 1, (count, 30))  # what both speak of
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return Listed(rows.astype(np.float32), sections, np.ones(count, bool))


def test_questions_held_out_are_found_by_what_was_learnt() -> None:
    items = two_sections(1_200, 0.05)
    held = np.arange(1_200) >= 1_000
    adapter = trained(items.without(held))
    assert found_held(1, items, held, NOTHING) < 0.9
    assert found_held(1, items, held, adapter) > 0.95


def test_of_k_sections_any_counts() -> None:
    items = two_sections(40, 0.05)
    held = np.arange(40) >= 30
    assert found_held(2, items, held, NOTHING) == 1.0


def test_the_states_records_share_their_sections(knowledge_settings: Settings) -> None:
    with closing(Passages(current_folder(knowledge_settings) / "passages.sqlite")) as passages:
        items = listed(passages)
    assert len(items.vectors) == len(items.sections) == len(items.asked)
    assert items.asked.sum() > 15_000
    texts = np.bincount(items.sections[~items.asked])
    assert texts.max() >= 50  # one heading of all states


def test_without_leaves_the_others_in_order() -> None:
    items = two_sections(4, 0.1)
    left = items.without(np.array([True, False, False, True]))
    assert (left.vectors == items.vectors[1:3]).all()
    assert left.sections.tolist() == [1, 0]
    assert pytest.approx(1.0) == float(np.linalg.norm(left.vectors[0]))
