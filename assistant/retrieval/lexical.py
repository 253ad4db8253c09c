"""Terms -> documents by BM25, with the bm25s library; its types do not leave this file.

Formula: Lucene's variant of BM25 (Kamphuis et al. 2020, "Which BM25 do you mean?"), k1 = 1.2 and
b = 0.75, the values of Robertson and Zaragoza (2009) that Lucene also ships.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np

from assistant.text import terms, words

__all__ = ["LexicalIndex", "write_lexical_index"]

_K1, _B = 1.2, 0.75
_IDS = "ids.json"
_FREQUENCIES = "frequencies.json"
_WORDS = "words.json"


class LexicalIndex:
    """A BM25 index read from a folder."""

    def __init__(self, folder: Path) -> None:
        self._ids: list[str] = json.loads((folder / _IDS).read_text(encoding="utf-8"))
        # term -> number of chunks that hold it
        self.frequencies: dict[str, int] = json.loads((folder / _FREQUENCIES).read_text(encoding="utf-8"))
        self.words: dict[str, int] = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        self._index = bm25s.BM25.load(str(folder), mmap=True) if self._ids else None

    def __len__(self) -> int:
        return len(self._ids)

    def rarity(self) -> dict[str, float]:
        """Term -> Robertson and Spärck Jones's inverse document frequency, kept above 0 as Lucene does."""
        count = max(1, len(self))
        return {term: math.log(1 + (count - n + 0.5) / (n + 0.5)) for term, n in self.frequencies.items()}

    def search(self, query: str, limit: int) -> list[tuple[str, float]]:
        """The best chunk ids with their BM25 scores (> 0), best first, ties by position."""
        known = [term for term in terms(query) if term in self.frequencies]
        if self._index is None or not known:
            return []
        scores = self._index.get_scores(known)
        limit = min(limit, len(self._ids))
        best = np.argpartition(-scores, limit - 1)[:limit]
        best = best[np.lexsort((best, -scores[best]))]
        return [(self._ids[index], float(scores[index])) for index in best if scores[index] > 0]


def write_lexical_index(folder: Path, ids: Sequence[str], texts: Sequence[str], prose: Sequence[str]) -> None:
    """Build a BM25 index in a folder that is empty or new.

    Args:
        folder: where to.
        ids: one a text.
        texts: what is searched.
        prose: what is well spelt: its words are what misspelt ones are corrected to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tokens = [terms(text) for text in texts]
    frequencies: dict[str, int] = {}
    for row in tokens:
        for term in set(row):
            frequencies[term] = frequencies.get(term, 0) + 1
    if frequencies:
        index = bm25s.BM25(method="lucene", k1=_K1, b=_B)
        index.index(tokens, show_progress=False)
        index.save(str(folder))
    spelt = Counter(word for text in prose for word in words(text))
    (folder / _WORDS).write_text(json.dumps(spelt, sort_keys=True), encoding="utf-8")
    (folder / _IDS).write_text(json.dumps(list(ids) if frequencies else []), encoding="utf-8")
    (folder / _FREQUENCIES).write_text(json.dumps(frequencies, sort_keys=True), encoding="utf-8")
