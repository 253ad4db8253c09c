"""Candidates are ordered by what speaks for each, and by nothing that a document of one's own lacks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from assistant_samples import make_chunk

import assistant.answering.ranking
from assistant.answering.clues import NAMES, Clues
from assistant.answering.likeness import load_likeness
from assistant.answering.ranking import RANKING_FILE, Ranking, load_ranking, rank
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.build import Assistant
from assistant.retrieval.index import Index, open_index
from assistant.settings import Settings
from assistant.types import Passage, Profile

CHUNKS = [
    make_chunk(
        "fee",
        "You pay $50 once. The board takes cards only.",
        section="Fees > What does it cost to register?",
        questions=("how much is the registration",),
    ),
    make_chunk("oh", "Ohio asks for 20 hours every two years.", section="Renewal", jurisdiction="OH"),
    make_chunk("tx", "Texas asks for 20 hours every two years.", section="Renewal", jurisdiction="TX"),
    make_chunk("own", "Our shop closes at six.", section="", kind="text", document="mine/notes"),
]


@pytest.fixture(scope="module")
def small(write_index: Callable[..., Settings], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    opened = open_index(write_index(tmp_path_factory.mktemp("ranking") / "home", "only", CHUNKS))
    yield opened
    opened.close()


@pytest.fixture
def clues(small: Index, vocabulary: Vocabulary) -> Clues:
    return Clues(small.passages, vocabulary, {"fee": 2.0, "regist": 1.0})


def read(text: str, vocabulary: Vocabulary, states: Sequence[str] = (), home: str | None = None) -> Query:
    return Query(
        question=text,
        standalone=text,
        search_text=text,
        profile=Profile(state=home),
        states=tuple(states),
        credentials=vocabulary.credentials_of(text),
        aspects=vocabulary.aspects_of(text),
    )


def values(query: Query, clues: Clues, index: Index) -> dict[str, dict[str, float]]:
    """Chunk id -> clue -> value."""
    found = [Passage(chunk, 0.0, number) for number, chunk in enumerate(CHUNKS, start=1)]
    rows = clues.of(query, index.encoder.encode_one(query.search_text), found)
    return {chunk.id: dict(zip(NAMES, row, strict=True)) for chunk, row in zip(CHUNKS, rows, strict=True)}


def test_a_place_counts_as_asked_about_as_another_or_as_any(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    places = ("same_place", "other_place", "any_place")

    def seen(query: Query) -> dict[str, tuple[float, ...]]:
        found = values(query, clues, small)
        return {id: tuple(found[id][name] for name in places) for id in ("oh", "tx", "fee")}

    named = seen(read("renewal hours", vocabulary, ["OH"]))
    assert named == {"oh": (1, 0, 0), "tx": (0, 1, 0), "fee": (0, 0, 0)}
    assert seen(read("renewal hours", vocabulary, home="OH")) == named
    assert seen(read("renewal hours", vocabulary)) == {"oh": (0, 0, 1), "tx": (0, 0, 1), "fee": (0, 0, 0)}


def test_a_question_of_the_passage_counts_beside_its_text(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    found = values(read("how much is the registration", vocabulary), clues, small)["fee"]
    assert found["question"] == pytest.approx(1.0, abs=1e-3)
    assert found["text"] < 0.9
    assert found["alike"] == pytest.approx(1.0)
    assert found["figure_first"] == 1


def test_the_text_stands_in_where_a_document_has_neither_questions_nor_sentences(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    found = values(read("when does our shop close", vocabulary), clues, small)["own"]
    assert found["question"] == found["text"] > 0.3


def test_the_ranks_of_either_search_count_and_what_it_lacks_has_none(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    query = read("fee", vocabulary)
    found = [Passage(CHUNKS[0], 0.0, 1, 0.5, 0.0), Passage(CHUNKS[1], 0.0, 2, 0.7, 3.0)]
    rows = clues.of(query, small.encoder.encode_one("fee"), found)
    assert rows[:, NAMES.index("dense_rank")].tolist() == [1 / 12, 1 / 11]
    assert rows[:, NAMES.index("lexical_rank")].tolist() == [0, 1 / 11]


def test_the_score_is_the_weighted_sum_and_orders_the_candidates(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    weights = np.array([1.0 if name == "same_place" else 0.0 for name in NAMES])
    ranking = Ranking(weights, np.zeros(len(NAMES)))
    query = read("renewal", vocabulary, ["TX"])
    found = [Passage(chunk, 9.0, number) for number, chunk in enumerate(CHUNKS, start=1)]
    ranked = rank(query, small.encoder.encode_one("renewal"), found, clues, ranking)
    assert [(p.chunk.id, p.score, p.rank) for p in ranked] == [
        ("tx", 1.0, 1), ("fee", 0.0, 2), ("oh", 0.0, 3), ("own", 0.0, 4),
    ]  # fmt: skip
    assert rank(query, small.encoder.encode_one("renewal"), [], clues, ranking) == []


def test_a_question_with_turns_before_it_is_ranked_by_weights_of_its_own(
    clues: Clues, small: Index, vocabulary: Vocabulary
) -> None:
    told = np.array([name == "told_question" for name in NAMES], dtype=np.float64)
    ranking = Ranking(np.zeros(len(NAMES)), told)
    query, vector = read("and the cost", vocabulary), small.encoder.encode_one("and the cost")
    found = [Passage(chunk, 9.0, number) for number, chunk in enumerate(CHUNKS, start=1)]
    fee = load_likeness().of(small.encoder.encode_one(CHUNKS[0].questions[0]))
    assert {passage.score for passage in rank(query, vector, found, clues, ranking, fee)} == {0.0}
    best = rank(replace(query, in_context="and the cost [SEP] the exam"), vector, found, clues, ranking, fee)[
        0
    ]
    assert (best.chunk.id, round(best.score, 3)) == (CHUNKS[0].id, 1.0)
    assert best.likeness == best.score


def test_the_package_has_a_weight_for_every_clue_and_prefers_the_place_asked_about() -> None:
    path = Path(assistant.answering.ranking.__file__).with_name(RANKING_FILE)
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert [set(stored[kind]) == set(NAMES) for kind in ("alone", "later")] == [True, True]
    for values in (load_ranking().alone, load_ranking().later):
        weights = dict(zip(NAMES, values, strict=True))
        assert weights["same_place"] > 0 > weights["other_place"]


def test_all_that_the_records_say_of_the_place_is_weighed(assistant: Assistant) -> None:
    chain = assistant.chain()
    record = {chunk.id for chunk in chain.index.passages.chunks_of_document("records/jurisdiction/sd")}
    found, rows = chain.weighed(
        "can i be 17 there", ["I live in Rapid City, South Dakota. What does it cost?"]
    )
    assert record <= {passage.chunk.id for passage in found}
    assert rows.shape == (len(found), len(NAMES))


def test_a_search_remembers_the_place_that_an_earlier_question_named(assistant: Assistant) -> None:
    earlier = ["I am in Texas. What do I need?", "Does it hurt my back to stand all day?"]
    query, passages, _ = assistant.search("what is the fee for a trainee", earlier, k=5)
    assert query.state == "TX"
    assert passages[0].chunk.jurisdiction == "TX"
