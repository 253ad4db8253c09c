"""A question for a number -> whether a text holds a number of that kind: dollars, a share, or any."""

from __future__ import annotations

import re

from assistant.answering.understand import Query
from assistant.text import fold

__all__ = ["holds_amount"]

_MONEY = re.compile(
    r"\b(?:fees?|costs?|price|dues|tuition|salary|salaries|wages?|how much (?:is|are|does|do|did|"
    r"will|to|for)|"
    r"cheap\w*|expensive|set (?:me|us) back|charges? (?:me|us|you|for|to))\b"
)
_EARNED = re.compile(
    r"\bwhat (?:do|does) [^?]{0,40}\b(?:make|earn)\b(?! (?:me|us|you|it)\b)|"
    r"\bwhat (?:do|are) [^?]{0,40}\bpaid\b"
)
_SHARE = re.compile(r"\b(?:percent\w*|pass rate|what share|(?<!hourly )(?<!pay )rate)\b")
_PERCENT = re.compile(r"\d\s?%|\d (?:percent|in \d)|\b(?:half|third|quarter)s?\b")


def holds_amount(query: Query, text: str) -> bool:
    """Whether a text holds a number of the kind that is asked for; any number where the kind is not plain."""
    folded = fold(query.standalone)
    if _SHARE.search(folded):
        return _PERCENT.search(text) is not None
    if (_MONEY.search(folded) or _EARNED.search(folded)) and not query.has("ce"):
        return "$" in text
    return any(char.isdigit() for char in text)
