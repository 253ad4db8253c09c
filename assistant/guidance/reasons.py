"""A person's answers and a specialty -> why it fits them and what speaks against it, each line cited.

A reason has two halves: the person's own answer, and the statement that places the specialty on that scale.
A weight that was only concluded from what the person passed over gives no reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.guidance.attributes import Attribute, Traits
from assistant.guidance.choices import Choice
from assistant.guidance.cited import Cited
from assistant.guidance.scales import load_scales
from assistant.guidance.wishes import Wish
from assistant.wording_fit import FEELINGS, FitWording

__all__ = ["Answers", "Reason", "reasons", "unknown_names"]

_LEAST = 1.0  # points of the score that a reason moves, either way; less is not worth a line
_MOST_REASONS = 5  # on each side
_MOST_ANSWERS = 2  # quoted in one reason


@dataclass(frozen=True, slots=True)
class Reason:
    """One line for or against a specialty."""

    scale: str  # scale id
    points: float  # of the score, -50 to 50; below 0 it speaks against the specialty
    because: str  # the person's own answers
    cited: Cited  # what is said of the specialty


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a person has said."""

    choices: tuple[Choice, ...] = ()
    wishes: tuple[Wish, ...] = ()

    @property
    def answered(self) -> int:
        """How many items were answered in full or in part."""
        return sum(not choice.skipped for choice in self.choices)

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self.answered or self.wishes)


def reasons(traits: Traits, points: Sequence[float], answers: Answers) -> tuple[Reason, ...]:
    """The reasons that move a specialty's score most, strongest first on each side.

    Args:
        traits: of the specialty.
        points: what each scale adds to its score, in the order of the scales.
        answers: of the person.
    """
    said = _said(answers)
    found = [
        Reason(item.scale, moved, _because(said[item.scale], item, moved), _cited(item))
        for item, moved in zip(traits.attributes, points, strict=True)
        if item.known and abs(moved) >= _LEAST
    ]
    backed = sorted((reason for reason in found if reason.because), key=lambda reason: -abs(reason.points))
    speak_for = [reason for reason in backed if reason.points > 0][:_MOST_REASONS]
    against = [reason for reason in backed if reason.points < 0][:_MOST_REASONS]
    return (*speak_for, *against)


def unknown_names(traits: Traits) -> tuple[str, ...]:
    """Names of the scales on which nothing is known of a specialty."""
    names = {scale.id: scale.name for scale in load_scales()}
    return tuple(names[scale] for scale in traits.unknown())


def _cited(attribute: Attribute) -> Cited:
    """The statements word for word, each once."""
    return Cited(" ".join(dict.fromkeys(item.says for item in attribute.support)), attribute.support)


def _because(said: Sequence[tuple[float, str]], attribute: Attribute, moved: float) -> str:
    """The person's answers that point the way the weight does."""
    wants_high = (moved > 0) == (attribute.mean > 0)
    agreeing = [words for direction, words in said if (direction > 0) == wants_high]
    return " ".join(list(dict.fromkeys(agreeing))[:_MOST_ANSWERS])


def _said(answers: Answers) -> Mapping[str, list[tuple[float, str]]]:
    """Scale id -> (direction, sentence): a direction above 0 is for the high end."""
    found: dict[str, list[tuple[float, str]]] = {scale.id: [] for scale in load_scales()}
    for scale, direction, words in (*_wishes(answers.wishes), *_choices(answers.choices)):
        found[scale].append((direction, words))
    return found


def _wishes(wishes: Iterable[Wish]) -> Iterator[tuple[str, float, str]]:
    for wish in wishes:
        if wish.strength:
            yield wish.scale, wish.strength, _told(wish)


def _told(wish: Wish) -> str:
    """What was written, or set by hand."""
    if wish.words:
        return FitWording.WROTE.format(words="; ".join(wish.words))
    end = next(scale.high.short for scale in load_scales() if scale.id == wish.scale)
    return FitWording.SET.format(feeling=FEELINGS[wish.strength].lower(), end=end)


def _choices(choices: Sequence[Choice]) -> Iterator[tuple[str, float, str]]:
    """Most wanted before least wanted: what people want says more about them."""
    for choice in choices:
        if choice.most:
            offer = FitWording.PICKED.format(offer=choice.most.end.offer)
            yield choice.most.scale, 1.0 if choice.most.high else -1.0, offer
    for choice in choices:
        if choice.least:
            offer = FitWording.PUT_LAST.format(offer=choice.least.end.offer)
            yield choice.least.scale, -1.0 if choice.least.high else 1.0, offer
