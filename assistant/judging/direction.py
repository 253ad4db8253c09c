"""A claim's figures -> whether one points the other way than in the evidence.

"After" for "by", "at most" for "at least", or the part of a whole for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.judging.quantities import Quantity, agree, quantities, spelled

__all__ = ["redirected"]

# What stands before or behind a figure and gives it a direction.
_DIRECTIONS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("until",
     re.compile(r"\b(?:by|before|until|till|through|prior to|no later than)(?: the)?\s*$"), re.compile(r"(?!)")),
    ("from",
     re.compile(r"\b(?:after|since|following|starting|beginning)(?: on| in)?\s*$"), re.compile(r"\s*(?:onwards?|and later)\b")),
    ("least",
     re.compile(r"\b(?:at least|minimum of|no less than|no fewer than|(?<!no )(?<!not )more than|over|above)(?: \w+)?\s*\$?$"),
     re.compile(r"[\w\s-]{0,18}?\b(?:or (?:more|older|over|above)|and (?:up|older|over|above)|minimum)\b")),
    ("most",
     re.compile(r"\b(?:at most|up to|no more than|not more than|maximum of|(?<!no )less than|(?<!no )fewer than|under|below|within)(?: \w+)?\s*\$?$|"
                r"\b(?:caps?|capped|limits?|limited)\b[^.;]{0,60}\b(?:at|to)\s*\$?$"),
     re.compile(r"[\w\s-]{0,18}?\b(?:or (?:less|fewer|younger|under|below)|and (?:under|younger)|maximum)\b")),
)  # fmt: skip
_AGAINST = frozenset({frozenset({"until", "from"}), frozenset({"least", "most"})})
_NOT = re.compile(r"\bnot\b[^,;]*$|n't\b[^,;]*$")
_FIGURE_OR_MONTH = re.compile(
    r"\$?\d[\d,]*(?:\.\d+)?%?|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?: \d+)?(?:, \d{4})?"
)
_BEFORE, _AFTER = 90, 30  # characters looked at
_UNIT = 20  # characters behind a figure that may name its unit
_DETERMINER = r"(?:the |your |its |their |these |those |[\w*]+'s )?"
# Part and whole, and which of the two groups is the part.
_PARTS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"\b(\d[\d,]*) (?:\w+ ){{0,2}}?of {_DETERMINER}(\d[\d,]*)\b"), 1),
    (re.compile(rf"\bof {_DETERMINER}(\d[\d,]*)\b[^,;]*, (?:\w+ ){{0,2}}?(\d[\d,]*)\b"), 2),
    (
        re.compile(
            r"\b(\d[\d,]*)\b[^;]*, (?:of which|of whom|and) (?:\w+ ){0,2}?(\d[\d,]*)(?: of (?:them|these|the)\b)?"
        ),
        2,
    ),
)


def redirected(claim: str, evidence: Sequence[str]) -> str:
    """The first figure that the claim puts on another side than the evidence does, or ""."""
    theirs = [pair for text in evidence for pair in _directed(text)]
    for figure, mine in _directed(claim):
        same = [direction for other, direction in theirs if agree(figure, [other])]
        if mine and same and all(frozenset({mine, direction}) in _AGAINST for direction in same):
            return figure.value
    stated = {pair for text in evidence for pair in _parts(text)}
    return next((part for part, whole in _parts(claim) - stated if (whole, part) in stated), "")


@lru_cache(maxsize=8_192)
def _directed(text: str) -> tuple[tuple[Quantity, str], ...]:
    """The quantities of a text with the direction that stands beside each, or ""."""
    plain = spelled(text)
    found = []
    for match in _FIGURE_OR_MONTH.finditer(plain):
        before = plain[max(0, match.start() - _BEFORE) : match.start()]
        after = plain[match.end() : match.end() + _AFTER]
        side = next(
            (name for name, left, right in _DIRECTIONS if left.search(before) or right.match(after)), ""
        )
        if side == "until" and _NOT.search(before):
            side = ""  # "not renewed by March 31" is what holds after it
        for figure in quantities(plain[match.start() : match.end() + _UNIT])[:1]:
            found.append((figure, side))
    return tuple(found)


@lru_cache(maxsize=8_192)
def _parts(text: str) -> frozenset[tuple[str, str]]:
    """(part, whole) of what a text says of parts."""
    plain = spelled(text)
    return frozenset(
        (match.group(part).replace(",", ""), match.group(3 - part).replace(",", ""))
        for pattern, part in _PARTS
        for match in pattern.finditer(plain)
    )
