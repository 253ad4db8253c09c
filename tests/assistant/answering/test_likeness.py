"""The adapter brings together what this field means alike, and leaves lengths as they were."""

import numpy as np
import pytest

from assistant.answering.likeness import Likeness, load_likeness
from assistant.build import Assistant


def test_the_formula() -> None:
    # h = 1: x + max(0, 2 x1 - 0.5) (0, 3) = (0.6, 0.8 + 0.7 * 3) = (0.6, 2.9), by its length sqrt(8.77).
    adapter = Likeness(
        np.array([[2.0], [0.0]], np.float32), np.array([-0.5], np.float32), np.array([[0.0, 3.0]], np.float32)
    )
    moved = adapter.of(np.array([0.6, 0.8], np.float32))
    assert moved == pytest.approx(np.array([0.6, 2.9]) / np.sqrt(8.77), abs=1e-6)


def test_nothing_fitted_changes_nothing() -> None:
    nothing = np.zeros((3, 0), np.float32)
    adapter = Likeness(nothing, np.zeros(0, np.float32), nothing.T)
    rows = np.eye(3, dtype=np.float32)
    assert (adapter.of(rows) == rows).all()


def test_what_comes_with_the_package_keeps_unit_length(assistant: Assistant) -> None:
    encoder = assistant.index().encoder
    rows = load_likeness().of(encoder.encode(["what does renewal cost", "parking at the mall"]))
    assert rows.shape == (2, 384)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)


SAME_AND_OTHER = [
    (
        "i blew the exam a second time, when can i sit it again",
        "How long do I wait before I retake the PTCE?",
        "How long is the PTCE?",
    ),
    (
        "whats the most techs a single pharmacist can watch",
        "How many technicians may one pharmacist supervise?",
        "What does a pharmacist do all day?",
    ),
    (
        "can my store make me pay back the class if i quit",
        "Do I have to repay training costs when I leave my employer?",
        "How long is the training of a technician?",
    ),
    (
        "is it a sit down job or am i on my feet",
        "Do pharmacy technicians stand all day?",
        "What do pharmacy technicians do all day?",
    ),
    (
        "do they let u carry over leftover credits",
        "Can I use extra CE hours for my next renewal?",
        "How many CE hours do I need for my next renewal?",
    ),
]


def test_it_tells_the_same_question_from_one_of_the_same_words(assistant: Assistant) -> None:
    adapter = load_likeness()
    rows = assistant.index().encoder.encode([text for group in SAME_AND_OTHER for text in group])
    before, after = (np.asarray(each).reshape(-1, 3, 384) for each in (rows, adapter.of(rows)))

    def margins(vectors: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
        asked, same, other = vectors[:, 0], vectors[:, 1], vectors[:, 2]
        return np.sum(asked * (same - other), axis=1)

    assert margins(after).mean() > margins(before).mean() + 0.02
    assert (margins(after) > 0).sum() >= (margins(before) > 0).sum()
