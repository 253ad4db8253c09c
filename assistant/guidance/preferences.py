"""Choices and wishes -> what the person prefers, as a probability distribution over weights.

The model. A person gives each scale a weight w (how much they want its high end; negative: its low end).
A card at the high end of a scale is worth u = w, at its low end u = -w. Of the cards of an item they take
the pair (most i, least j) with the probability of the maxdiff model of best-worst choice:

    P(i, j) = exp(u_i - u_j) / sum over all pairs a != b of exp(u_a - u_b)

(Marley & Louviere, Some probabilistic models of best, worst, and best-worst choices, Journal of
Mathematical Psychology 49, 2005). Where only the most or only the least wanted card is said, it is the
multinomial logit exp(u_i) / sum exp(u_a), or the same of -u (McFadden 1974; Train, Discrete Choice Methods
with Simulation, 2009, chapter 3).

Before any choice w is normal with mean 0. How steep weights are against the noise of answering differs
from person to person, so that three spreads of that normal stand side by side, and each counts by how well
it explains the choices. For each spread the posterior is taken as the normal around its peak (the Laplace
approximation; MacKay, Information Theory, Inference, and Learning Algorithms, 2003, chapter 27): the
logarithm of the likelihood is concave, so that the peak is the only one, and Newton's method finds it.

Limits. One weight a scale: a person who wants the middle of a scale looks indifferent. Scales count on
their own: nobody here wants a fast pace only when there are no patients. All answers are equally noisy.
The normal around the peak is an approximation. evals/README.md says what this costs on synthetic people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt

from assistant.guidance.choices import CARDS, Card, Choice, in_order
from assistant.guidance.scales import load_scales

__all__ = ["PAIRS", "Numbers", "Preferences", "card_values", "learn"]

Numbers = npt.NDArray[np.float64]

# (place of the card wanted most, of the one wanted least) of every possible answer.
PAIRS = tuple(permutations(range(CARDS), 2))
_SPREADS = (1.0, 2.0, 4.0)  # of the weights; 1 answers nearly at random, 4 nearly always alike
_STRENGTH = 0.6  # spreads: how far one step of a wish, from "either way" to "like" to "love", moves a weight
_DOUBT = 0.5  # spreads: how sure a wish in words is; the questionnaire may still overrule it
_MOST_STEPS = 100  # of Newton's method; it takes under ten
_LONGEST_STEP = 4.0  # of it in one weight: a full step from far away may overshoot


@dataclass(frozen=True, slots=True, eq=False)
class Preferences:
    """A mixture of normal distributions over the weights, one for each spread."""

    means: Numbers  # shape (spreads, scales)
    roots: Numbers  # shape (spreads, scales, scales): root @ z has the covariance, for z standard normal
    shares: Numbers  # shape (spreads,); how probable each spread is, sums to 1

    @property
    def mean(self) -> Numbers:
        """The expected weights, shape (scales,), in the order of the scales."""
        return np.asarray(self.shares @ self.means)

    def draw(self, count: int, seed: int) -> Numbers:
        """Weights as they may be, shape (count, scales); the same seed gives the same draws."""
        normal = np.random.default_rng(seed).standard_normal((count, self.means.shape[1]))
        edges = np.round(np.cumsum(self.shares) * count).astype(int)
        spread = np.searchsorted(edges, np.arange(count), side="right")
        return np.asarray(self.means[spread] + np.einsum("nij,nj->ni", self.roots[spread], normal))


def learn(choices: Iterable[Choice], wishes: Mapping[str, int] | None = None) -> Preferences:
    """Choices and wishes -> preferences. The order of neither matters.

    Args:
        choices: skipped ones tell nothing.
        wishes: scale id -> -2 (hates its high end) to 2 (loves it); 0 is "either way".
    """
    steps, taken, possible = _outcomes([choice for choice in in_order(choices) if not choice.skipped])
    centre, doubt = _starting_point(wishes or {})
    found = [_peak(steps, taken, possible, spread * centre, spread * doubt) for spread in _SPREADS]
    evidence = np.array([item[2] for item in found])
    shares = np.exp(evidence - evidence.max())
    return Preferences(
        means=np.stack([item[0] for item in found]),
        roots=np.stack([item[1] for item in found]),
        shares=shares / shares.sum(),
    )


def card_values(cards: Sequence[Card]) -> Numbers:
    """Cards -> the row of each by which weights are multiplied to give its worth, shape (cards, scales)."""
    places = {scale.id: place for place, scale in enumerate(load_scales())}
    rows = np.zeros((len(cards), len(places)))
    for row, card in zip(rows, cards, strict=True):
        row[places[card.scale]] = 1.0 if card.high else -1.0
    return rows


def _starting_point(wishes: Mapping[str, int]) -> tuple[Numbers, Numbers]:
    """Mean and standard deviation of the weights before any choice, in spreads."""
    said = [wishes.get(scale.id) for scale in load_scales()]
    centre = np.array([_STRENGTH * (wish or 0) for wish in said])
    doubt = np.array([1.0 if wish is None else _DOUBT for wish in said])
    return centre, doubt


def _outcomes(choices: Sequence[Choice]) -> tuple[Numbers, npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Choices -> for each possible answer what it adds up to, which one was given, and which there were.

    Shapes (choices, answers, scales), (choices,), (choices, answers); an answer with one part only has
    fewer possibilities than the pairs, and the places left over are not possible.
    """
    steps = np.zeros((len(choices), len(PAIRS), len(load_scales())))
    taken = np.zeros(len(choices), dtype=np.int64)
    possible = np.zeros((len(choices), len(PAIRS)), dtype=bool)
    for row, choice in enumerate(choices):
        values = card_values(choice.item)
        sums, answer = _possible(choice, values)
        steps[row, : len(sums)], taken[row] = sums, answer
        possible[row, : len(sums)] = True
    return steps, taken, possible


