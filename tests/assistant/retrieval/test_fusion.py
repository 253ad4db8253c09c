from __future__ import annotations

import pytest

from assistant.retrieval.fusion import RRF_K, reciprocal_rank_fusion


def test_the_constant_is_that_of_the_paper() -> None:
    assert RRF_K == 60


def test_a_score_is_the_weighted_sum_of_reciprocal_ranks() -> None:
    scores = reciprocal_rank_fusion(
        {"dense": ["a", "b", "c"], "lexical": ["c", "a"]}, {"dense": 0.8, "lexical": 0.2}
    )
    assert scores == {
        "a": pytest.approx(0.8 / (60 + 1) + 0.2 / (60 + 2)),
        "b": pytest.approx(0.8 / (60 + 2)),
        "c": pytest.approx(0.8 / (60 + 3) + 0.2 / (60 + 1)),
    }


def test_only_the_order_within_a_ranking_counts() -> None:
    weights = {"dense": 1.0, "lexical": 1.0}
    one = reciprocal_rank_fusion({"dense": ["a", "b"], "lexical": ["b"]}, weights)
    other = reciprocal_rank_fusion({"lexical": ["b"], "dense": ["a", "b"]}, weights)
    assert one == pytest.approx(other)


def test_no_rankings_give_no_scores() -> None:
    assert reciprocal_rank_fusion({}, {}) == {}
    assert reciprocal_rank_fusion({"dense": []}, {"dense": 1.0}) == {}


def test_a_ranking_without_a_weight_is_an_error() -> None:
    with pytest.raises(KeyError):
        reciprocal_rank_fusion({"dense": ["a"]}, {})
