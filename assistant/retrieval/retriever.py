"""A query -> passages, best first: dense and lexical search, fused, with the place used softly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.retrieval.fusion import reciprocal_rank_fusion
from assistant.retrieval.index import Index
from assistant.text import terms
from assistant.types import Chunk, DocumentKind, Passage

__all__ = ["HANDBOOK", "WEIGHTS", "Filters", "Retriever", "distinct"]

# The best of those compared in evals/README.md.
WEIGHTS: Mapping[str, float] = {"dense": 0.65, "lexical": 0.35}
_DENSE_LIMIT = 200  # representations; a section has several, so fewer chunks
_LEXICAL_LIMIT = 100  # chunks
_SAME_PLACE = 1.3  # factor for chunks that speak of the place asked about
_OTHER_PLACE = 0.6  # and of another one
HANDBOOK = "handbook"  # the id of the generated PDF
_REPRINT = 0.5  # a generated PDF repeats the guides; the guide is the better citation
_NEAR_DUPLICATE = 0.85  # Jaccard similarity of term sets
_NONE: npt.NDArray[np.float32] = np.empty(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage must be; None lets everything through."""

    jurisdiction: str | None = None  # two-letter code: only chunks of that place
    topic: str | None = None
    kind: DocumentKind | None = None

    def metadata(self) -> dict[str, str | bool]:
        """The same as equal-to conditions on the store's metadata."""
        found: dict[str, str | bool] = {}
        if self.jurisdiction:
            found["jurisdiction"] = self.jurisdiction
        if self.kind:
            found["kind"] = self.kind
        if self.topic:
            found[f"topic:{self.topic}"] = True
        return found

    def admit(self, chunk: Chunk) -> bool:
        """Whether a chunk passes."""
        return (
            self.jurisdiction in (None, chunk.jurisdiction)
            and self.kind in (None, chunk.kind)
            and (self.topic is None or self.topic in chunk.topics)
        )


class Retriever:
    """Searches one index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(
        self,
        text: str,
        k: int,
        vector: npt.NDArray[np.float32] = _NONE,
        states: Sequence[str] = (),
        filters: Filters | None = None,
    ) -> list[Passage]:
        """The k best passages for a text, none of them nearly another's copy; see `candidates`."""
        return distinct(self.candidates(text, vector, states, filters), k)

    def candidates(
        self,
        text: str,
        vector: npt.NDArray[np.float32] = _NONE,
        states: Sequence[str] = (),
        filters: Filters | None = None,
        limit: int = _DENSE_LIMIT,
    ) -> list[Passage]:
        """Every passage that either search finds for a text, best first.

        Args:
            text: the stand-alone question, nicknames expanded.
            vector: the text's vector when the caller has it, shape (384,).
            states: codes of the places asked about; used as a mild preference.
            filters: hard conditions.
            limit: how many representations the dense search takes.
        """
        filters = filters or Filters()
        if not vector.size:
            vector = self._index.encoder.encode_one(text)
        similarities: dict[str, float] = {}
        for hit in self._index.nearest(vector, limit, filters.metadata() or None):
            similarities.setdefault(hit.chunk, hit.similarity)
        lexical = dict(self._index.lexical.search(text, _LEXICAL_LIMIT))
        fused = reciprocal_rank_fusion({"dense": list(similarities), "lexical": list(lexical)}, WEIGHTS)
        chunks = self._index.passages.chunks(list(fused))
        scored = [
            (score * _place_factor(chunks[id], states), chunks[id])
            for id, score in fused.items()
            if id in chunks and filters.admit(chunks[id])
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].id))
        return [
            Passage(chunk, score, rank, similarities.get(chunk.id, 0.0), lexical.get(chunk.id, 0.0))
            for rank, (score, chunk) in enumerate(scored, start=1)
        ]


def distinct(passages: Iterable[Passage], k: int) -> list[Passage]:
    """The first k passages that are not nearly a copy of one before them, ranked anew."""
    kept: list[Passage] = []
    term_sets: list[frozenset[str]] = []
    for passage in passages:
        mine = _term_set(passage.chunk.text)
        if any(_jaccard(mine, other) >= _NEAR_DUPLICATE for other in term_sets):
            continue
        kept.append(replace(passage, rank=len(kept) + 1))
        term_sets.append(mine)
        if len(kept) == k:
            break
    return kept


def _place_factor(chunk: Chunk, states: Sequence[str]) -> float:
    factor = _REPRINT if chunk.document == HANDBOOK else 1.0
    if not states or chunk.jurisdiction is None:
        return factor
    return factor * (_SAME_PLACE if chunk.jurisdiction in states else _OTHER_PLACE)


@lru_cache(maxsize=4_096)
def _term_set(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0
