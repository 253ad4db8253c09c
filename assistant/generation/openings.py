"""A leading "Yes" or "No" of a model -> whether the records say so.

A cited sentence carries what stands behind the word, never the word itself: that is a verdict on the
question. So it is kept only where the embedded engine reads the same verdict from a typed value.
"""

from __future__ import annotations

import re

from assistant.answering.chain import Considered

__all__ = ["split_opening", "verdict_of"]

_OPENING = re.compile(r"(yes|no|it depends)\b\s*[,.!:;–—-]+\s*", re.IGNORECASE)
_SAID = re.compile(r"(yes|no|it depends)\b", re.IGNORECASE)


def split_opening(text: str) -> tuple[str, str]:
    """A sentence -> its leading verdict, folded, or "", and the rest with a capital."""
    match = _OPENING.match(text)
    if not match:
        return "", text
    rest = text[match.end() :]
    return match.group(1).lower(), rest[:1].upper() + rest[1:]


def verdict_of(considered: Considered) -> str:
    """The verdict that the embedded engine begins with, folded; "" when it begins with none."""
    first = next((item.text for block in considered.draft.blocks for item in block.items), "")
    match = _SAID.match(first) if considered.query.yes_no else None
    return match.group(1).lower() if match else ""
