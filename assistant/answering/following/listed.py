"""A question about one item of the list that the last answer gave -> the same with that item's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.following.talk import Talk
from assistant.text import fold
from assistant.types import Answer

__all__ = ["about_item", "items_of"]

_NUMBERS: Mapping[str, int] = {
    "first": 0, "1st": 0, "one": 0, "1": 0, "second": 1, "2nd": 1, "two": 1, "2": 1, "third": 2, "3rd": 2,
    "three": 2, "3": 2, "fourth": 3, "4th": 3, "four": 3, "4": 3, "fifth": 4, "5th": 4, "five": 4, "5": 4, "last": -1,
}  # fmt: skip
_ITEM = re.compile(
    r"\b(?<!my )(?<!your )(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|last)"
    r" (?:one|1|option|step|point|choice|job|school|bullet|part|specialty|suggestion|on the list)\b"
    r"|(?:\b(?:number|no\.?|option|step|point)|#) ?(?P<number>[1-5]|one|two|three|four|five)\b"
)
_TELLS = re.compile(r"\b(?:tell me|more|explain|what is|whats|what's|what about|how about|describe)\b")
_NAME_WORDS = 10  # of an item that names nothing known: how it begins says what it is about


def items_of(answer: Answer | None) -> tuple[str, ...]:
    """The items of the longest list that an answer gave, in order; () where it gave none of two."""
    lists = [
        tuple(claim.text for claim in block.claims)
        for block in (answer.blocks if answer else ())
        if block.kind in ("bullets", "steps")
    ]
    numbered = [
        block.claims[0].text
        for block in (answer.blocks if answer else ())
        if block.kind == "steps" and block.claims
    ]
    longest = max(lists, key=len, default=())
    return tuple(numbered) if len(numbered) > 1 else longest if len(longest) > 1 else ()


def about_item(talk: Talk, question: str, listed: Sequence[str]) -> tuple[str, bool] | None:
    """The question with the item that it means, and whether more of it is asked for; None for no item.

    Args:
        talk: the former turns.
        question: as asked.
        listed: the items of the last answer's list.
    """
    match = _ITEM.search(fold(question))
    if match is None:
        return None
    things = talk.frame.things
    items = things if len(things) > 1 else listed
    place = _NUMBERS[match["nth"] or match["number"]]
    if place >= len(items) or not items:
        return None
    text = fold(question)
    asked = f"{text[: match.start()]}{_name(talk, items[place])}{text[match.end() :]}"
    more = _TELLS.search(text) is not None and items is listed
    return talk.in_place(asked), more


def _name(talk: Talk, item: str) -> str:
    """What an item is called: the credential or topic that it begins with, else its first words."""
    words = item.split()
    things = talk.read(" ".join(words[:_NAME_WORDS])).things
    return things[0] if things else fold(" ".join(words[:_NAME_WORDS])).rstrip(" .,;:")
