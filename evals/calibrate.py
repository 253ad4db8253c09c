"""Examples and development cases -> the two small files of fitted numbers that the assistant reads.

`techpath eval calibrate` writes them:
- assistant/answering/intents.npz: multinomial logistic regression on vectors and retrieval
  features;
- assistant/answering/calibration.json: logistic regression on retrieval features.
Only cases marked `split: dev` are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from assistant.answering.answerable import Features
from assistant.answering.chain import Chain
from assistant.answering.intents import IN_DOMAIN, inputs
from evals.cases import Case, refuse_test_cases
from evals.own_questions import own_questions

__all__ = ["fit_answerable", "fit_intents", "read_intents"]

_INTENTS = Path(__file__).with_name("intents.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent / "assistant" / "answering"
_REGULARISATION = 5.0  # C of LogisticRegression; out of fold 5 and 20 were alike and better than 1
_MAX_FALSE_REFUSALS = 0.02  # of questions inside the domain, measured out of fold
_MAX_FALSE_ABSTENTIONS = 0.005  # of answerable questions, measured out of fold
_OWN = 3_000  # of the knowledge's own questions, as examples of what is in the domain
_OWN_WEIGHT = 0.1
_WITHHELD = 3  # documents left out to make an unanswered question; a fact stands in two or three
_GROUP_WEIGHTS = {"answered": 1.0, "written": 3.0, "doubtful": 1.0, "withheld": 0.15, "declined": 1.0}
_C = 0.3
_FOLDS = 5
_SEED = 7


def read_intents() -> dict[str, list[str]]:
    """Intent -> example questions."""
    data: Mapping[str, Sequence[str]] = yaml.load(
        _INTENTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return {intent: [str(text) for text in texts] for intent, texts in data.items()}


def fit_intents(chain: Chain) -> dict[str, float]:
    """Fit and write the intent classifier; returns what was measured out of fold."""
    examples = read_intents()
    labels = sorted(examples)
    rows = [(text, label, 0, 1.0) for label in labels for text in examples[label]]
    # Without the document that lists it: of a new question nothing stands in the index word for word.
    own = own_questions(chain.index.passages, _OWN)
    rows += [(text, IN_DOMAIN, 1, _OWN_WEIGHT) for text in own]
    x = np.stack([inputs(*chain.features(text, withhold)) for text, _, withhold, _ in rows])
    y = np.array([label for _, label, *_ in rows])
    weight = np.array([weight for *_, weight in rows])
    model = LogisticRegression(C=_REGULARISATION, max_iter=3000)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    probabilities = cross_val_predict(
        model, x, y, cv=folds, method="predict_proba", params={"sample_weight": weight}
    )
    inside = y == IN_DOMAIN
    outside = 1 - probabilities[:, labels.index(IN_DOMAIN)]
    threshold = float(np.quantile(outside[inside], 1 - _MAX_FALSE_REFUSALS))
    model.fit(x, y, sample_weight=weight)
    np.savez_compressed(
        _PACKAGE / "intents.npz",
        labels=np.array(model.classes_),
        weights=model.coef_.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
        threshold=np.float32(threshold),
    )
    return {
        "examples": float(len(rows)),
        "threshold": threshold,
        "refused_inside": float((outside[inside] >= threshold).mean()),
        "refused_outside": float((outside[~inside] >= threshold).mean()),
        "auroc": float(roc_auc_score(~inside, outside)),
    }


def fit_answerable(chain: Chain, cases: Sequence[Case]) -> dict[str, float]:
    """Fit and write the answerability model from development cases; returns measures out of fold.

    Unanswered are: the cases written as such, with less weight where an answer beside the point is let
    pass; those that are to be declined; and, with little weight because another document may still
    answer, the answered ones with their evidence withheld. Of a conversation the first turn counts: a
    follow-up that was completed wrongly tells nothing of what the sources hold.
    """
    refuse_test_cases(cases)
    groups = _groups(chain, cases)
    names = list(Features.__dataclass_fields__)
    x = np.array([[asdict(f)[name] for name in names] for rows in groups.values() for f in rows])
    group = np.array([name for name, rows in groups.items() for _ in rows])
    y, weight = group == "answered", np.array([_GROUP_WEIGHTS[name] for name in group])
    probability = np.zeros(len(y))
    for train, test in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(x, group):
        coefficients, bias = _logistic(x[train], y[train], weight[train])
        probability[test] = 1 / (1 + np.exp(-(x[test] @ coefficients + bias)))
    threshold = float(np.quantile(probability[y], _MAX_FALSE_ABSTENTIONS))
    coefficients, bias = _logistic(x, y, weight)
    _write_calibration(dict(zip(names, coefficients, strict=True)), bias, threshold)
    measures = {"cases": float(len(y)), "threshold": threshold}
    for name in ("written", "doubtful", "withheld", "declined"):
        both = y | (group == name)
        measures[f"auroc_{name}"] = float(roc_auc_score(y[both], probability[both]))
        measures[f"answered_{name}"] = float((probability[group == name] >= threshold).mean())
    return measures


def _groups(chain: Chain, cases: Sequence[Case]) -> dict[str, list[Features]]:
    def of(chosen: Iterable[Case], withhold: int = 0) -> list[Features]:
        return [chain.features(case.question, withhold, case.profile)[1] for case in chosen]

    unanswered = [case for case in cases if case.answerable is False]
    answered = [
        c for c in cases if c.file != "declined" and c.turns[0].outcomes[0] in ("answered", "clarify")
    ]
    return {
        "answered": of(answered),
        "written": of(case for case in unanswered if "answered" not in case.turns[0].outcomes),
        "doubtful": of(case for case in unanswered if "answered" in case.turns[0].outcomes),
        "withheld": of((case for case in cases if case.answerable), _WITHHELD),
        "declined": of(case for case in cases if case.file == "declined"),
    }


def _logistic(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.bool_], weight: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], float]:
    """Coefficients and bias on the features as they stand; regularised on standardised ones."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    model = LogisticRegression(C=_C, max_iter=3000).fit((x - mean) / scale, y, sample_weight=weight)
    coefficients = model.coef_[0] / scale
    return coefficients, float(model.intercept_[0] - coefficients @ mean)


def _write_calibration(weights: Mapping[str, float], bias: float, threshold: float) -> None:
    data: dict[str, Any] = {
        "made_by": "techpath eval calibrate",
        "weights": {name: round(float(weight), 4) for name, weight in weights.items()},
        "bias": round(float(bias), 4),
        "threshold": round(threshold, 4),
    }
    (_PACKAGE / "calibration.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
