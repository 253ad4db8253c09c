"""Questions and whether the sources hold their answer -> precedents.npz and calibration.json of answering.

The examples are kept as precedents, and a logistic regression weighs how like them a question is with what
retrieval shows. It learns from `answerable.yaml`, whose questions nobody tuned anything on, and with less
weight from the development cases, on which words and rules were chosen: those are told from
each other too easily.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from assistant.answering.answerable import Features
from assistant.answering.chain import Chain
from assistant.answering.lookup import Probe
from assistant.answering.precedents import PRECEDENTS_FILE, Precedents, load_precedents
from evals.cases import Case, refuse_test_cases
from evals.examples import read_examples
from evals.shares import is_kept

__all__ = ["fit_answerable", "read_answerable"]

_EXAMPLES = Path(__file__).with_name("answerable.yaml")
_FITTED = Path(__file__).resolve().parent.parent / "assistant" / "answering" / "calibration.json"
# Of the questions that sources hold, measured out of fold. An answer beside the point does more harm than an
# honest "my sources do not cover this" with whom to ask, but most of what people ask is held.
_MAX_FALSE_ABSTENTIONS = 0.06
_WITHHELD = 3  # documents left out to make an unanswered question; a fact stands in two or three
_DEV = 0.3  # weight of a development case against an example
# A fifth of the unheld is read here (`_of_examples`), each for all five.
_WEIGHTS = {
    "held": 1.0, "unheld": 15.0, "held withheld": 0.15, "examples declined": 1.0,
    "answered": _DEV, "written": 3.0 * _DEV, "doubtful": _DEV, "withheld": 0.15 * _DEV, "declined": _DEV,
}  # fmt: skip
_ANSWERED = ("held", "answered")
_C = 0.3
_FOLDS = 5
_SEED = 7


def read_answerable() -> dict[str, list[str]]:
    """Example questions by what the sources do with them: "held", "unheld" or "declined"."""
    return read_examples(_EXAMPLES)


def fit_answerable(chain: Chain, cases: Sequence[Case]) -> dict[str, float]:
    """Fit and write the model from examples and development cases; returns measures out of fold.

    Unanswered are: what was written as such, with less weight where an answer beside the point is let pass;
    what is to be declined; and, with little weight because another document may still answer, the answered
    ones with their evidence withheld. Of a conversation the first turn counts: a follow-up that was completed
    wrongly tells nothing of what the sources hold.
    """
    refuse_test_cases(cases)
    examples = read_answerable()
    precedents = _precedents(chain, examples)
    groups = {**_of_examples(chain, examples, precedents), **_of_cases(chain, cases, precedents)}
    names = list(Features.__dataclass_fields__)
    x = np.array([[asdict(f)[name] for name in names] for rows in groups.values() for f in rows])
    group = np.array([name for name, rows in groups.items() for _ in rows])
    y, weight = np.isin(group, _ANSWERED), np.array([_WEIGHTS[name] for name in group])
    probability = np.zeros(len(y))
    for train, test in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(x, group):
        coefficients, bias = _logistic(x[train], y[train], weight[train])
        probability[test] = 1 / (1 + np.exp(-(x[test] @ coefficients + bias)))
    threshold = float(np.quantile(probability[group == "held"], _MAX_FALSE_ABSTENTIONS))
    coefficients, bias = _logistic(x, y, weight)
    _write(dict(zip(names, coefficients, strict=True)), bias, threshold)
    return {"questions": float(len(y)), "threshold": threshold, **_measures(group, probability, threshold)}


def _precedents(chain: Chain, examples: Mapping[str, Sequence[str]]) -> Precedents:
    """Those of the examples, written as well."""
    held, unheld = (
        np.stack([chain.probe(question).vector for question in examples[label]]).astype(np.float16)
        for label in ("held", "unheld")
    )
    np.savez_compressed(_FITTED.with_name(PRECEDENTS_FILE), held=held, unheld=unheld)
    load_precedents.cache_clear()
    return Precedents(held.astype(np.float32), unheld.astype(np.float32))


def _of_examples(
    chain: Chain, examples: Mapping[str, Sequence[str]], precedents: Precedents
) -> dict[str, list[Features]]:
    """The features by group; of the unheld those that the encoder's reading has not learnt from."""

    def of(questions: Iterable[str], withhold: int = 0) -> list[Features]:
        probes = (chain.probe(question, withhold) for question in questions)
        return [_with_precedents(probe, precedents, known=True) for probe in probes]

    return {
        "held": of(examples["held"]),
        "unheld": of(question for question in examples["unheld"] if is_kept(question)),
        "held withheld": of(examples["held"], _WITHHELD),
        "examples declined": of(examples["declined"]),
    }


def _with_precedents(probe: Probe, precedents: Precedents, known: bool) -> Features:
    """The features as the precedents show it; one of these is not told by itself."""
    itself = probe.vector if known else None
    own, told = precedents.of(probe.vector, itself), precedents.of(probe.told, itself)
    return replace(probe.features, precedent=own, precedent_told=told)


def _of_cases(chain: Chain, cases: Sequence[Case], precedents: Precedents) -> dict[str, list[Features]]:
    def of(chosen: Iterable[Case], withhold: int = 0) -> list[Features]:
        probes = (chain.probe(case.question, withhold, case.profile) for case in chosen)
        return [_with_precedents(probe, precedents, known=False) for probe in probes]

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


def _measures(
    group: npt.NDArray[np.str_], probability: npt.NDArray[np.float64], threshold: float
) -> dict[str, float]:
    """How examples are told from examples, and cases from cases."""
    above = probability >= threshold
    measures = {f"answered_{name}": float(above[group == name].mean()) for name in _WEIGHTS}
    for held, name in (("held", "unheld"), ("answered", "written"), ("answered", "declined")):
        both = np.isin(group, (held, name))
        measures[f"auroc_{name}"] = float(roc_auc_score(group[both] == held, probability[both]))
    return measures


def _logistic(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.bool_], weight: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], float]:
    """Coefficients and bias on the features as they stand; regularised on standardised ones."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    model = LogisticRegression(C=_C, max_iter=3000).fit((x - mean) / scale, y, sample_weight=weight)
    coefficients = model.coef_[0] / scale
    return coefficients, float(model.intercept_[0] - coefficients @ mean)


def _write(weights: Mapping[str, float], bias: float, threshold: float) -> None:
    data: dict[str, Any] = {
        "made_by": "techpath eval calibrate",
        "weights": {name: round(float(weight), 4) for name, weight in weights.items()},
        "bias": round(float(bias), 4),
        "threshold": round(threshold, 4),
    }
    _FITTED.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
