"""Queries -> what retrieval gives for each: candidates, ranked, with how probably they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.answering.answerable import Calibration, Features, features_of
from assistant.answering.asked_field import AskedFields
from assistant.answering.clues import Clues
from assistant.answering.evidence import Relevance
from assistant.answering.intents import Intents
from assistant.answering.kinds import Kind, load_kinds
from assistant.answering.likeness import load_likeness
from assistant.answering.nearest import MIDDLES_FILE, Nearest
from assistant.answering.precedents import load_precedents
from assistant.answering.ranking import load_ranking, rank
from assistant.answering.seen import Seen
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import Filters, Retriever, distinct
from assistant.types import Passage

__all__ = ["Lookup", "Probe"]

_K = 14  # passages that the writer reads
_POOL = 36  # candidates that are weighed in full
_FEW = 14  # candidates that are enough for one part of a question, or by one more way of looking
_REPRESENTATIONS = 4  # looked for by vectors for each candidate: a section has several
_MOST_PLACES = 3  # whose whole records are weighed


@dataclass(frozen=True, slots=True)
class _Read:
    """The vectors of a query, shape (384,) each."""

    vector: Vectors  # of its search text, as published
    alone: Vectors  # of the same by the reading in context, as if nothing came before it
    told: Vectors | None  # of the question in its conversation; None where more of the same is wanted


@dataclass(frozen=True, slots=True)
class Probe:
    """A query's vectors, and what is known of its retrieval."""

    vector: Vectors  # of its search text, shape (384,)
    told: Vectors  # of the same by the reading in context
    features: Features


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
        self._nearest = Nearest(index.folder / MIDDLES_FILE)
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
        return self._look(query, self._read(query), max(k, _K), _POOL, filters)

    def look_briefly(self, queries: Sequence[Query]) -> list[Seen]:
        """The same for the parts of one question, encoded together and with fewer candidates weighed."""
        if not queries:
            return []
        vectors, told = self._index.encoder.encode_both([query.search_text for query in queries])
        return [
            self._look(query, _Read(vector, own, own), _K, _FEW)
            for query, vector, own in zip(queries, vectors, told, strict=True)
        ]

    def _look(self, query: Query, read: _Read, k: int, pool: int, filters: Filters | None = None) -> Seen:
        vector, told = read.vector, read.told
        likened = self._likeness.of(vector)
        if query.places:
            field = (self._asked.of(told) if told is not None else None) or self._asked.of(likened)
            query = replace(query, field=field)
        candidates = self._candidates(query, vector, max(k, pool), filters, told)
        found = distinct(rank(query, vector, candidates, self._clues, self._ranking, told), k)
        relevance = Relevance(query.search_text, vector, self._index.passages, self.rarity)
        kind = self._kinds.of(query.standalone, likened)
        features = self._features(query, read, found, relevance, kind)
        return Seen(query, vector, found, relevance, features, kind, self._calibration.probability(features))

    def weighed(self, query: Query) -> tuple[list[Passage], npt.NDArray[np.float64]]:
        """The candidates for a query with their clues, one row each."""
        read = self._read(query)
        candidates = self._candidates(query, read.vector, _POOL, told=read.told)
        return candidates, self._clues.of(query, read.vector, candidates, read.told)

    def likened(self, text: str) -> Vectors:
        """A text's vector by `likeness.py`, shape (384,): what the kinds are told by."""
        return self._likeness.of(self._index.encoder.encode_one(text))

    def probe(self, query: Query, withhold: int = 0) -> Probe:
        """What the calibration sees of a query's retrieval.

        Args:
            query: as understood.
            withhold: how many of the best documents to leave out, as if they had not been ingested.
        """
        read = self._read(query)
        seen = self._look(query, read, _K * (1 + withhold), _POOL)
        best = list(dict.fromkeys(passage.chunk.document for passage in seen.found))[:withhold]
        left = [passage for passage in seen.found if passage.chunk.document not in best][:_K]
        features = self._features(query, read, left, seen.relevance, seen.kind)
        return Probe(read.vector, read.alone, features)

    def _features(
        self,
        query: Query,
        read: _Read,
        found: Sequence[Passage],
        relevance: Relevance,
        kind: Kind,
    ) -> Features:
        shares = self._precedents.of(read.vector), self._precedents.of(read.alone)
        features = features_of(query, found, relevance, self._vocabulary, self._newest, kind.kept, shares)
        return replace(features, inside=self._intents.inside(read.vector, features))

    def _read(self, query: Query) -> _Read:
        """The vectors of a query; the lower layers of the encoder are gone through once for two of them."""
        encoder = self._index.encoder
        vectors, alone = encoder.encode_both([query.search_text])
        told = None if query.wants_more else alone[0]  # a first question is its own conversation
        if query.in_context:
            told = encoder.encode_in_context(query.in_context)
        return _Read(vectors[0], alone[0], told)

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
