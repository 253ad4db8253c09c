"""A question -> the ZIP code or town near which it looks for schools, where it asks for nothing else."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["near"]

_ZIP = re.compile(r"(?<![\d-])\d{5}(?:-\d{4})?(?!\d)")
_TOWN = re.compile(
    r"\b(?:near|around|close to|nearby)\s+(?P<place>[A-Za-z][A-Za-z .,'-]{2,40}?)\s*[?.!]*$", re.IGNORECASE
)
_NOWHERE = re.compile(r"(?i)\b(?:me|here|us|my (?:house|home|town|city|area|place)|where i live)$")
_SCHOOL = re.compile(r"\b(?:schools?|colleges?|programs?|programmes?|class(?:es)?|courses?|training)\b")
# All other words of such a question: "nursing" or "dog" is not among them, since those lists are not ours.
_PLAIN = re.compile(
    r"(?:\b(?:whats|find|show|list|give|me|us|a|an|any|some|the|all|i|can|could|where|is|are|there|what|which|do|you|"
    r"have|please|nearest|closest|good|best|local|in|near|nearby|around|close|to|by|of|at|my|zip|code|within|miles|"
    r"for|pharmacy|pharm|tech|techs|technician|technicians|training|schools?|programs?|programmes?|courses?|"
    r"class|classes|colleges?|study|train|become|take|from|accredited|online|ptcb|ashp|recognized|i'?m|looking)\b"
    r"|[^\w]|\d)*"
)


def near(question: str) -> str | None:
    """The place as written; None when no schools are looked for near one."""
    if not _SCHOOL.search(fold(question)):
        return None
    place = _place(question)
    if place is None or not _PLAIN.fullmatch(fold(question.replace(place, " "))):
        return None
    return place


def _place(question: str) -> str | None:
    if code := _ZIP.search(question):
        return code.group()
    match = _TOWN.search(question)
    place = match["place"].strip(" ,") if match else ""
    return None if not place or _NOWHERE.search(place) else place
