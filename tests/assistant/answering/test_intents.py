from __future__ import annotations

from dataclasses import fields
from typing import get_args

import numpy as np
import pytest

from assistant.answering.answerable import Features
from assistant.answering.guard import Refusal
from assistant.answering.intents import IN_DOMAIN, Intents, inputs, load_intents
from assistant.build import Assistant

NONE = Features(**dict.fromkeys([field.name for field in fields(Features)], 0.0))
VECTOR = np.zeros(384, dtype=np.float32)
WIDTH = inputs(VECTOR, NONE).shape[0]


def made(bias: dict[str, float], threshold: float) -> Intents:
    weights = np.zeros((len(bias), WIDTH), dtype=np.float32)
    return Intents(tuple(bias), weights, np.log(np.array(list(bias.values()), np.float32)), threshold)


def test_the_labels_are_the_domain_and_reasons_to_decline() -> None:
    intents = load_intents()
    assert IN_DOMAIN in intents.labels
    assert set(intents.labels) - {IN_DOMAIN} <= set(get_args(Refusal))
    assert 0.5 <= intents.threshold < 1.0


def test_the_fitted_weights_fit_what_is_seen() -> None:
    intents = load_intents()
    assert intents.weights.shape == (len(intents.labels), WIDTH)
    assert intents.bias.shape == (len(intents.labels),)


def test_probabilities_add_up_to_one() -> None:
    found = load_intents().probabilities(VECTOR, NONE)
    assert sum(found.values()) == pytest.approx(1.0, abs=1e-5)
    assert all(0.0 <= value <= 1.0 for value in found.values())


@pytest.mark.parametrize(
    ("shares", "threshold", "refusal"),
    [
        ({IN_DOMAIN: 0.2, "clinical": 0.7, "off_topic": 0.1}, 0.75, "clinical"),
        ({IN_DOMAIN: 0.3, "clinical": 0.6, "off_topic": 0.1}, 0.75, None),
        ({IN_DOMAIN: 0.1, "clinical": 0.4, "off_topic": 0.5}, 0.75, "off_topic"),
        ({IN_DOMAIN: 0.1, "clinical": 0.45, "wrongdoing": 0.45}, 0.75, None),
        ({IN_DOMAIN: 0.02, "clinical": 0.49, "wrongdoing": 0.49}, 0.75, "off_topic"),
    ],
    ids=[
        "sure",
        "not sure enough",
        "sure that it is one of two",
        "no reason is clear",
        "none, but surely not ours",
    ],
)
def test_only_what_is_sure_is_declined(
    shares: dict[str, float], threshold: float, refusal: str | None
) -> None:
    assert made(shares, threshold).refusal(VECTOR, NONE) == refusal


@pytest.mark.parametrize(
    ("shares", "refusal"),
    [
        ({IN_DOMAIN: 0.3, "clinical": 0.6, "off_topic": 0.1}, "clinical"),
        ({IN_DOMAIN: 0.6, "clinical": 0.3, "off_topic": 0.1}, None),
        ({IN_DOMAIN: 0.3, "clinical": 0.4, "off_topic": 0.1, "wrongdoing": 0.2}, "clinical"),
        ({IN_DOMAIN: 0.45, "clinical": 0.15, "off_topic": 0.15, "wrongdoing": 0.25}, None),
    ],
    ids=["likely", "not likely", "likely, and no accusation", "likely, but the accusation is not clear"],
)
def test_where_there_is_no_answer_anyway_less_is_needed(
    shares: dict[str, float], refusal: str | None
) -> None:
    assert made(shares, 0.9).refusal(VECTOR, NONE, unanswered=True) == refusal
    assert made(shares, 0.9).refusal(VECTOR, NONE) is None


def test_without_a_classifier_nothing_is_declined() -> None:
    empty = Intents((), np.empty((0, WIDTH), np.float32), np.empty(0, np.float32), 1.0)
    assert empty.refusal(VECTOR, NONE) is None


@pytest.mark.parametrize(
    ("question", "declined"),
    [
        ("who won the world series", True),
        ("recipe for guacamole", True),
        ("tell me something funny about penguins", True),
        ("How do I become a pharmacy technician?", False),
        ("What does the PTCE cost?", False),
        ("Which specialties have little patient contact?", False),
        ("my registration lapsed, what now", False),
    ],
)
def test_the_fitted_classifier_tells_the_field_from_the_rest(
    question: str, declined: bool, assistant: Assistant
) -> None:
    seen = assistant.chain().probe(question)
    assert (load_intents().refusal(seen.vector, seen.features) is not None) == declined
