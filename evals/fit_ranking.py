"""Judged development turns and example conversations -> the weights of the ranking that the assistant reads.

A conditional logit (McFadden 1974; in ranking the listwise softmax loss of Cao et al. 2007): of each
turn every section that was judged is set against all candidates that were not,

    loss = - sum over turns, over judged p, of w(p) log( e^s(p) / (e^s(p) + sum over the others e^s) )
           + l2 / 2 |weights|^2, on standardised clues,

with w(p) = 1 / (how many sections of the turn answer), and less for one that only helps. It is convex
and has as many weights as clues: Newton's method with halved steps solves it, and it cannot learn a case
by heart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

import assistant.answering.ranking as ranking
from assistant.answering.chain import Chain
from assistant.answering.clues import NAMES
from evals.asked import turns_of
from evals.cases import Case, refuse_test_cases
from evals.conversations import conversations
from evals.measures.interval import bootstrap
from evals.measures.rankings import ANSWERS, Judged, Ranking, section_key
from evals.measures.recall import recall_at

__all__ = ["fit_ranking", "fitted", "ranked_out_of_fold"]

Matrix = npt.NDArray[np.float64]

_L2 = 30.0
# A record of another place is no answer to what is asked of this one. Few development turns are short
# enough to tell ("renewal fee", where all records say nearly the same), so the rule is set, not learnt.
_AT_MOST = {"other_place": -4.0}
# Nor are many of them told by somebody whose state is known from before: there its record comes first.
_AT_LEAST = {"same_place": 3.0}
_HELPS = 0.3  # weight of a section that only helps, against one that answers
_FOLDS = 5
_STEPS = 30  # of Newton's method at most; it needs about eight
_ENOUGH = 1e-6  # length of the gradient


@dataclass(frozen=True, slots=True)
class _Turn:
    """A judged turn and its candidates."""

    id: str
    case: str
    judged: Judged
    sections: tuple[str, ...]  # of each candidate
    clues: Matrix  # shape (candidates, len(NAMES))
    grades: npt.NDArray[np.int64]  # of each candidate; 0 where it was not judged
    later: bool  # whether turns stand before it


def fit_ranking(chain: Chain, cases: Sequence[Case]) -> dict[str, float]:
    """Fit and write the ranking; returns measures out of fold, by case.

    It is fitted on development cases, and on those conversations that the encoder did not learn from: on the
    others its reading of a follow-up would seem better than it is.
    """
    refuse_test_cases(cases)
    turns = [*_turns(chain, cases), *_turns_of_conversations(chain)]
    _write(_by_kind(turns))
    measured = [(turn.case, recall_at(ranking, turn.judged, 5)) for turn, ranking in _out_of_fold(turns)]
    named = {case.id for case in cases}

    def recall(of_cases: bool) -> float:
        return bootstrap([v for case, v in measured if v is not None and (case in named) == of_cases]).value

    return {
        "turns": float(len(turns)),
        "recall@5, cases": recall(of_cases=True),
        "recall@5, conversations": recall(of_cases=False),
    }


def ranked_out_of_fold(
    chain: Chain, cases: Sequence[Case], without: Sequence[Sequence[str]] = ((),)
) -> list[dict[str, Ranking]]:
    """Turn id -> its candidates in the order of weights that were fitted without its case.

    Args:
        chain: retrieves.
        cases: development cases.
        without: names of clues to leave out; one answer for each group of them.
    """
    refuse_test_cases(cases)
    turns = [*_turns(chain, cases), *_turns_of_conversations(chain)]
    named = {case.id for case in cases}
    return [
        {
            turn.id: ranking
            for turn, ranking in _out_of_fold([_blinded(turn, names) for turn in turns])
            if turn.case in named
        }
        for names in without
    ]


def _blinded(turn: _Turn, names: Sequence[str]) -> _Turn:
    return replace(turn, clues=turn.clues * np.array([name not in names for name in NAMES]))


def _out_of_fold(turns: Sequence[_Turn]) -> Iterator[tuple[_Turn, Ranking]]:
    names = list(dict.fromkeys(turn.case for turn in turns))
    for fold in range(_FOLDS):
        held = set(names[fold::_FOLDS])
        weights = _by_kind([turn for turn in turns if turn.case not in held])
        for turn in (turn for turn in turns if turn.case in held):
            order = np.argsort(-(turn.clues @ weights[turn.later]), kind="stable")
            yield turn, [frozenset([turn.sections[index]]) for index in order]


def _by_kind(turns: Sequence[_Turn]) -> dict[bool, Matrix]:
    """Whether turns stand before -> the weights fitted on such turns, by the rules."""
    return {
        later: _ruled(fitted([(turn.clues, turn.grades) for turn in turns if turn.later == later]))
        for later in (False, True)
    }


def fitted(turns: Sequence[tuple[Matrix, npt.NDArray[np.int64]]]) -> Matrix:
    """Clues and grades of each turn -> a weight for each clue as it stands, not standardised."""
    every = np.vstack([clues for clues, _ in turns])
    spread = every.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    scaled = [(clues / scale, grades) for clues, grades in turns]
    weights = np.zeros(every.shape[1])
    loss, gradient, curvature = _loss(scaled, weights)
    for _ in range(_STEPS):
        if np.linalg.norm(gradient) < _ENOUGH:
            break
        step = np.linalg.solve(curvature, gradient)
        for halvings in range(_STEPS):
            tried = _loss(scaled, weights - step / 2**halvings)
            if tried[0] < loss:
                weights = weights - step / 2**halvings
                break
        else:
            break
        loss, gradient, curvature = tried
    return np.asarray(weights / scale)


def _ruled(weights: Matrix) -> Matrix:
    return np.array([
        max(min(weight, _AT_MOST.get(name, np.inf)), _AT_LEAST.get(name, -np.inf))
        for name, weight in zip(NAMES, weights, strict=True)
    ])


def _loss(
    turns: Sequence[tuple[Matrix, npt.NDArray[np.int64]]], weights: Matrix
) -> tuple[float, Matrix, Matrix]:
    """The loss of some weights, its gradient and its second derivative."""
    loss = 0.5 * _L2 * float(weights @ weights)
    gradient, curvature = _L2 * weights, _L2 * np.eye(len(weights))
    for clues, grades in turns:
        value, slope, bend = _of_turn(clues, grades, weights)
        loss, gradient, curvature = loss + value, gradient + slope, curvature + bend
    return loss, gradient, curvature


def _of_turn(clues: Matrix, grades: npt.NDArray[np.int64], weights: Matrix) -> tuple[float, Matrix, Matrix]:
    """One turn's part of them."""
    scores = clues @ weights
    shares = np.exp(scores - scores.max())
    others = shares * (grades == 0)
    loss, gradient, curvature = 0.0, np.zeros(len(weights)), np.zeros((len(weights), len(weights)))
    answering = max(1, int((grades >= ANSWERS).sum()))
    for index in np.flatnonzero(grades):
        one = others.copy()
        one[index] = shares[index]
        one /= one.sum()
        mean = one @ clues
        weight = (1.0 if grades[index] >= ANSWERS else _HELPS) / answering
        loss -= weight * float(np.log(one[index]))
        gradient += weight * (mean - clues[index])
        curvature += weight * ((clues.T * one) @ clues - np.outer(mean, mean))
    return loss, gradient, curvature


