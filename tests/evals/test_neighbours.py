"""The loss by hand, and sections counted once however many of their items are near."""

import numpy as np
import pytest
import torch

from evals.neighbours import found_at, neighbours_loss

ITEMS = np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0]], np.float32)
SECTIONS = np.array([0, 0, 1])
EAST = np.array([[1.0, 0.0]], np.float32)


def test_the_loss_is_the_share_of_what_answers() -> None:
    # e^0 of e^0 + e^0 + e^(log 2) = 1 of 4, so the loss is log 4; the second row answers nothing.
    likes = torch.log(torch.tensor([[1.0, 1.0, 2.0], [1.0, 1.0, 1.0]]))
    ours = torch.tensor([[True, False, False], [False, False, False]])
    assert float(neighbours_loss(likes, ours)) == pytest.approx(np.log(4))


def test_what_does_not_count_weighs_nothing() -> None:
    likes = torch.tensor([[0.0, 0.0, -torch.inf]])
    assert float(neighbours_loss(likes, torch.tensor([[True, False, False]]))) == pytest.approx(np.log(2))


def test_of_k_sections_any_counts_and_each_once() -> None:
    other = np.array([[False, True]])
    assert found_at(1, EAST, other, ITEMS, SECTIONS) == 0.0
    assert found_at(2, EAST, other, ITEMS, SECTIONS) == 1.0, "two items of one section are one section"
    assert found_at(1, EAST, ~other, ITEMS, SECTIONS) == 1.0
