"""Whether a question asks what technicians earn, where its words could ask for a price as well."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["asks_earnings", "asks_what_to_pay"]

# "How much does" asks for a price as well as for earnings; these words tell which.
_EARNED = re.compile(r"\b(?:makes?|making|earn\w*|salar\w+|wages?|paid|paychecks?)\b")
_PRICE = re.compile(r"\b(?:fees?|costs?|prices?|charges?|pay for|expens\w+)\b")


def asks_earnings(question: str) -> bool:
    """Whether it has words for earnings, and none for a price."""
    asked = fold(question)
    return bool(_EARNED.search(asked)) and not _PRICE.search(asked)


# "how much do i pay california to apply", "what do we have to pay for the fingerprints"
_PAYS = re.compile(
    r"\b(?:i|we|you|they|he|she|to) (?:have to |need to |gotta )?pay\b.{0,25}"
    r"\b(?:to (?:apply|register|renew|sit|take|get (?:a |my |the )?(?:licen|regist|certif))|"
    r"for (?:the |my |a )?(?:application|exam|test|licen|regist|renewal|background|fingerprint))"
)


def asks_what_to_pay(question: str) -> bool:
    """Whether paying for an application, an exam or the like is meant, and not being paid."""
    return bool(_PAYS.search(fold(question)))
