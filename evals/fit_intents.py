"""Examples -> assistant/answering/intents.npz: why a question is declined, or that it is of the field.

Multinomial logistic regression on vectors and retrieval features. No case is read.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from assistant.answering.chain import Chain
from assistant.answering.intents import IN_DOMAIN, inputs
from evals.examples import read_examples
from evals.fit_answerable import read_answerable
from evals.own_questions import own_questions
from evals.shares import is_kept

__all__ = ["fit_intents", "read_intents"]

_INTENTS = Path(__file__).with_name("intents.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent / "assistant" / "answering"
_REGULARISATION = 5.0  # C of LogisticRegression; out of fold 5 and 20 were alike and better than 1
_MAX_FALSE_REFUSALS = 0.02  # of questions inside the domain, those of the field aside, measured out of fold
_OWN = 3_000  # of the knowledge's own questions, as examples of what is in the domain
_OWN_WEIGHT = 0.1
# Of the questions of this field that sources answer or leave out (`answerable.yaml`): a till that was short,
# a form for an injury at work. Without them such a question seemed a wish for something harmful: of those
# that sources leave out 20 % were declined, and now 10 % where as much of what is to be declined is.
_FIELD_WEIGHT = 0.08
_FOLDS = 5
_SEED = 7


def read_intents() -> dict[str, list[str]]:
    """Intent -> example questions."""
    return read_examples(_INTENTS)


def fit_intents(chain: Chain) -> dict[str, float]:
    """Fit and write the intent classifier; returns what was measured out of fold."""
    examples = read_intents()
    labels = sorted(examples)
    rows = [(text, label, 0, 1.0) for label in labels for text in examples[label]]
    # Without the document that lists it: of a new question nothing stands in the index word for word.
    own = own_questions(chain.index.passages, _OWN)
    rows += [(text, IN_DOMAIN, 1, _OWN_WEIGHT) for text in own]
    answerable = read_answerable()
    of_field = [text for label in ("held", "unheld") for text in answerable[label] if not is_kept(text)]
    rows += [(text, IN_DOMAIN, 0, _FIELD_WEIGHT) for text in of_field]
    probes = [chain.probe(text, withhold) for text, _, withhold, _ in rows]
    x = np.stack([inputs(probe.vector, probe.features) for probe in probes])
    y = np.array([label for _, label, *_ in rows])
    weight = np.array([weight for *_, weight in rows])
    model = LogisticRegression(C=_REGULARISATION, max_iter=3000)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    probabilities = cross_val_predict(
        model, x, y, cv=folds, method="predict_proba", params={"sample_weight": weight}
    )
    inside = y == IN_DOMAIN
    outside = 1 - probabilities[:, labels.index(IN_DOMAIN)]
    written = inside & (np.arange(len(rows)) < len(rows) - len(of_field))
    threshold = float(np.quantile(outside[written], 1 - _MAX_FALSE_REFUSALS))
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
