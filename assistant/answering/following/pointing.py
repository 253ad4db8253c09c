"""Words that point at something spoken of before, told from those that point at nothing."""

from __future__ import annotations

import re

__all__ = ["LAST_PRONOUN", "PRONOUN", "THERE", "without_expletives"]

PRONOUN = re.compile(
    r"\b(?:it|its|it's|that|this|those|these|they|them|their|one|ones|the other|other one|the same|there|either|both|neither|the first|the second|the latter|the former|he|she|such|the (?:\w+ )?thing)\b"
)
LAST_PRONOUN = re.compile(
    r"\b(?:that one|this one|the one|it|that|this|those|these|they|them|one)\b(?!.*\b(?:it|that|this|those|these|they|them|one)\b)"
)
THERE = re.compile(r"\b(?:there|here|that state|my state|this state|in that state)\b")
_EXPLETIVE = re.compile(
    r"\bis it (?:true|possible|hard|worth|ok|okay|legal|better|easy|too late|necessary|required|normal)\b|\bit (?:is|takes?)\b(?= to\b)|"
    r"\b(?:are|is) there\b|\bthere (?:is|are)\b|\bdoes it (?:take|cost)(?= .{0,20}\bto\b)|\b(?:says?|said|told|heard|know|think|means?|so|tells) (?:me )?that\b|"
    r"\bthis (?:job|career|field|year|work)\b|\bthat (?:i|you|we|a|the|is|are|can|will)\b|\bone (?:hour|year|day|state)\b|\bno one\b|\b(?:will|would) it take\b"
)


def without_expletives(folded: str) -> str:
    """A folded question without the "it", "that", "there" and "this" that point at nothing."""
    return _EXPLETIVE.sub(" ", folded)
