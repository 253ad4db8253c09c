"""What a person was offered and chose: cards, items and choices, and the same as short text for an address.

A card is one end of one scale ("Talk with patients most of the day"). An item offers four cards of four
scales; the person says which they would like most and which least. Either may be left out; leaving out
both is skipping the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.guidance.scales import End, load_scales, scales_by_code

__all__ = ["CARDS", "MOST_CHOICES", "Card", "Choice", "Item", "choice_text", "in_order", "read_choice"]

CARDS = 4  # of an item
MOST_CHOICES = 40  # read from one address; more is not a person
_CARD = re.compile(r"([a-z]{2})([01])")
_NONE = "x"


@dataclass(frozen=True, slots=True, order=True)
class Card:
    """One end of one scale."""

    scale: str  # scale id
    high: bool

    @property
    def end(self) -> End:
        """The end of the scale that it offers."""
        return next(scale for scale in load_scales() if scale.id == self.scale).end(self.high)


Item = tuple[Card, ...]  # CARDS cards of different scales, in the order in which they are shown


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """An item and what the person took from it."""

    item: Item
    most: Card | None = None  # wanted most; None: not said
    least: Card | None = None  # wanted least; None: not said

    @property
    def skipped(self) -> bool:
        """Whether nothing was said about the item."""
        return self.most is None and self.least is None


def in_order(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices in an order of their own, so that the order in which they were made cannot matter."""
    return tuple(sorted(choices, key=choice_text))


def choice_text(choice: Choice) -> str:
    """A choice as short text: the cards by code and end, then the places of most and least.

    `pc1pa0ha1te1-02` offered contact with patients, a steady pace, work with the hands and computers;
    the first was wanted most and the third least.
    """
    codes = {scale.id: scale.code for scale in load_scales()}
    cards = "".join(f"{codes[card.scale]}{card.high:d}" for card in choice.item)
    return f"{cards}-{_place(choice, choice.most)}{_place(choice, choice.least)}"


def read_choice(text: str) -> Choice | None:
    """Such text -> the choice; None when it makes no sense."""
    match = re.fullmatch(r"((?:[a-z]{2}[01])+)-([\dx])([\dx])", text)
    if match is None:
        return None
    scales = scales_by_code()
    found = _CARD.findall(match[1])
    item = tuple(Card(scales[code].id, high == "1") for code, high in found if code in scales)
    places = [match[2], match[3]]
    sound = len({card.scale for card in item}) == len(found) == CARDS
    if not sound or any(place != _NONE and int(place) >= CARDS for place in places):
        return None
    most, least = (None if place == _NONE else item[int(place)] for place in places)
    return None if most is not None and most == least else Choice(item, most, least)


def _place(choice: Choice, card: Card | None) -> str:
    return _NONE if card is None else str(choice.item.index(card))
