"""Made-up people -> how well the specialty questionnaire finds what was planted in them.

Each person answers the adaptive questionnaire to its end, and as many items of two baselines: balanced
items in a fixed order, and items drawn at random. The truth is the person's own ranking of the specialties
by what is known of them. Facts that are unknown are unknown to the made-up people too, so that the study
says how well people are understood, not how well the specialties are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.guidance.choices import Choice
from assistant.guidance.fit import SEED
from assistant.guidance.preferences import Numbers, learn
from assistant.guidance.questionnaire import MOST, balanced_items, is_settled, next_item, sureness
from assistant.guidance.standing import BEST, Field, chances
from evals.fit_people import GROUPS, Group, Person, answer, born, repeats, true_worth
from evals.measures.interval import Interval, bootstrap

__all__ = ["POLICIES", "Band", "Outcome", "Row", "Study", "bands", "order_matters", "run_study", "walk"]

POLICIES = ("adaptive", "balanced", "random")
_BANDS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)  # edges of stated certainty
_ITEMS_FOR_REPEATS = 200
_SHUFFLES = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one person came out under one policy."""

    recovered: bool  # the person's best specialty is among the BEST shown
    first: bool  # it stands first
    overlap: float  # share of the person's own best BEST that are shown, 0 to 1
    loss: float  # worth of their best less that of the one shown first, in standard deviations of worth
    items: int
    stated: float  # stated probability of `recovered`


@dataclass(frozen=True, slots=True)
class Row:
    """A group of people under one policy."""

    group: str
    policy: str
    repeats: float  # how probably they pick the same card again, 0 to 1
    recovered: Interval
    first: float
    overlap: float
    loss: float
    items: float
    stated: float


@dataclass(frozen=True, slots=True)
class Band:
    """People of whom about the same certainty was stated."""

    low: float
    high: float
    count: int
    stated: float  # mean stated certainty
    recovered: float  # share of them whose best one was shown


@dataclass(frozen=True, slots=True)
class Study:
    """All of it."""

    people: int  # in each group
    rows: tuple[Row, ...]
    bands: Mapping[str, tuple[Band, ...]]  # group -> its people under the adaptive questionnaire
    order_matters: float  # points of score by which shuffled answers change any specialty; 0 is right


def run_study(
    field: Field,
    people: int,
    seed: int,
    tell: Callable[[int, int], None],
    groups: Sequence[Group] = GROUPS,
) -> Study:
    """Every group under every policy.

    Args:
        field: the specialties.
        people: in each group.
        seed: of the people and of their answers.
        tell: is given how many people are done, and how many there are.
        groups: the kinds of people.
    """
    found: dict[tuple[str, str], list[Outcome]] = {}
    for number, group in enumerate(groups):
        random = np.random.default_rng([seed, number])
        for done in range(people):
            person = born(group, field.places.shape[1], random)
            length = 0
            for policy in POLICIES:
                choices = walk(field, person, policy, length, random)
                length = length or len(choices)
                found.setdefault((group.name, policy), []).append(_outcome(field, person, choices))
            tell(number * people + done + 1, people * len(groups))
    steady = {group.name: _repeats(group, field, people, seed) for group in groups}
    rows = tuple(_row(group, policy, steady[group], outcomes) for (group, policy), outcomes in found.items())
    stated = {group.name: bands(found[group.name, "adaptive"]) for group in groups}
    return Study(people, rows, stated, order_matters(field, seed))


def walk(
    field: Field, person: Person, policy: str, length: int, random: np.random.Generator
) -> tuple[Choice, ...]:
    """The choices of a person under a policy.

    Args:
        field: the specialties.
        person: who answers.
        policy: one of POLICIES.
        length: how many items of a baseline to ask; the adaptive one ends when the ranking is settled.
        random: of the answers, and of the items that are drawn at random.
    """
    if policy == "adaptive":
        return _adaptive(field, person, random)
    items = balanced_items(MOST, SEED if policy == "balanced" else int(random.integers(1 << 30)))
    return tuple(answer(person, item, random) for item in items[:length])


def _adaptive(field: Field, person: Person, random: np.random.Generator) -> tuple[Choice, ...]:
    choices: list[Choice] = []
    while not is_settled(field, known := learn(choices), len(choices), SEED):
        item = next_item(field, known, choices, SEED)
        if item is None:
            break
        choices.append(answer(person, item, random))
    return tuple(choices)


def bands(outcomes: Sequence[Outcome]) -> tuple[Band, ...]:
    """People by stated certainty: where it is well calibrated, each band recovers what it states."""
    return tuple(
        Band(
            low,
            high,
            len(inside),
            float(np.mean([outcome.stated for outcome in inside])),
            float(np.mean([outcome.recovered for outcome in inside])),
        )
        for low, high in zip(_BANDS, _BANDS[1:], strict=False)
        if (inside := [o for o in outcomes if low <= o.stated < high or o.stated == high == 1.0])
    )


def order_matters(field: Field, seed: int) -> float:
    """The most that any specialty's score changes when a person's answers are shuffled."""
    random = np.random.default_rng(seed)
    person = born(GROUPS[1], field.places.shape[1], random)
    choices = [answer(person, item, random) for item in balanced_items(MOST, seed)]
    before = chances(field, learn(choices), SEED).score
    most = 0.0
    for _ in range(_SHUFFLES):
        shuffled = [choices[place] for place in random.permutation(len(choices))]
        after = chances(field, learn(shuffled), SEED).score
        most = max(most, float(np.abs(after - before).max()))
    return most


def _outcome(field: Field, person: Person, choices: Sequence[Choice]) -> Outcome:
    preferences = learn(choices)
    shown = chances(field, preferences, SEED).order[:BEST]
    worth = true_worth(person, field)
    own = _best_first(worth)
    return Outcome(
        recovered=int(own[0]) in shown,
        first=int(own[0]) == shown[0],
        overlap=len(set(own[:BEST].tolist()) & set(shown)) / BEST,
        loss=float((worth[own[0]] - worth[shown[0]]) / worth.std()),
        items=len(choices),
        stated=sureness(field, preferences, SEED),
    )


def _best_first(worth: Numbers) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    return np.argsort(-worth, kind="stable")


def _repeats(group: Group, field: Field, people: int, seed: int) -> float:
    items = balanced_items(_ITEMS_FOR_REPEATS, seed)
    return repeats(group, items, field.places.shape[1], max(people, len(items)), seed)


def _row(group: str, policy: str, steady: float, outcomes: Sequence[Outcome]) -> Row:
    return Row(
        group,
        policy,
        steady,
        bootstrap([float(outcome.recovered) for outcome in outcomes]),
        *(
            float(np.mean([getattr(outcome, name) for outcome in outcomes]))
            for name in ("first", "overlap", "loss", "items", "stated")
        ),
    )
