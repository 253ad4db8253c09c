"""A question about several things spoken of before -> the same with their names: "which is cheaper?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.following.talk import Talk
from assistant.answering.frames import Frame, own_terms
from assistant.answering.places import place_name
from assistant.text import fold

__all__ = ["about_several"]

# More than one thing is meant: those of the last turn, or of the last turns.
_GROUP = re.compile(
    r"\b(?:which (?:one|of (?:them|those|these|the two)|is (?=\w+er\b)|(?=(?:would|should|do|does)\b))|both(?: of them)?|either(?: one| of them)?|neither(?: one| of them)?|"
    r"the two(?: of them)?|between them|all of them|compare them)\b"
)
_TURNS = 3  # how far back the members of a group are looked for


def about_several(talk: Talk, question: str) -> str | None:
    """The question with the things or places that it means; None when it means no group."""
    match = _GROUP.search(fold(question))
    if match is None or talk.read(question).things:
        return None
    frames = [talk.read(turn) for turn in talk.history[: -_TURNS - 1 : -1]]
    things, places = _members(frames)
    asked = re.sub(r"\s{2,}", " ", fold(question)).strip(" ?.!")
    matter = "" if own_terms(_GROUP.sub(" ", asked)) else f" {talk.frame.matter}"
    if len(things) > 1:
        return talk.in_place(f"{asked}{matter}: {' or '.join(things)}")
    if len(places) > 1:
        return f"{asked}{matter} in {' or in '.join(place_name(code) for code in places)}?"
    return None


def _members(frames: Sequence[Frame]) -> tuple[list[str], list[str]]:
    """The things and the places of the last turns, oldest first; of the last one alone where it has two."""
    things: list[str] = []
    places: list[str] = []
    for frame in frames:
        things = things if len(things) > 1 else list(dict.fromkeys([*frame.things, *things]))
        places = places if len(places) > 1 else list(dict.fromkeys([*frame.places, *places]))
    return things[:4], places[:4]
