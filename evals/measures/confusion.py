"""Pairs of (wanted, got) -> how often each occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

__all__ = ["confusion"]


def confusion(pairs: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """(wanted, got) -> how often, most frequent first, equals by name."""
    return dict(sorted(Counter(pairs).items(), key=lambda item: (-item[1], item[0])))
