"""Queries -> what retrieval gives for each: candidates, ranked, with how probably they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from assistant.answering.answerable import Calibration, Features, features_of
from assistant.answering.asked_field import AskedFields
from assistant.answering.clues import Clues
from assistant.answering.evidence import Relevance
from assistant.answering.intents import Intents
from assistant.answering.kinds import Kind, load_kinds
from assistant.answering.likeness import load_likeness
from assistant.answering.nearest import Nearest
from assistant.answering.precedents import load_precedents
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
_POOL = 36  # candidates that are weighed in full
_FEW = 14  # candidates that are enough for one part of a question, or by one more way of looking
_REPRESENTATIONS = 4  # looked for by vectors for each candidate: a section has several
_MOST_PLACES = 3  # whose whole records are weighed


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
        self._precedents = load_precedents()
        self._likeness = load_likeness()
        self._asked = AskedFields(index.passages, self._likeness)
        self._nearest = Nearest(index.passages, self._likeness)
        self._ranking = load_ranking()
        self.rarity = index.lexical.rarity()  # term -> inverse document frequency
        self._clues = Clues(index.passages, vocabulary, self.rarity)
        reviewed = [source.reviewed[:4] for source in index.passages.sources().values()]
        self._newest = max((int(year) for year in reviewed if year.isdigit()), default=0)

    def look(self, query: Query, k: int = _K, filters: Filters | None = None) -> Seen:
        """Retrieve for a query, and judge what was found.

        Args:
            query: as understood.
            k: how many passages at least.
            filters: hard conditions on passages.
        """
        vector = self._index.encoder.encode_one(query.search_text)
        return self._look(query, vector, max(k, _K), _POOL, filters)

    def look_briefly(self, queries: Sequence[Query]) -> list[Seen]:
        """The same for the parts of one question, encoded together and with fewer candidates weighed."""
        vectors = self._index.encoder.encode([query.search_text for query in queries])
        return [self._look(query, vector, _K, _FEW) for query, vector in zip(queries, vectors, strict=True)]

    def _look(self, query: Query, vector: Vectors, k: int, pool: int, filters: Filters | None = None) -> Seen:
        likened, told = self._likeness.of(vector), self._told(query)
        if query.places:
            field = self._asked.of(likened) or (self._asked.of(told) if told is not None else None)
            query = replace(query, field=field)
        candidates = self._candidates(query, vector, max(k, pool), filters, told)
        found = distinct(rank(query, vector, candidates, self._clues, self._ranking, told), k)
        relevance = Relevance(query.search_text, vector, self._index.passages, self.rarity)
        kind = self._kinds.of(query.standalone, likened)
        features = self._features(query, vector, found, relevance, kind)
        return Seen(query, vector, found, relevance, features, kind, self._calibration.probability(features))

    def weighed(self, query: Query) -> tuple[list[Passage], npt.NDArray[np.float64]]:
        """The candidates for a query with their clues, one row each."""
        vector = self._index.encoder.encode_one(query.search_text)
        told = self._told(query)
        candidates = self._candidates(query, vector, _POOL, told=told)
        return candidates, self._clues.of(query, vector, candidates, told)

    def likened(self, text: str) -> Vectors:
        """A text's vector by `likeness.py`, shape (384,): what the kinds are told by."""
        return self._likeness.of(self._index.encoder.encode_one(text))

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
        precedent = self._precedents.of(vector)
        features = features_of(query, found, relevance, self._vocabulary, self._newest, kind.kept, precedent)
        return replace(features, inside=self._intents.inside(vector, features))

    def _told(self, query: Query) -> Vectors | None:
        """The vector of the question with the turns before it, where there are any."""
        return self._index.encoder.encode_in_context(query.in_context) if query.in_context else None

    def _candidates(
        self,
        query: Query,
        vector: Vectors,
        pool: int,
        filters: Filters | None = None,
        told: Vectors | None = None,
    ) -> list[Passage]:
        """What the searches find, what is near in the conversation, and the records of the places asked."""
        states = query.places
        found = self._retriever.candidates(
            query.search_text, vector, states, filters, _REPRESENTATIONS * pool
        )[:pool]
        have = {passage.chunk.id for passage in found}
        near = self._nearest.of(told, _FEW, states) if told is not None else []
        of_places = (
            chunk
            for state in states[:_MOST_PLACES]
            for chunk in self._index.passages.chunks_of_document(f"records/jurisdiction/{state.lower()}")
        )
        others = {chunk.id: chunk for chunk in (*self._index.passages.chunks(near).values(), *of_places)}
        more = [
            chunk
            for id, chunk in others.items()
            if id not in have and (filters is None or filters.admit(chunk))
        ]
        return found + [Passage(chunk, 0.0, number) for number, chunk in enumerate(more, len(found) + 1)]
