"""Examples and the knowledge's own questions -> assistant/answering/kinds.npz: what is asked for.

No case is read, so that answerability, fitted on the development cases, sees them no better known than new
questions are.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from assistant.answering.chain import Chain
from assistant.answering.intents import IN_DOMAIN
from assistant.answering.kinds import KEPT, inputs_of
from evals.examples import read_examples
from evals.fit_intents import read_intents
from evals.own_questions import own_questions

__all__ = ["fit_kinds", "read_kinds"]

_EXAMPLES = Path(__file__).with_name("kinds.yaml")
_FITTED = Path(__file__).resolve().parent.parent / "assistant" / "answering" / "kinds.npz"
_C = 3.0  # of LogisticRegression; 1 to 5 were alike out of fold
_STEPS = 600
_FOLDS = 5
_SEED = 7
_BORROWED = 0.6  # weight of an example of the intents: some are of the field, yet not kept
# Without them 9 % of 200 new questions in people's own words were doubted where three quarters of the
# unanswerable ones were, with 6,000 of them 5 %. Of 160 told as stories 7 % were where two thirds of those
# were, and 4 % with long ones weighing more: most other long examples are of somebody's own case, so that
# length alone would seem to tell.
_OWN = 12_000
_OWN_WEIGHT = 0.3
_LONG = 12  # words
_LONG_WEIGHT = 4.0  # times _OWN_WEIGHT


def read_kinds() -> dict[str, list[str]]:
    """Kind -> example questions."""
    return read_examples(_EXAMPLES)


def fit_kinds(chain: Chain) -> dict[str, float]:
    """Fit and write the classifier of kinds; returns what was measured out of fold."""
    rows = [(text, kind, 1.0) for kind, texts in read_kinds().items() for text in texts]
    rows += [(text, KEPT, _BORROWED) for text in read_intents()[IN_DOMAIN]]
    rows += [(text, KEPT, _own_weight(text)) for text in own_questions(chain.index.passages, _OWN)]
    x = np.stack([inputs_of(*chain.reading(text)) for text, _, _ in rows])
    y, weight = np.array([kind for _, kind, _ in rows]), np.array([weight for *_, weight in rows])
    labels = np.array(sorted(set(y)))
    shares = np.zeros((len(y), len(labels)))
    for train, test in StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED).split(x, y):
        fold = _model().fit(x[train], y[train], sample_weight=weight[train])
        shares[test] = fold.predict_proba(x[test])
    model = _model().fit(x, y, sample_weight=weight)
    np.savez_compressed(
        _FITTED,
        labels=model.classes_,
        weights=model.coef_.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
    )
    return _measures(y, labels, shares)


def _own_weight(question: str) -> float:
    return _OWN_WEIGHT * (_LONG_WEIGHT if len(question.split()) >= _LONG else 1.0)


def _model() -> LogisticRegression:
    return LogisticRegression(C=_C, max_iter=_STEPS)


def _measures(
    y: np.ndarray[tuple[int], np.dtype[np.str_]],
    labels: np.ndarray[tuple[int], np.dtype[np.str_]],
    shares: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> dict[str, float]:
    kept, column = y == KEPT, labels.tolist().index(KEPT)
    share = shares[:, column]
    others, names = np.delete(shares, column, axis=1), np.delete(labels, column)
    return {
        "examples": float(len(y)),
        "kept_doubted": float((share[kept] < 0.5).mean()),
        "others_doubted": float((share[~kept] < 0.5).mean()),
        "kind_right": float((names[others.argmax(axis=1)] == y)[~kept].mean()),
        "auroc": float(roc_auc_score(kept, share)),
    }
