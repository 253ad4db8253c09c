"""The embedded engine as a stream of events, so that whoever shows an answer knows one way only."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.chain import Chain
from assistant.generation.asked import Asked
from assistant.generation.events import Event, replay

__all__ = ["EmbeddedEngine"]


class EmbeddedEngine:
    """Answers from one index without a model."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def stream(self, asked: Asked) -> Iterator[Event]:
        """What is said, at once, then the Answer."""
        answer = self._chain.answer(asked.question, asked.history, asked.profile, asked.corrected)
        yield from replay(answer)
