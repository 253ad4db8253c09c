"""A turn that asks for something of the last answer itself: more of it, or the reason for it."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["asks_for_more", "asks_why"]

_MORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|yes|please|can you|could you|thanks)\b[\s,]*)*(?:tell me more|more(?: (?:info|information|details?|please))?|go on|continue|what else|anything else|"
    r"(?:what|anything) else (?:should|do|can|could|would|must|to|that|is there|i|we|she|he) ?(?:(?:i|we|you|they|he|she|to|there|need|should|be|good|important) )*(?:tell|know|say|ask|consider|expect|aware|mention)?(?: (?:of|her|him|them|about|it|that|this|to know|my \w+))*|"
    r"explain(?: (?:that|it|more|further))?|elaborate|say more|give me more(?: details?)?|keep going|expand(?: on (?:that|it))?)\W*$"
)

_WHY = re.compile(
    r"^\W*(?:(?:ok|okay|and|but|so|wait|hm+|lol)\b\W*)*(?:why(?: (?:not|so|is (?:that|it|this)|though?|tho))?|how come|for what reason)\W*$"
)


def asks_for_more(question: str) -> bool:
    """Whether more of the same is asked for: "tell me more", "what else"."""
    return _MORE.match(fold(question)) is not None


def asks_why(question: str) -> bool:
    """Whether the reason for what was said is asked for, and nothing else: "why not?"."""
    return _WHY.match(fold(question)) is not None
