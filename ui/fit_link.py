"""The parameters of an address <-> a person's answers on the page "Find my specialty". Pure; no Streamlit.

`c=pc1pa0ha1te1-02.…` are choices, `w=pc-2.da0` wishes by scale. The words that a wish was read from stay
out of the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.guidance.choices import MOST_CHOICES, choice_text, read_choice
from assistant.guidance.reasons import Answers
from assistant.guidance.scales import scales_by_code
from assistant.guidance.wishes import Wish, wishes_text
from ui.wording_specialty import SpecialtyWords

__all__ = ["Arrived", "read_link", "write_link"]

_CHOICES, _WISHES, _BETWEEN = "c", "w", "."
_STRENGTHS = {str(strength): strength for strength in range(-2, 3)}
_LONGEST_NAME = 20  # characters of what made no sense that are repeated


@dataclass(frozen=True, slots=True)
class Arrived:
    """What an address holds."""

    answers: Answers
    notes: tuple[str, ...] = ()  # what of it could not be used, in words


def read_link(parameters: Mapping[str, str]) -> Arrived:
    """Parameters -> answers; what makes no sense is left out with a note."""
    texts = [text for text in parameters.get(_CHOICES, "").split(_BETWEEN) if text]
    read = [read_choice(text) for text in texts[:MOST_CHOICES]]
    choices = tuple({choice.item: choice for choice in read if choice}.values())
    wishes, problems = _wishes([text for text in parameters.get(_WISHES, "").split(_BETWEEN) if text])
    bad = len(texts) - sum(choice is not None for choice in read)
    if bad:
        count = SpecialtyWords.BAD_CHOICE.format(count=bad)
        problems = (SpecialtyWords.BAD_CHOICE_ONE if bad == 1 else count, *problems)
    return Arrived(Answers(choices, wishes), problems)


def write_link(answers: Answers) -> dict[str, str]:
    """Answers -> the parameters that read back as them."""
    choices = _BETWEEN.join(choice_text(choice) for choice in answers.choices)
    wishes = wishes_text(answers.wishes)
    return {name: text for name, text in ((_CHOICES, choices), (_WISHES, wishes)) if text}


def _wishes(texts: list[str]) -> tuple[tuple[Wish, ...], tuple[str, ...]]:
    found: dict[str, Wish] = {}
    problems = []
    for text in texts:
        scale, strength = scales_by_code().get(text[:2]), _STRENGTHS.get(text[2:])
        if scale is None or strength is None:
            problems.append(SpecialtyWords.BAD_WISH.format(asked=text[:_LONGEST_NAME]))
        else:
            found[scale.id] = Wish(scale.id, strength)
    return tuple(found.values()), tuple(dict.fromkeys(problems))
