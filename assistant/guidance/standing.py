"""The specialties of a shelf and a person's preferences -> how well each fits, and how sure that is.

The worth of a specialty is the sum over the scales of weight times place, with the place -1 at the low end
and 1 at the high end. Its score is the expected worth as a share of the most that it could be:

    score = 50 * (1 + sum(w * x) / sum(|w|)), w and x expected

100 has everything the person said to want, 0 the opposite of all of it, 50 as much for it as against.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.guidance.attributes import Traits, traits_of
from assistant.guidance.preferences import Numbers, Preferences
from assistant.guidance.scales import LEVELS, load_scales
from assistant.guidance.shelf import Shelf

__all__ = ["BEST", "Chances", "Field", "best_first", "best_of", "chances", "field_of", "points"]

BEST = 3  # how many specialties are recommended
_DECIMALS = 9  # of worth and score; beyond it only rounding differs
_DRAWS = 2000  # of weights; a probability of 0.9 is then known to within 0.007 (standard error)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The specialties and where each stands: what a person's preferences are laid over."""

    traits: tuple[Traits, ...]  # by specialty id
    places: Numbers  # shape (specialties, scales): expected place, -1 to 1, 0 where unknown
    levels: Numbers  # shape (specialties, scales, 3): probabilities of low, medium and high

    @property
    def ids(self) -> tuple[str, ...]:
        """The specialties' record ids."""
        return tuple(traits.record.id for traits in self.traits)

    def draw(self, count: int, seed: int) -> Numbers:
        """Places as they may be, shape (count, specialties, scales), unknown ones anywhere."""
        chance = np.random.default_rng(seed).random((count, *self.places.shape))
        low = self.levels[..., 0]
        values = list(LEVELS.values())
        above = (chance > low).astype(int) + (chance > low + self.levels[..., 1])
        return np.asarray(np.array(values)[above])


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """How well each specialty fits; arrays of shape (specialties,) in the order of the field."""

    score: Numbers  # 0 to 100, expected
    low: Numbers  # the score is above this with a probability of 0.9, the unknown counted in
    high: Numbers  # the score is below this with a probability of 0.9
    best: Numbers  # probability of being the best, by what is known of the specialties
    among_best: Numbers  # probability of being one of the BEST, by what is known of the specialties
    among_best_open: Numbers  # the same with everything unknown left open
    order: tuple[int, ...]  # places in the field, best first


def field_of(shelf: Shelf) -> Field:
    """The specialties of a shelf, in the order of their ids."""
    traits = tuple(traits_of(record, load_scales()) for record in shelf.of_kind("specialty"))
    places = np.array([[attribute.mean for attribute in item.attributes] for item in traits])
    levels = np.array([[attribute.levels for attribute in item.attributes] for item in traits])
    return Field(traits, places, levels)


def chances(field: Field, preferences: Preferences, seed: int) -> Chances:
    """How well each specialty fits, by draws from the preferences.

    Args:
        field: the specialties.
        preferences: of the person.
        seed: of the draws; the same seed gives the same result.
    """
    weights = preferences.draw(_DRAWS, seed)
    known = weights @ field.places.T
    opened = np.einsum("nk,nsk->ns", weights, field.draw(_DRAWS, seed + 1))
    score = 50.0 + points(field, preferences).sum(axis=1)
    most = max(float(np.abs(preferences.mean).sum()), 1e-9)
    low, high = np.clip(50.0 * (1.0 + np.quantile(opened, (0.1, 0.9), axis=0) / most), 0.0, 100.0)
    return Chances(
        score=score,
        low=np.minimum(low, score),
        high=np.maximum(high, score),
        best=best_of(known, 1).mean(axis=0),
        among_best=best_of(known, BEST).mean(axis=0),
        among_best_open=best_of(opened, BEST).mean(axis=0),
        order=best_first(score),
    )


def points(field: Field, preferences: Preferences) -> Numbers:
    """What each scale adds to each specialty's score over 50, shape (specialties, scales)."""
    weights = preferences.mean
    return np.asarray(50.0 * field.places * weights / max(float(np.abs(weights).sum()), 1e-9))


def best_first(worth: Numbers) -> tuple[int, ...]:
    """Places of specialties by falling worth; what differs by rounding only stays in the field's order."""
    return tuple(int(place) for place in np.argsort(-np.round(worth, _DECIMALS), kind="stable"))


def best_of(worth: Numbers, count: int) -> npt.NDArray[np.bool_]:
    """Worth of shape (draws, specialties) -> which are among the `count` best of each draw, same shape."""
    first = np.argpartition(-worth, count - 1, axis=1)[:, :count]
    found = np.zeros(worth.shape, dtype=bool)
    np.put_along_axis(found, first, True, axis=1)
    return found
