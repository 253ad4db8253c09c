"""A vector of likeness -> the chunks nearest to it, by the middle of their text and of what they are asked.

Of 900 unseen questions 91 % have a section that answers among the fourteen nearest middles, and 87 % among
the fourteen nearest texts. An ingest works the middles out. The printed handbook, which repeats the guides,
is left out.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import Likeness
from assistant.errors import IndexMissingError
from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import HANDBOOK

__all__ = ["MIDDLES_FILE", "Nearest", "write_middles"]

MIDDLES_FILE = "middles.npz"  # in an index's folder
_AT_ONCE = 512  # chunks whose vectors are adapted in one step; more take more memory and no less time


@dataclass(frozen=True, slots=True)
class _Bank:
    ids: npt.NDArray[np.str_]  # of the chunks
    places: npt.NDArray[np.str_]  # code of the place that each speaks of, or nothing
    vectors: Vectors  # shape (chunks, 384)


class Nearest:
    """The chunks of one index, read when first asked for. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():  # an index of a former version
            raise IndexMissingError(f"{path} is missing. Run: techpath ingest")
        self._path = path
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
        likes = bank.vectors @ vector
        likes[~np.isin(bank.places, ["", *places])] = -np.inf
        order = np.argsort(-likes, kind="stable")[:count]
        return [str(bank.ids[index]) for index in order if np.isfinite(likes[index])]

    def _read(self) -> _Bank:
        with self._lock:
            if self._bank is None:
                with np.load(self._path, allow_pickle=False) as data:
                    self._bank = _Bank(data["ids"], data["places"], data["vectors"].astype(np.float32))
            return self._bank


def write_middles(path: Path, passages: Passages, likeness: Likeness) -> None:
    """Work out the middles of an index's chunks and write them.

    Args:
        path: the file.
        passages: of the index.
        likeness: how the vectors are adapted.
    """
    rows = [row for row in passages.places_of_chunks() if row[1] != HANDBOOK]
    ids = [id for id, _, _ in rows]
    parts = [
        _middles(passages, likeness, ids[start : start + _AT_ONCE]) for start in range(0, len(ids), _AT_ONCE)
    ]
    vectors = np.concatenate([np.zeros((0, DIMENSIONS), np.float32), *parts])
    np.savez(
        path,
        ids=np.array(ids, dtype=str),
        places=np.array([place for _, _, place in rows], dtype=str),
        vectors=vectors.astype(np.float16),
    )


def _middles(passages: Passages, likeness: Likeness, ids: Sequence[str]) -> Vectors:
    found = passages.vectors_of(ids)
    likes = likeness.of(np.concatenate([found[id] for id in ids]))
    starts = np.cumsum([0, *(len(found[id]) for id in ids[:-1])])
    sums = np.add.reduceat(likes, starts)
    return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)
