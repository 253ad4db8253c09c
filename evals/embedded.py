"""Settings -> the embedded engine and its retrieval on the current index, as the runners take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answering.ground import supports
from assistant.answering.vocabulary import load_vocabulary
from assistant.build import build_assistant
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from assistant.types import Profile
from evals.measures.rankings import Ranking, section_key
from evals.retrieval import Searcher
from evals.run import Checks, Engine

__all__ = ["checks_on", "embedded_engine", "embedded_searcher"]


def embedded_engine(settings: Settings) -> tuple[Engine, Checks]:
    """The engine and what its answers are checked against; IndexMissingError without an index."""
    return build_assistant(replace(settings, model="")).ask, checks_on(settings)


def checks_on(settings: Settings) -> Checks:
    """What any engine's answers are checked against; IndexMissingError without an index."""
    vocabulary = load_vocabulary()
    passages = Passages(current_folder(settings) / "passages.sqlite")

    @lru_cache(maxsize=8_192)
    def stored(id: str) -> str | None:
        chunk = passages.chunks([id]).get(id)
        return chunk.text if chunk else None

    def carries(statement: str, evidence: str) -> bool:
        return supports(statement, evidence, vocabulary)

    return Checks(carries, stored)


def embedded_searcher(settings: Settings) -> Searcher:
    """What `techpath search` finds, follow-ups completed from the questions before them."""
    assistant = build_assistant(settings)

    def search(question: str, earlier: Sequence[str], k: int, profile: Profile | None) -> Ranking:
        _, passages, _ = assistant.search(question, earlier, k, profile=profile)
        return [frozenset([section_key(p.chunk.document, p.chunk.section)]) for p in passages]

    return search