def _turns(chain: Chain, cases: Sequence[Case]) -> Iterator[_Turn]:
    for case in cases:
        earlier: list[str] = []
        for asked, wanted in turns_of(case):
            if wanted.judged:
                found, clues = chain.weighed(wanted.question, earlier, case.profile)
                sections = tuple(section_key(p.chunk.document, p.chunk.section) for p in found)
                grades = np.array([wanted.judged.get(section, 0) for section in sections])
                yield _Turn(asked.id, case.id, wanted.judged, sections, clues, grades, bool(earlier))
            earlier.append(wanted.question)


def _turns_of_conversations(chain: Chain) -> Iterator[_Turn]:
    for number, talk in enumerate(conversations(kept=True), start=1):
        for turn in talk:
            judged = dict.fromkeys(turn.sections, ANSWERS)
            found, clues = chain.weighed(turn.question, turn.earlier)
            sections = tuple(section_key(p.chunk.document, p.chunk.section) for p in found)
            grades = np.array([judged.get(section, 0) for section in sections])
            case = f"conversation {number}"
            name = f"{case}#{len(turn.earlier) + 1}"
            yield _Turn(name, case, judged, sections, clues, grades, bool(turn.earlier))


def _write(weights: Mapping[bool, Matrix]) -> None:
    data: dict[str, object] = {"made_by": "techpath eval calibrate"}
    for kind, later in (("alone", False), ("later", True)):
        data[kind] = {name: round(float(w), 4) for name, w in zip(NAMES, weights[later], strict=True)}
    path = Path(ranking.__file__).with_name(ranking.RANKING_FILE)
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
