"""Labelled claims and the index -> the bar that a model's sentences must pass: assistant/judging/bar.json.

Fitted is a logistic regression on the claims of the development split that pass the hard checks, and,
as sentences that their source does not carry, on sentences of the index under the key of a near one of
the same document: the mistake of a model that cites the wrong line.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answering.chain import Chain
from assistant.judging.judge import CitedSentence, Judge
from assistant.judging.support import Bar, SupportFeatures, load_bar, support_features
from assistant.retrieval.encoder import Vectors
from evals.claims import LabelledClaim, load_claims

__all__ = ["fit_bar", "judged"]

_FILE = Path(__file__).resolve().parent.parent / "assistant" / "judging" / "bar.json"
_OPEN = Bar({}, 1.0, 0.0)  # lets everything through: what is left are the hard checks
_MOST_DROPPED = 0.02  # of the true claims that pass the hard checks, those that may fall below the bar
_DOCUMENTS = 150  # of which sentences are cited wrongly
_SENTENCES = 4  # of each
_NEAR = 3  # lines of the same document that each is put under
_KINDS = ("paragraph", "bullet", "step")
_TRAP_WEIGHT = 3.0  # of a written trap against a wrongly cited line: there are few, and they are certain
_C = 3.0  # of LogisticRegression; 1 and 10 were alike out of fold
_SEED = 7


def fit_bar(chain: Chain) -> dict[str, float]:
    """Fit and write the bar; returns its threshold and what it was fitted on."""
    judge = _judge(chain, _OPEN)
    written = [claim for claim in load_claims("dev") if _passes(judge, claim)]
    wrong = [claim for claim in _miscited(chain) if _passes(judge, claim)]
    claims = [*written, *wrong]
    names = list(SupportFeatures.__dataclass_fields__)
    x = np.array([[asdict(_features(chain, claim))[name] for name in names] for claim in claims])
    y = np.array([claim.stands for claim in claims])
    weight = np.array([1.0 if claim.stands or claim in wrong else _TRAP_WEIGHT for claim in claims])
    model = LogisticRegression(C=_C, max_iter=3_000).fit(x, y, sample_weight=weight)
    probability = model.predict_proba(x)[:, 1]
    threshold = float(np.quantile(probability[y], _MOST_DROPPED))
    _write(dict(zip(names, model.coef_[0], strict=True)), float(model.intercept_[0]), threshold)
    load_bar.cache_clear()
    return {
        "true": float(y.sum()),
        "traps": float(len(written) - y.sum()),
        "wrongly cited": float(len(wrong)),
        "threshold": round(threshold, 4),
        "wrongly cited let through": round(float((probability[len(written) :] >= threshold).mean()), 4),
    }


def judged(chain: Chain, split: str) -> dict[str, float]:
    """How the judge does on a split's claims: shares of what stands kept, of what falls stopped."""
    judge = _judge(chain, load_bar())
    claims = load_claims(split)
    stands = [_passes(judge, claim) for claim in claims if claim.stands]
    falls = [not _passes(judge, claim) for claim in claims if not claim.stands]
    return {
        "true": float(len(stands)),
        "true kept": round(sum(stands) / len(stands), 4),
        "false": float(len(falls)),
        "false stopped": round(sum(falls) / len(falls), 4),
    }


def _judge(chain: Chain, bar: Bar) -> Judge:
    return Judge(chain.vocabulary, chain.rarity, chain.index.encoder.encode, bar)


def _passes(judge: Judge, claim: LabelledClaim) -> bool:
    return judge.fault(claim.text, claim.cited, claim.asked) is None


def _features(chain: Chain, claim: LabelledClaim) -> SupportFeatures:
    texts, about = [one.text for one in claim.cited], "\n".join(one.about for one in claim.cited)
    return support_features(claim.text, texts, about, chain.rarity, chain.index.encoder.encode)


def _miscited(chain: Chain) -> Iterator[LabelledClaim]:
    """Sentences of the index, each under a near one of its document."""
    chooser, passages = random.Random(_SEED), chain.index.passages
    documents = [id for id, _, kind in passages.documents() if kind in ("record", "guide")]
    for document in chooser.sample(documents, min(_DOCUMENTS, len(documents))):
        lines = [
            (
                sentence.text,
                CitedSentence(sentence.text, f"{chunk.title} | {chunk.section}", chunk.jurisdiction),
            )
            for chunk in passages.chunks_of_document(document)
            for sentence in chunk.sentences
            if sentence.kind in _KINDS
        ]
        if len(lines) > _NEAR:
            yield from _under_others(lines, chain.index.encoder.encode([text for text, _ in lines]), chooser)


def _under_others(
    lines: Sequence[tuple[str, CitedSentence]], vectors: Vectors, chooser: random.Random
) -> Iterator[LabelledClaim]:
    for place in chooser.sample(range(len(lines)), min(_SENTENCES, len(lines))):
        near = np.argsort(-(vectors @ vectors[place]), kind="stable")[1 : 1 + _NEAR]
        for other in near:
            if lines[other][0] != lines[place][0]:
                yield LabelledClaim(lines[place][0], (lines[other][1],), False, "wrongly cited", 0, "dev")


def _write(weights: Mapping[str, float], bias: float, threshold: float) -> None:
    data = {
        "made_by": "techpath eval calibrate",
        "weights": {name: round(float(weight), 4) for name, weight in weights.items()},
        "bias": round(bias, 4),
        "threshold": round(threshold, 4),
    }
    _FILE.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
