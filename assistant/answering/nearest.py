"""A vector of likeness -> the chunks nearest to it, by their text and by the middle of what they are asked.

Two vectors for each chunk find nearly what all of them do: of 917 follow-ups held out 91.5 % find a section
that answers among the nearest twenty, and 92.5 % by all. The printed handbook, which repeats the guides, is
left out.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import Likeness
from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import HANDBOOK

__all__ = ["Nearest"]

_AT_ONCE = 512  # chunks whose vectors are adapted in one step; more take more memory and no less time


@dataclass(frozen=True, slots=True)
class _Bank:
    ids: npt.NDArray[np.str_]  # of the chunks
    places: npt.NDArray[np.str_]  # code of the place that each speaks of, or nothing
    vectors: Vectors  # shape (2, chunks, 384): of the text, and of the middle of text and questions


class Nearest:
    """The chunks of one index, read when first asked for. Safe to share between threads."""

    def __init__(self, passages: Passages, likeness: Likeness) -> None:
        self._passages = passages
        self._likeness = likeness
        self._lock = threading.Lock()
        self._bank: _Bank | None = None

    def of(self, vector: Vectors, count: int, places: Sequence[str]) -> list[str]:
        """Ids of the nearest chunks, best first, without those of other places.

        Args:
            vector: by `likeness.py`, shape (384,).
            count: how many at most.
            places: codes of the places asked about.
        """
        bank = self._read()
        likes = (bank.vectors @ vector).max(axis=0)
        likes[~np.isin(bank.places, ["", *places])] = -np.inf
        order = np.argsort(-likes, kind="stable")[:count]
        return [str(bank.ids[index]) for index in order if np.isfinite(likes[index])]

    def _read(self) -> _Bank:
        with self._lock:
            if self._bank is None:
                rows = [row for row in self._passages.places_of_chunks() if row[1] != HANDBOOK]
                ids = [id for id, _, _ in rows]
                parts = [self._both(ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE)]
                nothing = np.zeros((2, 0, DIMENSIONS), np.float32)
                self._bank = _Bank(
                    np.array(ids, dtype=str),
                    np.array([place for _, _, place in rows], dtype=str),
                    np.concatenate([nothing, *parts], axis=1),
                )
            return self._bank

    def _both(self, ids: Sequence[str]) -> Vectors:
        """The two vectors of each of these chunks."""
        found = self._passages.vectors_of(ids)
        likes = self._likeness.of(np.concatenate([found[id] for id in ids]))
        starts = np.cumsum([0, *(len(found[id]) for id in ids[:-1])])
        middles = np.add.reduceat(likes, starts)
        return np.stack([likes[starts], middles / np.linalg.norm(middles, axis=1, keepdims=True)])
