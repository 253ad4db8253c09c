from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from assistant_samples import make_chunk

import assistant.answering.answerable
from assistant.answering.answerable import (
    Calibration,
    Features,
    features_of,
    load_calibration,
)
from assistant.answering.evidence import Relevance
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.build import Assistant, build_embedded
from assistant.retrieval.index import Index, open_index
from assistant.settings import Settings
from assistant.types import Profile

NAMES = [field.name for field in fields(Features)]
NOTHING = Features(**dict.fromkeys(NAMES, 0.0))
EVERYTHING = Features(**dict.fromkeys(NAMES, 1.0))
FILE = Path(assistant.answering.answerable.__file__).with_name("calibration.json")


def test_the_calibration_weighs_exactly_the_features() -> None:
    assert set(load_calibration().weights) == set(NAMES)


def test_the_calibration_says_how_it_was_made() -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    assert data["made_by"].startswith("techpath eval ")
    assert 0.0 < data["threshold"] < 1.0


def test_the_probability_is_the_logistic_function_of_the_weighted_sum() -> None:
    weights = {**dict.fromkeys(NAMES, 0.0), "similarity": 2.0, "coverage": 1.0}
    calibration = Calibration(weights, bias=-1.5, threshold=0.5)
    features = replace(NOTHING, similarity=0.5, coverage=0.5)
    # 2 * 0.5 + 1 * 0.5 - 1.5 = 0, and the logistic function of 0 is one half.
    assert calibration.probability(features) == pytest.approx(0.5)


def test_the_ends_are_told_apart_and_lie_within_zero_and_one() -> None:
    calibration = load_calibration()
    assert 0.0 < calibration.probability(NOTHING) < calibration.threshold
    assert calibration.threshold < calibration.probability(EVERYTHING) < 1.0


def test_extreme_weights_do_not_overflow() -> None:
    calibration = Calibration(dict.fromkeys(NAMES, 1e9), -1e12, 0.5)
    assert 0.0 <= calibration.probability(EVERYTHING) <= 1.0
    assert 0.0 <= calibration.probability(NOTHING) <= 1.0


def test_nothing_found_has_no_features(index: Index, vocabulary: Vocabulary) -> None:
    relevance = Relevance("fee", index.encoder.encode_one("fee"), index.passages, {})
    query = Query("fee", "fee", "fee", Profile())
    assert features_of(query, [], relevance, vocabulary, 2026) == NOTHING


@pytest.mark.parametrize(
    "question", ["How much does the PTCE cost?", "renew in Ohio", "?", "purple elephants", "Técnico"]
)
def test_every_feature_lies_within_zero_and_one(question: str, assistant: Assistant) -> None:
    features = assistant.chain().probe(question).features
    values = asdict(features)
    assert {name: value for name, value in values.items() if not 0.0 <= value <= 1.001} == {}


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("How much does the PTCE cost?", "How much does a Tesla cost?"),
        ("How do I renew my CPhT?", "How do I renew my passport?"),
        ("What is sterile compounding?", "What is quantum entanglement?"),
        ("What does a pharmacy technician do all day?", "What does a park ranger do all day?"),
    ],
)
def test_a_question_of_the_field_is_likelier_answered(
    inside: str, outside: str, assistant: Assistant
) -> None:
    assert assistant.search(inside)[2] > assistant.search(outside)[2]


def test_a_place_that_no_passage_names_counts_against_it(assistant: Assistant) -> None:
    chain = assistant.chain()
    assert chain.probe("How do I renew in Ohio?").features.entities == 1.0


def test_a_number_that_no_sentence_holds_counts_against_it(assistant: Assistant) -> None:
    chain = assistant.chain()
    assert chain.probe("How many hours of CE do I need for PTCB?").features.figure == 1.0
    assert chain.probe("Is the work hard on the body?").features.figure == 1.0


def test_what_sources_do_not_keep_counts_against_it_unless_it_stands_in_a_document_of_ones_own(
    write_index: Callable[..., Settings], tmp_path: Path
) -> None:
    question = "When does the next class begin?"
    for kind, kept in (("guide", 0.0), ("markdown", 1.0)):
        chunk = make_chunk("class", "The next class begins on January 5.", kind=kind)
        index = open_index(write_index(tmp_path / kind, "only", [chunk]))
        assert build_embedded(index).probe(question).features.kept == kept
        index.close()


def test_a_word_that_the_index_has_never_seen_counts_against_it(assistant: Assistant) -> None:
    chain = assistant.chain()
    assert chain.probe("What does the certificate cost?").features.known == 1.0
    assert chain.probe("What does the zorblax cost?").features.known == 1 / 2


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What does the certificate cost?", 1.0),
        ("Do tattoos cost a fee?", 2 / 3),
        ("tattoos piercings hijab", 0.0),
        (
            "My tattooed uncle Bartholomew drove his zebra to Kalamazoo, sold umbrellas, met a llama and paid a fee",
            1.0,
        ),
    ],
    ids=["all there", "one of three missing", "none there", "a story"],
)
def test_the_rarest_words_of_a_short_question_are_looked_for(
    question: str, share: float, write_index: Callable[..., Settings], tmp_path: Path
) -> None:
    chunk = make_chunk("fee", "The certificate has a fee. It costs $50.", questions=("what does it cost",))
    index = open_index(write_index(tmp_path / "home", "only", [chunk]))
    try:
        assert build_embedded(index).probe(question).features.keywords == pytest.approx(share)
    finally:
        index.close()


def test_likeness_is_that_of_the_nearest_question_of_the_passages(assistant: Assistant) -> None:
    chain = assistant.chain()
    near = chain.probe("do they cut you off after failing the ptce so many times").features.likeness
    far = chain.probe("is my dog too old for agility classes").features.likeness
    assert 0.0 <= far < near <= 1.0
