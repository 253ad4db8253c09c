from __future__ import annotations

import math
from pathlib import Path

import pytest

from assistant.retrieval.lexical import LexicalIndex, write_lexical_index

TEXTS = {
    "fee": "The fee is 50 dollars.",
    "renewal": "You renew by March. Renewal costs a fee.",
    "scope": "Technicians may not counsel.",
}


@pytest.fixture
def lexical(tmp_path: Path) -> LexicalIndex:
    write_lexical_index(tmp_path / "bm25", list(TEXTS), list(TEXTS.values()), list(TEXTS.values()))
    return LexicalIndex(tmp_path / "bm25")


def test_a_text_is_found_by_a_word_it_holds_in_any_form(lexical: LexicalIndex) -> None:
    assert [id for id, _ in lexical.search("counseling", 5)] == ["scope"]


def test_results_come_best_first_with_scores_above_zero(lexical: LexicalIndex) -> None:
    found = lexical.search("renewal fee", 5)
    assert [id for id, _ in found] == ["renewal", "fee"]
    assert found[0][1] > found[1][1] > 0


def test_a_score_is_bm25_in_lucene_s_form(lexical: LexicalIndex) -> None:
    # "may" stands once in "scope" only: 3 texts, of 3, 5 and 4 terms.
    k1, b, count, holding, length, mean = 1.2, 0.75, 3, 1, 4, (3 + 5 + 4) / 3
    rarity = math.log(1 + (count - holding + 0.5) / (holding + 0.5))
    expected = rarity * 1 / (1 + k1 * (1 - b + b * length / mean))
    ((id, score),) = lexical.search("may", 1)
    assert id == "scope"
    assert score == pytest.approx(expected, rel=1e-4)


def test_no_more_than_the_limit_are_given(lexical: LexicalIndex) -> None:
    assert [id for id, _ in lexical.search("renewal fee", 1)] == ["renewal"]


@pytest.mark.parametrize("query", ["", "the of and", "zebra", "¿?"])
def test_a_query_without_known_terms_finds_nothing(lexical: LexicalIndex, query: str) -> None:
    assert lexical.search(query, 5) == []


def test_frequencies_count_texts_and_words_count_occurrences(lexical: LexicalIndex) -> None:
    assert lexical.frequencies["fee"] == 2
    assert lexical.words["fee"] == 2
    assert lexical.words["renewal"] == 1
    assert "renewal" not in lexical.frequencies, "frequencies are of stems"


def test_words_come_from_the_prose_alone(tmp_path: Path) -> None:
    write_lexical_index(tmp_path / "bm25", ["a"], ["How do I renw? You renew."], ["You renew."])
    assert "renw" not in LexicalIndex(tmp_path / "bm25").words


@pytest.mark.parametrize("texts", [[], [""], ["the of and"]], ids=["none", "empty", "stop words"])
def test_an_index_of_nothing_finds_nothing(texts: list[str], tmp_path: Path) -> None:
    ids = [str(number) for number in range(len(texts))]
    write_lexical_index(tmp_path / "bm25", ids, texts, texts)
    index = LexicalIndex(tmp_path / "bm25")
    assert len(index) == 0
    assert index.search("fee", 5) == []


def test_equal_scores_keep_the_order_of_the_texts(tmp_path: Path) -> None:
    ids = [f"id{number}" for number in range(6)]
    write_lexical_index(tmp_path / "bm25", ids, ["one fee"] * 6, [""] * 6)
    assert [id for id, _ in LexicalIndex(tmp_path / "bm25").search("fee", 6)] == ids
