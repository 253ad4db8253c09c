"""An old and a new wording -> the same in pieces, each said to be common or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Piece", "side_by_side"]

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words."""

    text: str
    common: bool  # whether the other wording has it too


def side_by_side(then: str, now: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two wordings -> the pieces of each; joined, they are the wordings."""
    old, new = _WORD.findall(then.lstrip()), _WORD.findall(now.lstrip())
    matcher = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    left, right = [], []
    for tag, i, j, k, m in matcher.get_opcodes():
        left.append(Piece("".join(old[i:j]), tag == "equal"))
        right.append(Piece("".join(new[k:m]), tag == "equal"))
    return tuple(p for p in left if p.text), tuple(p for p in right if p.text)
