"""A question about a place -> the field of its record that it asks for, by what all records say.

Some fifty records state the same fields in like words. Of the statements nearest to a question, whatever
place they speak of, the fields tell what is asked. So it is seen too where one record does not know it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import Likeness
from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.retrieval.passages import Passages

__all__ = ["AskedFields"]

_NEAREST = 25  # statements that vote, each with its likeness to the power below: the nearest say most
_POWER = 8
_NEAR = 0.5  # likeness that the nearest must have
_SURE = 0.4  # share of the votes from which a field is what is asked for
# They stand in every record and near every question.
_FURNITURE = frozenset({"overview", "how_to_apply", "board", "regulation", "credential_name", "pending"})


class AskedFields:
    """The statements of all places' records of one index, read at the first question."""

    def __init__(self, passages: Passages, likeness: Likeness) -> None:
        self._passages = passages
        self._likeness = likeness
        self._read: tuple[npt.NDArray[np.str_], Vectors] | None = None

    def of(self, vector: Vectors) -> str | None:
        """The field that a question asks for; None where the statements near it disagree.

        Args:
            vector: the question's by `likeness.py`, shape (384,).
        """
        fields, vectors = self._statements()
        likes = vectors @ vector
        if not len(likes) or likes.max() < _NEAR:
            return None
        votes: dict[str, float] = {}
        for index in np.argsort(-likes)[:_NEAREST]:
            field = str(fields[index])
            votes[field] = votes.get(field, 0.0) + max(0.0, float(likes[index])) ** _POWER
        first = max(votes, key=lambda field: votes[field])
        sure = votes[first] >= _SURE * sum(votes.values())
        return first if sure and first not in _FURNITURE else None

    def _statements(self) -> tuple[npt.NDArray[np.str_], Vectors]:
        if self._read is None:
            fields: list[str] = []
            vectors = [np.zeros((0, DIMENSIONS), np.float32)]
            for id, _, _ in self._passages.documents():
                if not id.startswith("records/jurisdiction/"):
                    continue
                chunks = self._passages.chunks_of_document(id)
                found = self._passages.sentence_vectors([chunk.id for chunk in chunks])
                for chunk in chunks:
                    stated = [place for place, sentence in enumerate(chunk.sentences) if sentence.field]
                    if stated and chunk.id in found:
                        fields += [chunk.sentences[place].field or "" for place in stated]
                        vectors.append(found[chunk.id][stated])
            self._read = np.array(fields, dtype=np.str_), self._likeness.of(np.concatenate(vectors))
        return self._read
