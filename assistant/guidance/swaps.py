"""Answers -> those that alone, given the other way round, would change the first place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from assistant.guidance.preferences import learn
from assistant.guidance.reasons import Answers
from assistant.guidance.scales import load_scales
from assistant.guidance.standing import Field, best_first
from assistant.guidance.wishes import Wish, strengths
from assistant.wording_fit import FitWording

__all__ = ["Swap", "swaps"]

_MOST_SWAPS = 3


@dataclass(frozen=True, slots=True)
class Swap:
    """An answer on which the first place hangs."""

    text: str  # the answer and what it would change, in words
    specialty: str  # record id of what would come first


def swaps(field: Field, answers: Answers, first: str) -> tuple[Swap, ...]:
    """The answers that alone would change the first place, the most telling first.

    Each choice is tried with most and least exchanged, each wish with the opposite feeling.

    Args:
        field: the specialties.
        answers: of the person.
        first: record id of what comes first now.
    """
    found = [
        (lead, Swap(text.format(name=_name(field, other)), other))
        for text, changed in _changed(answers)
        for other, lead in [_first(field, changed, first)]
        if other != first
    ]
    return tuple(swap for _, swap in sorted(found, key=lambda item: (-item[0], item[1].text))[:_MOST_SWAPS])


def _first(field: Field, answers: Answers, former: str) -> tuple[str, float]:
    """What comes first by the expected weights, and by how much of all weight it leads the former first."""
    weights = learn(answers.choices, strengths(answers.wishes)).mean
    worth = field.places @ weights / np.abs(weights).sum()
    top = best_first(worth)[0]
    return field.ids[top], float(worth[top] - worth[field.ids.index(former)])


def _changed(answers: Answers) -> Iterator[tuple[str, Answers]]:
    """Each answer turned round, with the words for it; {name} is left open."""
    for number, choice in enumerate(answers.choices):
        if choice.most and choice.least:
            turned = replace(choice, most=choice.least, least=choice.most)
            others = answers.choices[:number] + answers.choices[number + 1 :]
            words = FitWording.SWAP.format(
                least=choice.least.end.offer, most=choice.most.end.offer, name="{name}"
            )
            yield words, replace(answers, choices=(*others, turned))
    for number, wish in enumerate(answers.wishes):
        if wish.strength:
            rest = answers.wishes[:number] + answers.wishes[number + 1 :]
            yield (
                FitWording.SWAP_WISH.format(about=_about(wish), name="{name}"),
                replace(answers, wishes=(*rest, replace(wish, strength=-wish.strength))),
            )


def _about(wish: Wish) -> str:
    return next(scale.high.short for scale in load_scales() if scale.id == wish.scale)


def _name(field: Field, id: str) -> str:
    return field.traits[field.ids.index(id)].record.name
