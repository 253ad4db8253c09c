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
    r" (?:one|1|option|choice|bullet|suggestion|specialty|on the list)\b"
    r"|\bthe (?P<end>first|second|third|fourth|fifth|last)(?=\W*$)"
    r"|(?:\b(?:number|no\.?|option|step)|#) ?(?P<number>[1-5]|one|two|three|four|five)\b"
)
_HEAD = re.compile(r"\d+\. (?P<head>.+)")  # a list whose items have lists of their own
_TELLS = re.compile(r"\b(?:tell me|more|explain|what is|whats|what's|what about|how about|describe)\b")
_NAME_WORDS = 10  # of an item that names nothing known: how it begins says what it is about


def items_of(answer: Answer | None) -> tuple[str, ...]:
    """The items of the longest list that an answer gave, in order; () where it gave none of two."""
    blocks = answer.blocks if answer else ()
    heads = tuple(match["head"] for block in blocks if (match := _HEAD.match(block.lead_in)))
    lists = [
        tuple(claim.text for claim in block.claims) for block in blocks if block.kind in ("bullets", "steps")
    ]
    longest = max(lists, key=len, default=())
    return heads if len(heads) > 1 else longest if len(longest) > 1 else ()


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
    place = _NUMBERS[match["nth"] or match["end"] or match["number"]]
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
