"""Examples and development cases -> the two small files of fitted numbers that the assistant reads.

`techpath eval calibrate` writes them:
- assistant/answering/intents.npz: multinomial logistic regression on vectors and retrieval
  features;
- assistant/answering/calibration.json: logistic regression on retrieval features.
Only cases marked `split: dev` are read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from assistant.answering.answerable import Features
from assistant.answering.chain import Chain
from assistant.answering.intents import IN_DOMAIN, inputs
from evals.cases import Case, refuse_test_cases

__all__ = ["fit_answerable", "fit_intents", "read_intents"]

_INTENTS = Path(__file__).with_name("intents.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent / "assistant" / "answering"
_REGULARISATION = 5.0  # C of LogisticRegression; out of fold 5 and 20 were alike and better than 1
_MAX_FALSE_REFUSALS = 0.02  # of questions inside the domain, measured out of fold
_MAX_FALSE_ABSTENTIONS = 0.02  # of answerable questions, measured out of fold
_WITHHELD = 3  # documents left out to make an unanswered question; a fact stands in two or three
_GROUP_WEIGHTS = {"answered": 1.0, "written": 3.0, "withheld": 0.3, "off_topic": 0.5}
_C = 3.0
_FOLDS = 5
_SEED = 7


def read_intents() -> dict[str, list[str]]:
    """Intent -> example questions."""
    data: Mapping[str, Sequence[str]] = yaml.load(
        _INTENTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return {intent: [str(text) for text in texts] for intent, texts in data.items()}


def fit_intents(chain: Chain, more_in_domain: Sequence[str] = ()) -> dict[str, float]:
    """Fit and write the intent classifier; returns what was measured out of fold."""
    examples = read_intents()
    examples[IN_DOMAIN] = [*examples[IN_DOMAIN], *more_in_domain]
    labels = sorted(examples)
    texts = [text for label in labels for text in examples[label]]
    y = np.array([label for label in labels for _ in examples[label]])
    x = np.stack([inputs(*chain.features(text)) for text in texts])
    model = LogisticRegression(C=_REGULARISATION, max_iter=3000)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    probabilities = cross_val_predict(model, x, y, cv=folds, method="predict_proba")
    inside = y == IN_DOMAIN
    outside = 1 - probabilities[:, labels.index(IN_DOMAIN)]
    threshold = float(np.quantile(outside[inside], 1 - _MAX_FALSE_REFUSALS))
    model.fit(x, y)
    np.savez_compressed(
        _PACKAGE / "intents.npz",
        labels=np.array(model.classes_),
        weights=model.coef_.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
        threshold=np.float32(threshold),
    )
    return {
        "examples": float(len(texts)),
        "threshold": threshold,
        "refused_inside": float((outside[inside] >= threshold).mean()),
        "refused_outside": float((outside[~inside] >= threshold).mean()),
        "auroc": float(roc_auc_score(~inside, outside)),
    }


def fit_answerable(chain: Chain, cases: Sequence[Case]) -> dict[str, float]:
    """Fit and write the answerability model from development cases; returns measures out of fold.

    Unanswered are: the cases written as such; questions far from the field; and, with little weight
    because another document may still answer, the answered ones with their evidence withheld.
    """
    refuse_test_cases(cases)
    groups = {
        "answered": [chain.features(case.question)[1] for case in cases if case.answerable],
        "written": [chain.features(case.question)[1] for case in cases if case.answerable is False],
        "withheld": [chain.features(case.question, _WITHHELD)[1] for case in cases if case.answerable],
        "off_topic": [chain.features(text)[1] for text in read_intents()["off_topic"]],
    }
    names = list(Features.__dataclass_fields__)
    x = np.array([[asdict(f)[name] for name in names] for rows in groups.values() for f in rows])
    group = np.array([name for name, rows in groups.items() for _ in rows])
    y, weight = group == "answered", np.array([_GROUP_WEIGHTS[name] for name in group])
    probability = np.zeros(len(y))
    for train, test in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(x, group):
        fold = LogisticRegression(C=_C, max_iter=3000).fit(x[train], y[train], sample_weight=weight[train])
        probability[test] = fold.predict_proba(x[test])[:, 1]
    threshold = float(np.quantile(probability[y], _MAX_FALSE_ABSTENTIONS))
    model = LogisticRegression(C=_C, max_iter=3000).fit(x, y, sample_weight=weight)
    _write_calibration(dict(zip(names, model.coef_[0], strict=True)), model.intercept_[0], threshold)
    measures = {"cases": float(len(y)), "threshold": threshold}
    for name in ("written", "withheld", "off_topic"):
        both = y | (group == name)
        measures[f"auroc_{name}"] = float(roc_auc_score(y[both], probability[both]))
    return measures


def _write_calibration(weights: Mapping[str, float], bias: float, threshold: float) -> None:
    data: dict[str, Any] = {
        "made_by": "techpath eval calibrate",
        "weights": {name: round(float(weight), 4) for name, weight in weights.items()},
        "bias": round(float(bias), 4),
        "threshold": round(threshold, 4),
    }
    (_PACKAGE / "calibration.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
