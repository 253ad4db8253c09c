"""Made-up people with planted preferences, who answer the items of the specialty questionnaire.

A person has a weight for each scale and a way of answering:

- `same model`: by the maxdiff model that the questionnaire assumes, weights multiplied by a steadiness;
- `careless`: the same, but one answer in seven or so (15 %) is picked blindly;
- `lexicographic`: no weighing at all. Of two things they take the one that is better on the scale they care
  most about; the next scale matters only where that one says nothing.

Steadiness is best read as how often a person who gets the same item twice picks the same card as most
wanted; `repeats` measures it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.guidance.choices import Choice, Item
from assistant.guidance.preferences import PAIRS, Numbers, card_values
from assistant.guidance.standing import Field

__all__ = ["GROUPS", "Group", "Person", "answer", "born", "repeats", "true_worth"]

_BLIND = 0.15  # share of answers that a careless person picks blindly
_STEEP = 4.0  # of a lexicographic person's weights: each outweighs all that follow (more than 2 is needed)


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of people."""

    name: str
    steadiness: float  # by which weights are multiplied against the noise of answering
    blind: float = 0.0  # share of answers picked blindly, 0 to 1
    lexicographic: bool = False


GROUPS: Sequence[Group] = (
    Group("steady", 6.0),
    Group("moderate", 3.0),
    Group("noisy", 1.5),
    Group("careless", 3.0, blind=_BLIND),
    Group("lexicographic", 3.0, lexicographic=True),
)


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One made-up person."""

    group: Group
    weights: Numbers  # shape (scales,); standard normal, or steep for a lexicographic person


def born(group: Group, scales: int, random: np.random.Generator) -> Person:
    """A person of a group with weights drawn at random."""
    if not group.lexicographic:
        return Person(group, random.standard_normal(scales))
    order = random.permutation(scales)
    return Person(group, _STEEP ** -order.astype(np.float64) * random.choice([-1.0, 1.0], scales))


def true_worth(person: Person, field: Field) -> Numbers:
    """What each specialty is worth to the person by what is known of it, shape (specialties,).

    A lexicographic person sees low, medium and high and no finer shades.
    """
    places = np.round(field.places) if person.group.lexicographic else field.places
    return np.asarray(places @ person.weights)


def answer(person: Person, item: Item, random: np.random.Generator) -> Choice:
    """What the person takes from an item."""
    most, least = PAIRS[random.choice(len(PAIRS), p=_chances(person, item))]
    return Choice(item, item[most], item[least])


def repeats(group: Group, items: Sequence[Item], scales: int, people: int, seed: int) -> float:
    """How probably a person of a group picks the same card as most wanted from the same item again."""
    random = np.random.default_rng(seed)
    first = np.array(PAIRS)[:, 0]
    found = []
    for number in range(people):
        chances = _chances(born(group, scales, random), items[number % len(items)])
        found.append(sum(float(chances[first == card].sum()) ** 2 for card in set(first.tolist())))
    return float(np.mean(found))


def _chances(person: Person, item: Item) -> Numbers:
    """Probability of each answer, in the order of PAIRS."""
    worth = card_values(item) @ person.weights
    if person.group.lexicographic:
        return _surely(worth)
    first, second = np.array(PAIRS).T
    raised = np.exp(person.group.steadiness * (worth[first] - worth[second]))
    chosen = raised / raised.sum()
    return np.asarray((1 - person.group.blind) * chosen + person.group.blind / len(PAIRS))


def _surely(worth: Numbers) -> Numbers:
    """The best and the worst without a doubt: each card is of another scale, so that weights never tie."""
    taken = (int(np.argmax(worth)), int(np.argmin(worth)))
    return np.array([float(pair == taken) for pair in PAIRS])
