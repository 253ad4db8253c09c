"""Items, choices and answers for the tests of the specialty search."""

from __future__ import annotations

from hypothesis import strategies as st

from assistant.guidance.choices import CARDS, Card, Choice
from assistant.guidance.scales import load_scales

__all__ = ["SCALES", "cards", "choices", "taken"]

SCALES = [scale.id for scale in load_scales()]


def cards(*named: str) -> tuple[Card, ...]:
    """ "pace", "-hospital" -> the high end of pace and the low end of hospital."""
    return tuple(Card(name.lstrip("-"), not name.startswith("-")) for name in named)


def taken(*named: str) -> Choice:
    """An item of which the first card is wanted most and the last least."""
    item = cards(*named)
    return Choice(item, item[0], item[-1])


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    """Any choice, whole, half or skipped."""
    scales = draw(st.lists(st.sampled_from(SCALES), min_size=CARDS, max_size=CARDS, unique=True))
    item = tuple(Card(scale, draw(st.booleans())) for scale in scales)
    most, least = draw(st.lists(st.sampled_from([*item, None, None]), min_size=2, max_size=2))
    return Choice(item, most, None if most == least else least)
