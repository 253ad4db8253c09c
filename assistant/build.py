"""Where the parts are put together; reads as a table of contents."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from assistant.answering.answerable import load_calibration
from assistant.answering.chain import Chain, Found
from assistant.answering.intents import load_intents
from assistant.answering.vocabulary import load_vocabulary
from assistant.guidance.shelf import Shelf, shelf_of
from assistant.retrieval.index import Index, IndexWatcher
from assistant.retrieval.retriever import Filters
from assistant.settings import Settings
from assistant.types import Answer, Profile, Turn

__all__ = ["Assistant", "build_assistant", "build_chain"]


class Assistant:
    """Answers from the current index, and moves to a new one when an ingest has switched."""

    def __init__(self, settings: Settings) -> None:
        self._watcher = IndexWatcher(settings)
        self._lock = threading.Lock()
        self._chain: tuple[str, Chain] | None = None
        self._shelf: tuple[str, Shelf] | None = None

    def ask(self, question: str, history: Sequence[Turn] = (), profile: Profile | None = None) -> Answer:
        """The Answer to a question; raises IndexMissingError when nothing was ingested."""
        return self.chain().answer(question, history, profile)

    def search(
        self,
        question: str,
        history: Sequence[str] = (),
        k: int = 10,
        filters: Filters | None = None,
    ) -> Found:
        """The passages for a question and how probably they answer it."""
        return self.chain().search(question, history, k, filters)

    def chain(self) -> Chain:
        """The chain on the current index."""
        index = self.index()
        with self._lock:
            if self._chain is None or self._chain[0] != index.generation:
                self._chain = (index.generation, build_chain(index))
            return self._chain[1]

    def shelf(self) -> Shelf:
        """The records of the current index, for the guidance tools."""
        index = self.index()
        with self._lock:
            if self._shelf is None or self._shelf[0] != index.generation:
                passages = index.passages
                self._shelf = (index.generation, shelf_of(passages.records(), passages.sources()))
            return self._shelf[1]

    def index(self) -> Index:
        """The current index."""
        return self._watcher.get()


def build_assistant(settings: Settings) -> Assistant:
    """An Assistant; nothing is opened before the first question."""
    return Assistant(settings)


def build_chain(index: Index) -> Chain:
    """The embedded engine on one index."""
    return Chain(index, load_vocabulary(), load_calibration(), load_intents())
