"""A question is written with the turns before it, and read near to what answers it there."""

import numpy as np
import pytest

from assistant.answering.likeness import load_likeness
from assistant.build import Assistant
from assistant.retrieval.context import in_context, load_context

HOW_LONG = "how long do I get for it"


def test_the_latest_turn_comes_first_and_old_ones_are_left_out() -> None:
    assert in_context("and now?", ["one", "two", "three", "four"]) == (
        "and now? [SEP] four [SEP] three [SEP] two"
    )
    assert in_context("alone", []) == "alone"


def test_the_weights_are_plain_arrays() -> None:
    weights = load_context()
    assert {values.dtype for values in weights.values()} == {np.dtype(np.float32)}
    assert sum(values.size for values in weights.values()) < 1_000_000


@pytest.mark.parametrize(
    ("before", "nearer", "other"),
    [
        ("tell me about the PTCE", "How long is the PTCE?", "How long does Ohio let a trainee work?"),
        ("can a trainee work in Ohio", "How long may a trainee work?", "How long is the PTCE?"),
    ],
)
def test_the_turn_before_decides_what_is_near(
    before: str, nearer: str, other: str, assistant: Assistant
) -> None:
    encoder = assistant.index().encoder
    vector = encoder.encode_in_context(in_context(HOW_LONG, [before]))
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    right, wrong = load_likeness().of(encoder.encode([nearer, other])) @ vector
    assert right > wrong
