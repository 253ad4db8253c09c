"""What retrieval gave for one reading of a question."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.answerable import Features
from assistant.answering.evidence import Relevance
from assistant.answering.kinds import Kind
from assistant.answering.understand import Query
from assistant.retrieval.encoder import Vectors
from assistant.types import Passage

__all__ = ["Seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A query with its passages, and what is known of both."""

    query: Query
    vector: Vectors  # of the query's search text
    found: list[Passage]  # best first
    relevance: Relevance
    features: Features
    kind: Kind  # of thing that is asked for, by the question alone
    answerable: float  # probability that the passages answer, 0..1
