"""Settings -> the embedded engine on the current index, as the runner takes it."""

from __future__ import annotations

from functools import lru_cache

from assistant.answering.ground import supports
from assistant.answering.vocabulary import load_vocabulary
from assistant.build import build_assistant
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from evals.run import Checks, Engine

__all__ = ["embedded_engine"]


def embedded_engine(settings: Settings) -> tuple[Engine, Checks]:
    """The engine and what its answers are checked against; IndexMissingError without an index."""
    assistant, vocabulary = build_assistant(settings), load_vocabulary()
    passages = Passages(current_folder(settings) / "passages.sqlite")

    @lru_cache(maxsize=8_192)
    def stored(id: str) -> str | None:
        chunk = passages.chunks([id]).get(id)
        return chunk.text if chunk else None

    def carries(statement: str, evidence: str) -> bool:
        return supports(statement, evidence, vocabulary)

    return assistant.ask, Checks(carries, stored)
