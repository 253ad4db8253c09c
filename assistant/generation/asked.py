"""A question with all that is known around it: what every engine is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.generation.events import Event
from assistant.types import Profile, Turn

__all__ = ["Asked", "Engine"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that is known around it."""

    question: str
    history: Sequence[Turn] = ()  # oldest first
    profile: Profile | None = None
    visitor: str = ""  # whose share of tokens it is; "" where nobody is told apart
    config: Any = None  # LangChain's RunnableConfig: callbacks, tags and metadata, or None
    corrected: bool = False  # the profile stands as the person set it, whatever the question tells of them


class Engine(Protocol):
    """What answers."""

    def stream(self, asked: Asked) -> Iterator[Event]:
        """What stands so far, sentence by sentence, and at last a `Done` with the Answer."""