def _possible(choice: Choice, values: Numbers) -> tuple[Numbers, int]:
    """What the possible answers add up to, and the place of the one that was given."""
    if choice.most is None:
        assert choice.least is not None, "a skipped choice has no outcome"
        return -values, choice.item.index(choice.least)
    most = choice.item.index(choice.most)
    if choice.least is None:
        return values, most
    first, second = np.array(PAIRS).T
    return values[first] - values[second], PAIRS.index((most, choice.item.index(choice.least)))


def _peak(
    steps: Numbers,
    taken: npt.NDArray[np.int64],
    possible: npt.NDArray[np.bool_],
    centre: Numbers,
    doubt: Numbers,
) -> tuple[Numbers, Numbers, float]:
    """The peak of the posterior, a root of its covariance, and the logarithm of the evidence.

    Evidence by Laplace: log P(choices | peak) + log prior(peak) + log det(covariance) / 2, without
    the constants.
    """
    weights, precision = centre.copy(), 1.0 / doubt**2
    given = steps[np.arange(len(steps)), taken].sum(axis=0)
    for _ in range(_MOST_STEPS):
        chances = _chances(steps @ weights, possible)
        expected = np.einsum("na,nas->ns", chances, steps)
        slope = given - expected.sum(axis=0) - precision * (weights - centre)
        spread = (steps * chances[:, :, None]).reshape(-1, len(weights)).T @ steps.reshape(-1, len(weights))
        curve = spread - expected.T @ expected + np.diag(precision)
        move = np.linalg.solve(curve, slope)
        weights = weights + move * min(1.0, _LONGEST_STEP / max(np.abs(move).max(), 1e-300))
        if np.abs(move).max() < 1e-9:
            break
    root = np.linalg.inv(np.linalg.cholesky(curve)).T
    chances = _chances(steps @ weights, possible)
    explained = float(np.log(chances[np.arange(len(steps)), taken]).sum())
    prior = float(-0.5 * (precision * (weights - centre) ** 2 - np.log(precision)).sum())
    return weights, root, explained + prior + float(np.log(np.diag(root)).sum())


def _chances(worth: Numbers, possible: npt.NDArray[np.bool_]) -> Numbers:
    """Worth of the answers -> their probabilities, shape (choices, answers)."""
    if not len(worth):
        return worth
    masked = np.where(possible, worth, -np.inf)
    raised = np.exp(masked - masked.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
