"""What is told by the turn before alone is learnt from conversations."""

import numpy as np
import pytest

from evals.fit_context import Examples, read_by, trained
from evals.fit_likeness import Listed
from evals.neighbours import found_at
from ingest.embed import Embedder

ANSWERS = ("The fee is what the exam costs.", "The fee is what the permit costs.")
FIRST = ("the exam", "the permit")
ASKED = (
    "how much",
    "what does it cost",
    "price of it",
    "is it expensive",
    "whats the fee",
    "cost?",
    "pricey?",
    "what do i pay",
)


@pytest.fixture(scope="module")
def items() -> Listed:
    return Listed(Embedder().encode(ANSWERS), np.array([0, 1]), np.array([False, False]))


def examples(asked: tuple[str, ...]) -> Examples:
    texts = [f"{question} [SEP] tell me of {first}" for first in FIRST for question in asked]
    answering = np.repeat(np.eye(2, dtype=bool), len(asked), axis=0)
    return Examples(tuple(texts), answering, np.full(len(texts), -1))


def test_a_follow_up_that_was_not_learnt_finds_what_its_turn_before_asks_for(items: Listed) -> None:
    held = examples(ASKED[-2:])
    learnt = examples(ASKED[:-2])
    many = learnt
    for _ in range(7):  # the fit passes over what it is given three times
        many = many + learnt
    reader = trained(many, items)
    vectors = read_by(reader, held.texts)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(held.texts)), abs=1e-4)
    assert found_at(1, vectors, held.answering, items.vectors, items.sections) == 1.0


def test_a_listed_question_learns_from_the_others_of_its_section_and_not_from_itself() -> None:
    texts = tuple(f"{question} for {first}" for first in FIRST for question in ASKED)
    sections = np.repeat([0, 1], len(ASKED))
    alone = Listed(Embedder().encode(texts), sections, np.ones(len(texts), dtype=bool))
    own = np.arange(len(texts))
    learnt = Examples(texts, np.eye(2, dtype=bool)[sections], own)
    many = learnt
    for _ in range(3):
        many = many + learnt
    likes = read_by(trained(many, alone), texts) @ alone.vectors.T
    likes[own, own] = -1.0
    assert [sections[row] for row in likes.argmax(axis=1)] == sections.tolist()
    before = alone.vectors @ alone.vectors.T
    before[own, own] = -1.0
    assert likes.max(axis=1).mean() != pytest.approx(before.max(axis=1).mean(), abs=1e-3)
