"""Pieces -> plain search over them: by vectors, by words, or both, fused. No other rule.

The parts are the code's own (vectors, BM25, reciprocal rank fusion); what is left out is what the
retriever adds to them, so that one choice at a time can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.retrieval.encoder import Vectors
from assistant.retrieval.fusion import reciprocal_rank_fusion
from assistant.retrieval.lexical import LexicalIndex, write_lexical_index
from evals.measures.rankings import Ranking
from evals.pieces import Piece

__all__ = ["BareIndex"]

_LIMIT = 80  # pieces from each side before they are fused


class BareIndex:
    """Pieces in memory, searched by brute force."""

    def __init__(self, pieces: Sequence[Piece], folder: Path, questions: bool = True) -> None:
        """Build the index.

        Args:
            pieces: what is found.
            folder: an empty one for the BM25 index.
            questions: whether headings and questions represent a section beside its text.
        """
        self._pieces = pieces
        rows = [np.vstack([p.own[None], p.asked]) if questions else p.own[None] for p in pieces]
        self._vectors = np.vstack(rows)
        self._piece_of = np.repeat(np.arange(len(pieces)), [len(row) for row in rows])
        texts = [_read(piece, questions) for piece in pieces]
        write_lexical_index(folder, [str(number) for number in range(len(pieces))], texts, texts)
        self._lexical = LexicalIndex(folder)

    def search(self, text: str, vector: Vectors, weights: Mapping[str, float], k: int) -> Ranking:
        """The k best pieces by fusion; a side with weight 0 is not asked."""
        rankings = {
            "dense": self._dense(vector) if weights["dense"] else [],
            "lexical": self._words(text) if weights["lexical"] else [],
        }
        scores = reciprocal_rank_fusion(rankings, weights)
        best = sorted(scores, key=lambda id: (-scores[id], id))[:k]
        return [frozenset([self._pieces[int(id)].section]) for id in best]

    def _dense(self, vector: Vectors) -> list[str]:
        order = np.argsort(-(self._vectors @ vector), kind="stable")
        return list(dict.fromkeys(str(self._piece_of[row]) for row in order[: 10 * _LIMIT]))[:_LIMIT]

    def _words(self, text: str) -> list[str]:
        return [id for id, _ in self._lexical.search(text, _LIMIT)]


def _read(piece: Piece, questions: bool) -> str:
    """What BM25 reads of a piece."""
    asked = piece.questions if questions else ()
    return "\n".join((piece.title, piece.heading, *asked, piece.text))
