"""A stretch of a text that speaks of a person, and the patterns that several kinds share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["CAPITALISED", "WORD", "Kind", "Span"]

Kind = Literal[
    "name",
    "email",
    "phone",
    "number",  # social security, licence, student and case numbers
    "address",
    "school",
    "employer",
    "birth",
    "immigration",
    "record",  # criminal history
    "own",  # what the owner of the text picked by hand
]

# Letters with their marks: Python's \w leaves out the combining marks of a decomposed "José" and
# the vowel signs of the Indic scripts.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
WORD = rf"[^\W\d_]{_LETTER}*(?:[-'’]{_LETTER}+)*"
# "Not a small ASCII letter" takes capitals of every script, and scripts that have none.
CAPITALISED = rf"[^\W\d_a-z]{_LETTER}*(?:[-'’&]{_LETTER}+)*"


@dataclass(frozen=True, slots=True)
class Span:
    """What kind of thing stands where."""

    kind: Kind
    start: int  # characters from the start of the text, 0-based
    end: int  # exclusive
