"""Queries -> what retrieval gives for each: candidates, ranked, with how probably they answer."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assistant.answering.answerable import Calibration, Features, features_of
from assistant.answering.clues import Clues
from assistant.answering.evidence import Relevance
from assistant.answering.intents import Intents
from assistant.answering.kinds import Kind, load_kinds
from assistant.answering.ranking import load_ranking, rank
from assistant.answering.seen import Seen
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import Filters, Retriever, distinct
from assistant.types import Passage

__all__ = ["Lookup"]

_K = 14  # passages that the writer reads
_POOL = 50  # candidates that are weighed in full
_MOST_PLACES = 3  # whose whole records are weighed
_THREADS = 2  # looking at a time beside the caller's own: parts of one question are looked up together


class Lookup:
    """Looks queries up in one index. Safe to share between threads."""

    def __init__(
        self, index: Index, vocabulary: Vocabulary, calibration: Calibration, intents: Intents
    ) -> None:
        self._index = index
        self._vocabulary = vocabulary
        self._calibration = calibration
        self._intents = intents
        self._retriever = Retriever(index)
        self._kinds = load_kinds()
        self._ranking = load_ranking()
        self.rarity = index.lexical.rarity()  # term -> inverse document frequency
        self._clues = Clues(index.passages, vocabulary, self.rarity)
        reviewed = [source.reviewed[:4] for source in index.passages.sources().values()]
        self._newest = max((int(year) for year in reviewed if year.isdigit()), default=0)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="lookup")

    def look(
        self, query: Query, k: int = _K, filters: Filters | None = None, vector: Vectors | None = None
    ) -> Seen:
        """Retrieve for a query, and judge what was found.

        Args:
            query: as understood.
            k: how many passages at least.
            filters: hard conditions on passages.
            vector: of its search text, shape (384,), when the caller has it.
        """
        k = max(k, _K)
        if vector is None:
            vector = self._index.encoder.encode_one(query.search_text)
        candidates = self._candidates(query, vector, max(k, _POOL), filters)
        found = distinct(rank(query, vector, candidates, self._clues, self._ranking), k)
        relevance = Relevance(query.search_text, vector, self._index.passages, self.rarity)
        kind = self._kinds.of(query.standalone, vector)
        features = self._features(query, vector, found, relevance, kind)
        return Seen(query, vector, found, relevance, features, kind, self._calibration.probability(features))

    def look_together(self, query: Query, others: Sequence[Query]) -> tuple[Seen, list[Seen]]:
        """A query and others beside it, each as `look`.

        Two short texts are encoded at once in 8 ms, one after the other in 12; two looks took 26 ms on two
        threads, for the encoder and Chroma let others run, and 43 ms one after the other (median, 2 cores).
        """
        if not others:
            return self.look(query), []
        first, *rest = self._index.encoder.encode([one.search_text for one in (query, *others)])
        waiting = [
            self._threads.submit(self.look, other, vector=vector)
            for other, vector in zip(others, rest, strict=True)
        ]
        seen = self.look(query, vector=first)
        return seen, [each.result() for each in waiting]

    def weighed(self, query: Query) -> tuple[list[Passage], npt.NDArray[np.float64]]:
        """The candidates for a query with their clues, one row each."""
        vector = self._index.encoder.encode_one(query.search_text)
        candidates = self._candidates(query, vector, _POOL)
        return candidates, self._clues.of(query, vector, candidates)

    def features(self, query: Query, withhold: int = 0) -> tuple[Vectors, Features]:
        """The query's vector and what the calibration sees of its retrieval.

        Args:
            query: as understood.
            withhold: how many of the best documents to leave out, as if they had not been ingested.
        """
        seen = self.look(query, _K * (1 + withhold))
        best = list(dict.fromkeys(passage.chunk.document for passage in seen.found))[:withhold]
        left = [passage for passage in seen.found if passage.chunk.document not in best][:_K]
        return seen.vector, self._features(query, seen.vector, left, seen.relevance, seen.kind)

    def _features(
        self, query: Query, vector: Vectors, found: Sequence[Passage], relevance: Relevance, kind: Kind
    ) -> Features:
        features = features_of(query, found, relevance, self._vocabulary, self._newest, kind.kept)
        return replace(features, inside=self._intents.inside(vector, features))

    def _candidates(
        self, query: Query, vector: Vectors, pool: int, filters: Filters | None = None
    ) -> list[Passage]:
        """What the searches find, and all that the records say of the places asked about."""
        states = query.places
        found = self._retriever.candidates(query.search_text, vector, states, filters)[:pool]
        have = {passage.chunk.id for passage in found}
        more = [
            chunk
            for state in states[:_MOST_PLACES]
            for chunk in self._index.passages.chunks_of_document(f"records/jurisdiction/{state.lower()}")
            if chunk.id not in have and (filters is None or filters.admit(chunk))
        ]
        return found + [Passage(chunk, 0.0, number) for number, chunk in enumerate(more, len(found) + 1)]
