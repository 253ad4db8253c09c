"""What a scripted model is asked, and how it answers or misbehaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Play", "Received", "Script"]


@dataclass(frozen=True, slots=True)
class Received:
    """One request, whatever wire it came by."""

    number: int  # 1-based count of requests to this server
    model: str
    system: str
    user: str  # the last message of the person
    tools: tuple[str, ...]  # names of the tools offered
    results: tuple[str, ...]  # what tools gave back so far
    streamed: bool


@dataclass(frozen=True, slots=True)
class Play:
    """One reply."""

    text: str = ""
    calls: tuple[tuple[str, Mapping[str, Any]], ...] = ()  # tools to use, with their arguments
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0  # seconds before the first byte
    gap: float = 0.0  # seconds between two pieces
    cut_after: int | None = None  # pieces after which the connection is closed
    raw: bytes | None = None  # sent in place of the provider's form
    pings: int = 0  # empty signs of life before the text, each after `gap`

    def pieces(self) -> list[str]:
        """The text as tokens come: words with their white space."""
        found: list[str] = []
        for word in self.text.split(" "):
            found.append(word if not found else f" {word}")
        return found if self.text else []


Script = Callable[[Received], Play]
