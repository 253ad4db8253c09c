"""A Fit -> the sentences about it that state nothing of the field: how sure, how much, what is open."""

from __future__ import annotations

from assistant.guidance.fit import Fit, Ranked
from assistant.guidance.questionnaire import MOST
from assistant.guidance.scales import load_scales
from assistant.guidance.wishes import Wish
from assistant.wording_fit import FEELINGS, SETTLED, FitWording

__all__ = ["certainty", "chance", "heard", "in_100", "method", "score", "unknown"]


def certainty(found: Fit) -> tuple[str, ...]:
    """How sure the ranking is, and which answers it hangs on."""
    if not found.answers:
        return (FitWording.FEW,)
    verdict = next(words for least, words in SETTLED.items() if found.sureness >= least)
    lines = [verdict, FitWording.SURE.format(sure=in_100(found.sureness))]
    answered = found.answers.answered
    if not found.settled:
        early = FitWording.EARLY.format(count=answered, most=MOST)
        lines.append(early if answered else FitWording.NONE_YET)
    hanging = [swap.text for swap in found.swaps] or [FitWording.NO_SWAP]
    return (*lines, *hanging)


def score(ranked: Ranked) -> str:
    """The score with the range in which it probably lies."""
    rounded = (round(value) for value in (ranked.score, ranked.low, ranked.high))
    return FitWording.SCORE.format(**dict(zip(("score", "low", "high"), rounded, strict=True)))


def chance(ranked: Ranked) -> str:
    """How probably it is one of the best three, by what is known and with the unknown left open."""
    return FitWording.AMONG.format(among=in_100(ranked.among_best), open=in_100(ranked.among_best_open))


def unknown(ranked: Ranked) -> tuple[str, ...]:
    """What is not known of it, and what of that matters most to the person."""
    if not ranked.unknown:
        return ()
    lines = [FitWording.UNKNOWN.format(names=", ".join(ranked.unknown))]
    if ranked.unknown_weighs:
        lines.append(FitWording.WEIGHS.format(names=", ".join(ranked.unknown_weighs)))
    return tuple(lines)


def heard(wish: Wish) -> str:
    """A wish as it was understood: "a lot of contact with patients: not at all"."""
    end = next(scale.high.short for scale in load_scales() if scale.id == wish.scale)
    return FitWording.HEARD.format(end=end[:1].upper() + end[1:], feeling=FEELINGS[wish.strength].lower())


def method() -> tuple[str, ...]:
    """How the ranking is made, and what it cannot do."""
    return FitWording.METHOD.format(scales=len(load_scales())), FitWording.LIMITS


def in_100(chance: float) -> str:
    """A probability as a whole number of 100, never as certain."""
    whole = round(100 * chance)
    return "over 99" if whole >= 100 else "under 1" if whole <= 0 else str(whole)
