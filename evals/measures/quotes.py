"""Citations -> the quotes that are no quotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.types import Citation

__all__ = ["misquoted"]


def misquoted(citations: Sequence[Citation], stored: Callable[[str], str | None]) -> tuple[str, ...]:
    """The quotes that do not occur verbatim in the stored chunk; `stored` gives its text by id."""
    return tuple(c.quote for c in citations if not c.quote or c.quote not in (stored(c.chunk) or ""))
