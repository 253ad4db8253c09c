"""A question about several things spoken of before -> the same with their names: "which is cheaper?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.following.subject import EARNED
from assistant.answering.following.talk import Talk
from assistant.answering.frames import Frame, own_terms
from assistant.answering.other_place import OPENER
from assistant.answering.places import place_name
from assistant.text import fold, stem

__all__ = ["about_several"]

_COMPARATIVE = (
    r"(?:cheaper|easier|harder|faster|quicker|longer|shorter|better|worse|stricter|tougher|higher|lower|"
    r"safer|(?:more|less) (?:expensive|strict|difficult|popular|respected|money|work|time))"
)
# More than one thing is meant: those of the last turn, or of the last turns.
_GROUP = re.compile(
    r"\b(?:which (?:one|1|of (?:them|those|these|the two)|(?=(?:is|are) (?:the )?(?:\w+er|\w+est|more|less|best|most)\b)|"
    r"(?=(?:would|should|do|does|pays?|costs?|takes?|has|needs?|wants?|requires?|gives?|makes?)\b))|"
    r"both(?: of (?:them|those))?|either(?: one| of them)?|neither(?: one| of them)?|"
    r"the two(?: of them)?|between (?:them|those|the two)|all of them|compare (?:them|those|the two)|compare(?= (?:the )?(?:costs?|prices?|fees?|pay|ce|hours|rules?|requirements?)\b)|"
    r"(?:how (?:do|are|would) )?they (?:compare|differ|stack up|different)|how are they different|"
    r"(?:for |in |of )?each(?: one| of (?:them|those|these))?(?=\W*$)|"
    r"(?:(?:price|cost|pay|fee|wage) )?differences?(?=\W*$))\b"
    rf"|^\W*(?:(?:and|or|so|ok|but|also|what about|is it|whats|what's)\b\W*)*{_COMPARATIVE}\W*$"
)
_FOR_EACH = re.compile(r"\s*\b(?:for |in |of )?each(?: one| of (?:them|those|these))?$")
# What is measured by a comparison -> how it is asked of one thing.
_MEASURED: Mapping[str, str] = {
    "how much does the {} cost": r"\b(?:cheap(?:er|est)|costs? (?:less|more)|(?:more|less|most|least) expensive)\b",
    "how long does it take to become a {}": r"\b(?:fast(?:er|est)|quick(?:er|est)|takes? (?:longer|less time|more time))\b",
}
_EARNINGS = "what do pharmacy technicians make in"
# Of things compared the place has a say only in these.
_OF_A_PLACE = re.compile(r"\b(?:accept\w*|require[ds]?|need|take|recogni\w+|legal|allowed|pays?|make|earn)\b")
# "do i need both" is asked of the things themselves, not of what was asked of them before.
_NO_MATTER = re.compile(r"\b(?:both|either|neither)\b")
_TURNS = 3  # how far back the members of a group are looked for
_MOST = 4


def about_several(talk: Talk, question: str) -> str | None:
    """The question with the things or places that it means; None when it means no group."""
    match = _GROUP.search(fold(question))
    if match is None or talk.read(question).things:
        return None
    frames = [talk.read(turn) for turn in talk.history[: -_TURNS - 1 : -1]]
    things, places = _members(talk, frames)
    asked = re.sub(r"\s{2,}", " ", OPENER.sub("", fold(question), count=1)).strip(" ?.!")
    alone = own_terms(_GROUP.sub(" ", asked)) or _NO_MATTER.search(asked)
    matter = "" if alone else f" {talk.frame.matter}".rstrip()
    if len(things) > 1:
        whole = _each(asked, things) or f"{asked}{matter}: {' or '.join(things)}"
        return talk.in_place(whole) if _OF_A_PLACE.search(asked) else whole
    if len(places) > 1 and EARNED.search(f"{talk.frame.quantity} {asked}"):
        return ", and ".join(f"{_EARNINGS} {place_name(code)}" for code in places) + "?"
    if len(places) > 1:
        return f"{asked}{matter} in {' or in '.join(place_name(code) for code in places)}?"
    return None


def _each(asked: str, things: Sequence[str]) -> str | None:
    """The same asked of each, where one answer seldom tells of all: a price, a time, "for each"."""
    measure = next((said for said, words in _MEASURED.items() if re.search(words, asked)), None)
    if measure is None and _FOR_EACH.search(asked):
        measure = _FOR_EACH.sub(" for {}", asked)
    return ", and ".join(measure.format(thing) for thing in things) + "?" if measure else None


def _members(talk: Talk, frames: Sequence[Frame]) -> tuple[list[str], list[str]]:
    """The things and the places of the last turns, oldest first; of the last one alone where it has two.

    Where the last turns asked the same of two places, the places are meant and not what else was named.
    """
    newest, *older = frames
    for former in older[:1]:
        moved = former.places and newest.places and former.places != newest.places
        if moved and _kinds(talk, former.things) == _kinds(talk, newest.things):
            return [], list(dict.fromkeys([*former.places, *newest.places]))[:_MOST]
    things: dict[str, str] = {}
    places: list[str] = []
    for frame in frames:
        if len(things) < 2:
            things = _kinds(talk, frame.things) | things
        if len(places) < 2:
            places = list(dict.fromkeys([*frame.places, *places]))
    return list(things.values())[:_MOST], places[:_MOST]


def _kinds(talk: Talk, things: Sequence[str]) -> dict[str, str]:
    """What each thing is -> how it was spoken of: the two names of one certification are one thing."""
    named = talk.vocabulary.credential_names
    return {named.get(thing) or " ".join(map(stem, thing.split())): thing for thing in reversed(things)}
