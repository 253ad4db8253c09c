"""What a person answered -> the specialties ranked for them, with reasons, doubts and the way in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assistant.guidance.cited import Cited, quoted
from assistant.guidance.preferences import Numbers, Preferences, learn
from assistant.guidance.questionnaire import is_settled, sureness
from assistant.guidance.reasons import Answers, Reason, reasons, unknown_names
from assistant.guidance.records import Record
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import Chances, Field, chances, field_of, points
from assistant.guidance.swaps import Swap, swaps
from assistant.guidance.way_in import WayIn, way_in
from assistant.guidance.wishes import strengths
from assistant.types import Profile

__all__ = ["SEED", "Fit", "Leaning", "Ranked", "every_cited", "fit"]

SEED = 1729  # of all draws, so that the same answers give the same result everywhere
_MATTERS = 3  # unknown scales named as mattering to the person


@dataclass(frozen=True, slots=True)
class Ranked:
    """A specialty in a person's ranking."""

    rank: int  # 1 is the best fit
    id: str
    name: str
    what: Cited  # what it is, in a sentence
    score: float  # 0 to 100; 50 neither helps nor hurts
    low: float  # the score is above this with a probability of 0.9, the unknown counted in
    high: float  # the score is below this with a probability of 0.9
    among_best: float  # probability of belonging to the person's best three, by what is known
    among_best_open: float  # the same with everything unknown left open
    reasons: tuple[Reason, ...]  # for it, then against it, strongest first
    unknown: tuple[str, ...]  # names of the scales on which nothing is known of it
    unknown_weighs: tuple[str, ...]  # those of them that matter most to the person
    way_in: WayIn

    @property
    def speaks_for(self) -> tuple[Reason, ...]:
        """Why it fits."""
        return tuple(reason for reason in self.reasons if reason.points > 0)

    @property
    def speaks_against(self) -> tuple[Reason, ...]:
        """What speaks against it."""
        return tuple(reason for reason in self.reasons if reason.points < 0)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What was heard of the person on one scale."""

    scale: str  # scale id
    weight: float  # share of all weights, -1 to 1; above 0 they want the high end
    sure: float  # probability that they lean this way, 0.5 to 1


@dataclass(frozen=True, slots=True)
class Fit:
    """All specialties, best first, and how much to trust the order."""

    answers: Answers
    ranking: tuple[Ranked, ...]
    leanings: tuple[Leaning, ...]  # strongest first
    sureness: float  # probability that the best one is among the first three, by what is known
    settled: bool  # more items are hardly worth asking
    swaps: tuple[Swap, ...]


def fit(shelf: Shelf, answers: Answers, profile: Profile | None = None, seed: int = SEED) -> Fit:
    """Answers -> the ranking. The order of the answers does not matter.

    Args:
        shelf: the records.
        answers: of the person; with nothing said all specialties are about equal.
        profile: where they stand, for the way in; it does not change the ranking.
        seed: of the draws.
    """
    field = field_of(shelf)
    preferences = learn(answers.choices, strengths(answers.wishes))
    found = chances(field, preferences, seed)
    ranking = _ranking(shelf, field, preferences, found, answers, profile or Profile())
    return Fit(
        answers=answers,
        ranking=ranking,
        leanings=_leanings(preferences, seed),
        sureness=sureness(field, preferences, seed),
        settled=is_settled(field, preferences, answers.answered, seed),
        swaps=swaps(field, answers, ranking[0].id) if answers else (),
    )


def every_cited(found: Fit, most: int) -> Iterator[Cited]:
    """All cited sentences of the first `most` specialties, in reading order."""
    for ranked in found.ranking[:most]:
        yield ranked.what
        yield from (reason.cited for reason in ranked.reasons)
        yield from ranked.way_in.every_cited()


def _ranking(
    shelf: Shelf,
    field: Field,
    preferences: Preferences,
    found: Chances,
    answers: Answers,
    profile: Profile,
) -> tuple[Ranked, ...]:
    moved, weights = points(field, preferences), preferences.mean
    return tuple(
        Ranked(
            rank=rank,
            id=field.ids[place],
            name=field.traits[place].record.name,
            what=_what(field.traits[place].record),
            score=float(found.score[place]),
            low=float(found.low[place]),
            high=float(found.high[place]),
            among_best=float(found.among_best[place]),
            among_best_open=float(found.among_best_open[place]),
            reasons=reasons(field.traits[place], moved[place].tolist(), answers),
            unknown=unknown_names(field.traits[place]),
            unknown_weighs=_weighing(field.traits[place].unknown(), weights),
            way_in=way_in(shelf, field.traits[place].record, profile),
        )
        for rank, place in enumerate(found.order, start=1)
    )


def _what(record: Record) -> Cited:
    return quoted(record, record.statements_of("what")[0])


def _weighing(unknown: tuple[str, ...], weights: Numbers) -> tuple[str, ...]:
    """Names of the unknown scales to which the person gives more than the usual weight."""
    usual = float(np.abs(weights).mean())
    strong = sorted(zip(np.abs(weights), load_scales(), strict=True), key=lambda item: -item[0])
    return tuple(scale.name for weight, scale in strong if scale.id in unknown and weight > usual)[:_MATTERS]


def _leanings(preferences: Preferences, seed: int) -> tuple[Leaning, ...]:
    drawn, mean = preferences.draw(1000, seed), preferences.mean
    total = max(float(np.abs(mean).sum()), 1e-9)
    above = (drawn > 0).mean(axis=0)
    found = [
        Leaning(scale.id, float(weight) / total, float(max(share, 1 - share)))
        for scale, weight, share in zip(load_scales(), mean, above, strict=True)
    ]
    return tuple(sorted(found, key=lambda leaning: -abs(leaning.weight)))
