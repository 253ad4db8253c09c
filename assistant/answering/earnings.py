"""Whether a question asks what technicians earn, where its words could ask for a price as well."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["asks_earnings"]

# "How much does" asks for a price as well as for earnings; these words tell which.
_EARNED = re.compile(r"\b(?:makes?|making|earn\w*|salar\w+|wages?|paid|paychecks?)\b")
_PRICE = re.compile(r"\b(?:fees?|costs?|prices?|charges?|pay for|expens\w+)\b")


def asks_earnings(question: str) -> bool:
    """Whether it has words for earnings, and none for a price."""
    asked = fold(question)
    return bool(_EARNED.search(asked)) and not _PRICE.search(asked)
