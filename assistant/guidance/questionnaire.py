"""Preferences so far -> the next item worth asking, or that the ranking is settled.

The next item is the one from whose answer most is expected to be learnt about which specialties belong to
the person's best three: the expected fall in entropy (Lindley, On a measure of the information provided by
an experiment, Annals of Mathematical Statistics 27, 1956; computed as the mutual information of answer and
quantity, after Houlsby, Huszar, Ghahramani & Lengyel, Bayesian active learning for classification and
preference learning, arXiv:1112.5745, 2011), summed over the specialties. Asking about the ranking and not
about the weights spares questions on scales that do not tell the specialties apart.

It looks one item ahead. It starts from a fixed set of balanced items and then changes single cards of the
best one as long as that helps, so that it finds a good item, not surely the very best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from assistant.guidance.choices import CARDS, Card, Choice, Item
from assistant.guidance.preferences import PAIRS, Numbers, Preferences
from assistant.guidance.scales import load_scales
from assistant.guidance.standing import BEST, Field, best_first, best_of

__all__ = ["FEWEST", "MOST", "balanced_items", "is_settled", "next_item", "sureness"]

FEWEST, MOST = 8, 18  # items of a questionnaire
_SURE = 0.95  # the ranking is settled when the best one is so probably among the three shown
_DRAWS = 256  # of weights for choosing an item
_DRAWS_TO_STOP = 1000
_CANDIDATES = 240  # balanced items to start from
_OFTEN = 6  # how often one scale is shown at most; people tire of reading the same card

_Cards = npt.NDArray[np.int64]  # shape (items, CARDS): 2 * place of the scale + 1 for its high end


def next_item(field: Field, preferences: Preferences, asked: Iterable[Choice], seed: int) -> Item | None:
    """The item to ask next; None when no other is left.

    Args:
        field: the specialties that are to be told apart.
        preferences: of the person, as far as they are known.
        asked: the items that were shown, skipped ones among them; their order does not matter.
        seed: of the draws. The same seed and answers give the same item.
    """
    shown = [choice.item for choice in asked]
    candidates = _fresh(_candidates(seed), shown)
    if not len(candidates):
        return None
    weights = preferences.draw(_DRAWS, seed)
    among = best_of(weights @ field.places.T, BEST).astype(np.float64)
    best = candidates[int(np.argmax(_gains(weights, candidates, among)))]
    improved = _fresh(_improved(weights, best, among, _tired(shown))[None], shown)
    return _item(improved[0] if len(improved) else best, seed)


def is_settled(field: Field, preferences: Preferences, answered: int, seed: int) -> bool:
    """Whether more items are hardly worth asking.

    Args:
        field: the specialties.
        preferences: of the person.
        answered: how many items were answered.
        seed: of the draws.
    """
    if answered >= MOST:
        return True
    return answered >= FEWEST and sureness(field, preferences, seed) >= _SURE


def sureness(field: Field, preferences: Preferences, seed: int) -> float:
    """The probability that the best specialty is one of the BEST that would be shown, 0 to 1."""
    worth = preferences.draw(_DRAWS_TO_STOP, seed) @ field.places.T
    shown = list(best_first(preferences.mean @ field.places.T)[:BEST])
    return float(best_of(worth, 1)[:, shown].sum(axis=1).mean())


def balanced_items(count: int, seed: int) -> tuple[Item, ...]:
    """Items in which every scale comes equally often, as soon as all have come; ends at random."""
    return tuple(_item(row, seed) for row in _balanced(count, seed))


def _balanced(count: int, seed: int) -> _Cards:
    random, scales = np.random.default_rng(seed), len(load_scales())
    rows: list[_Cards] = []
    while len(rows) < count:
        places = random.permutation(scales)
        cards = 2 * places + random.integers(0, 2, scales)
        rows += [cards[start : start + CARDS] for start in range(0, scales - CARDS + 1, CARDS)]
    return np.stack(rows[:count])


@cache
def _candidates(seed: int) -> _Cards:
    return _balanced(_CANDIDATES, seed)


def _fresh(candidates: _Cards, shown: Sequence[Item]) -> _Cards:
    """The candidates that were not shown and whose scales were not shown too often."""
    tired, known = _tired(shown), {frozenset(_numbers(item)) for item in shown}
    kept = [row for row in candidates if not tired & set(row // 2) and frozenset(row) not in known]
    return np.stack(kept) if kept else candidates[:0]


def _tired(shown: Sequence[Item]) -> set[int]:
    """Places of the scales that were shown as often as people bear."""
    counts = Counter(number // 2 for item in shown for number in _numbers(item))
    return {scale for scale, count in counts.items() if count >= _OFTEN}


def _numbers(item: Item) -> list[int]:
    places = {scale.id: place for place, scale in enumerate(load_scales())}
    return [2 * places[card.scale] + card.high for card in item]


def _item(row: _Cards, seed: int) -> Item:
    """Numbers -> cards, in an order that tells nothing of how the item was found."""
    order = np.random.default_rng([seed, *sorted(int(number) for number in row)]).permutation(sorted(row))
    scales = load_scales()
    return tuple(Card(scales[number // 2].id, bool(number % 2)) for number in order)


def _improved(weights: Numbers, row: _Cards, among: Numbers, tired: set[int]) -> _Cards:
    """An item with each card in turn replaced by the one that tells most."""
    for place in range(CARDS):
        others = set(np.delete(row, place) // 2) | tired
        free = [number for number in range(2 * len(load_scales())) if number // 2 not in others]
        tried = np.tile(row, (len(free), 1))
        tried[:, place] = free
        row = tried[int(np.argmax(_gains(weights, tried, among)))]
    return row


def _gains(weights: Numbers, candidates: _Cards, among: Numbers) -> Numbers:
    """Expected information of each item about who is among the best, in nats summed over specialties.

    Args:
        weights: draws, shape (draws, scales).
        candidates: items.
        among: 1 where a specialty is among the best of a draw, shape (draws, specialties).
    """
    answers = _answers(weights, candidates)  # (items, draws, pairs)
    overall = answers.mean(axis=1)  # (items, pairs)
    joint = np.matmul(answers.transpose(0, 2, 1), among) / len(weights)  # (items, pairs, specialties)
    after = _entropy(joint / np.maximum(overall[:, :, None], 1e-12))
    before = _entropy(among.mean(axis=0))
    return np.asarray((before - (overall[:, :, None] * after).sum(axis=1)).sum(axis=1))


def _answers(weights: Numbers, candidates: _Cards) -> Numbers:
    """Probability of each answer under each draw, by the maxdiff model, which falls apart into factors."""
    worth = np.empty((len(weights), 2 * weights.shape[1]))
    worth[:, 1::2], worth[:, 0::2] = np.exp(weights), np.exp(-weights)
    cards = worth[:, candidates].transpose(1, 0, 2)
    most, least = np.array(PAIRS).T
    raised = cards[:, :, most] / cards[:, :, least]
    return np.asarray(raised / raised.sum(axis=2, keepdims=True))


def _entropy(chance: Numbers) -> Numbers:
    """Entropy of a yes-or-no quantity in nats; 0 at 0 and 1."""
    inside = np.clip(chance, 1e-12, 1 - 1e-12)
    return np.asarray(-(inside * np.log(inside) + (1 - inside) * np.log(1 - inside)))
