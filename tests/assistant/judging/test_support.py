from __future__ import annotations

import math

import numpy as np
import pytest

from assistant.judging.support import Bar, SupportFeatures, load_bar, support_features
from assistant.retrieval.index import Index

ALIKE = SupportFeatures(coverage=1.0, best=1.0, joined=1.0, novel=0.0, rarest=0.0)
UNLIKE = SupportFeatures(coverage=0.0, best=0.0, joined=0.0, novel=1.0, rarest=1.0)


def test_the_probability_is_a_logistic_of_the_weighted_features() -> None:
    bar = Bar({"coverage": 2.0, "best": 1.0}, -1.0, 0.5)
    assert bar.probability(ALIKE) == pytest.approx(1 / (1 + math.exp(-(2.0 + 1.0 - 1.0))))
    assert bar.passes(ALIKE)
    assert not bar.passes(UNLIKE)


def test_the_bar_of_the_package_lets_a_copy_through_and_nothing_unlike() -> None:
    bar = load_bar()
    assert 0.0 < bar.threshold < 1.0
    assert bar.passes(ALIKE)
    assert not bar.passes(UNLIKE)


def test_coverage_is_the_share_of_the_claim_s_terms_by_rarity(index: Index) -> None:
    weights = {"": 4.0, "badg": 1.0, "open": 1.0, "cabinet": 2.0}
    features = support_features(
        "The badge opens the cabinet.",
        ["The badge opens it."],
        "",
        lambda term: weights.get(term, 4.0),
        index.encoder.encode,
    )
    assert features.coverage == pytest.approx((1 + 1) / (1 + 1 + 2))
    assert features.novel == pytest.approx(1 / 5)
    assert features.rarest == pytest.approx(2 / 4)
    assert 0.0 < features.best <= 1.0


def test_the_nearest_of_several_cited_sentences_counts(index: Index) -> None:
    near, far = "The fee is $50.", "Technicians count tablets."
    both = support_features("The fee is $50.", [far, near], "", lambda term: 1.0, index.encoder.encode)
    assert both.best == pytest.approx(1.0, abs=1e-3)
    assert both.joined < both.best
    assert np.isfinite(both.joined)
