"""Examples and development cases -> the two small files of fitted numbers that the assistant reads.

`techpath eval calibrate` writes them:
- assistant/answering/intents.npz: multinomial logistic regression on vectors and retrieval features;
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
from evals.cases import Case

__all__ = ["fit_answerable", "fit_intents", "read_intents"]

_INTENTS = Path(__file__).with_name("intents.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent / "assistant" / "answering"
_REGULARISATION = 5.0  # C of LogisticRegression; of 1, 5 and 20 the best out of fold at 2 %
_MAX_FALSE_REFUSALS = 0.02  # of questions inside the domain, measured out of fold
_MAX_FALSE_ABSTENTIONS = 0.02  # of answerable questions, measured out of fold
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
    """Fit and write the answerability model from development cases; returns measures out of fold."""
    rows = [(chain.features(case.question)[1], case.answerable) for case in cases if case.answerable is not None]
    names = list(asdict(rows[0][0]))
    x = np.array([[asdict(features)[name] for name in names] for features, _ in rows])
    y = np.array([answerable for _, answerable in rows])
    model = LogisticRegression(C=3.0, max_iter=2000)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    probability = cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1]
    threshold = float(np.quantile(probability[y], _MAX_FALSE_ABSTENTIONS))
    model.fit(x, y)
    data: dict[str, Any] = {
        "made_by": "techpath eval calibrate",
        "features": list(Features.__dataclass_fields__),
        "weights": dict(zip(names, np.round(model.coef_[0], 4).tolist(), strict=True)),
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": round(threshold, 4),
    }
    (_PACKAGE / "calibration.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return {
        "cases": float(len(rows)),
        "auroc": float(roc_auc_score(y, probability)),
        "threshold": threshold,
        "abstains_on_unanswerable": float((probability[~y] < threshold).mean()),
    }
