"""A Query and a passage -> what speaks for the passage: the numbers that the ranking weighs.

What depends on the passage alone (its terms, its vectors, what its heading asks) is worked out once and
kept. Passages of somebody's own documents have no questions and no vectors of sentences; there the
vector of the text stands in, so that they are not ranked low for what nobody wrote.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import load_likeness
from assistant.answering.understand import Query, is_yes_no
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import HANDBOOK
from assistant.text import terms, words
from assistant.types import Chunk, Passage

__all__ = ["NAMES", "Clues"]

NAMES = (
    "text",  # cosine of the question to the passage's text, -1..1
    "question",  # to the nearest of its questions
    "like_text",  # the cosine to the text by the vectors of `likeness.py`
    "like_question",  # to the nearest of the text and its questions
    "like_middle",  # to the middle of the text and its questions
    "like_pooled",  # the likenesses to all of them in one, see `_likest`
    "told_text",  # the same four of the question as it is read in its conversation
    "told_question",
    "told_middle",
    "told_pooled",
    "like_close",  # how far like_question is above chance, 0..1: one that asks the same counts for more
    "sentence",  # to the nearest of its sentences
    "dense_rank",  # 1 / (10 + rank) by vectors; 0 where not found by them
    "lexical_rank",  # the same by BM25
    "bm25",  # BM25 score / the most that the question's terms could bring, 0..1
    "coverage",  # rarity-weighted share of the question's terms in text, heading and title, 0..1
    "alike",  # rarity-weighted Dice coefficient of question and nearest of its questions, 0..1
    "length",  # log of the number of words
    "document",  # mean of the document's three best cosines among the candidates
    "figure_first",  # a number is asked for, and the first sentence holds one
    "same_place",  # it speaks of a place asked about
    "other_place",  # of another one
    "any_place",  # of a place, where none is asked about
    "field",  # it states a field of a record that the question's aspects ask for
    "place_field",  # the same, of a place asked about
    "aspect",  # share of the question's aspects that its heading names, 0..1
    "credential",  # it is about a credential asked about
    "other_credential",  # about another one
    "other_form",  # its heading is a yes-or-no question and the question is not, or the reverse
    "reprint",  # it is of the printable handbook, which repeats the guides
)
_RANK_OFFSET = 10
_SHARPNESS = 20.0  # s, as in the fit
_CHANCE = 0.5  # a likeness that questions of one subject reach without asking the same
_BEST_OF_DOCUMENT = 3
_MOST_KEPT = 8_192  # passages; more than the bundled knowledge has


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of a passage before any question."""

    vectors: Vectors  # its text's, then those of its questions, then its sentences'
    likes: Vectors  # the same of its text and questions, by `likeness.py`
    likes_length: float  # of the sum of those
    questions: int  # how many of them are of questions
    terms: frozenset[str]  # of text, heading and title
    asked: tuple[tuple[frozenset[str], float], ...]  # the terms of its heading and of each question, weight
    fields: frozenset[str]
    aspects: frozenset[str]  # names of those that its heading asks about
    credentials: frozenset[str]  # ids of those that it is about
    yes_no: bool | None  # whether its heading is a yes-or-no question; None where it is no question
    figure_first: bool
    length: float


class Clues:
    """Reads passages of one index. Safe to share between threads."""

    def __init__(self, passages: Passages, vocabulary: Vocabulary, rarity: Mapping[str, float]) -> None:
        self._likeness = load_likeness()
        self._passages = passages
        self._vocabulary = vocabulary
        self._rarity = rarity  # term -> inverse document frequency
        self._rarest = max(rarity.values(), default=1.0)
        self._known: dict[str, _Facts] = {}

    def of(
        self, query: Query, vector: Vectors, found: Sequence[Passage], told: Vectors | None = None
    ) -> npt.NDArray[np.float64]:
        """The clues of each passage, in the order of `NAMES`; shape (len(found), len(NAMES)).

        Args:
            query: what is asked.
            vector: of its search text, shape (384,).
            found: the candidates, with what either search gave them.
            told: of the question read with the turns before it, by `likeness.py`; None without any.
        """
        facts = self._facts([passage.chunk for passage in found])
        values = {
            **self._cosines(vector, found, facts),
            **_likenesses(self._likeness.of(vector), told, facts),
            **_ranks(found),
            **self._words(query, found, facts),
            **_fits(query, found, facts),
        }
        return np.array([values[name] for name in NAMES], dtype=np.float64).T

    def _facts(self, chunks: Sequence[Chunk]) -> list[_Facts]:
        unknown = [chunk for chunk in chunks if chunk.id not in self._known]
        if unknown:
            if len(self._known) > _MOST_KEPT:
                self._known = {}
            ids = [chunk.id for chunk in unknown]
            vectors, sentences = self._passages.vectors_of(ids), self._passages.sentence_vectors(ids)
            likes = self._likes([vectors[id] for id in ids])
            fresh = {
                c.id: self._read(c, vectors[c.id], mine, sentences.get(c.id))
                for c, mine in zip(unknown, likes, strict=True)
            }
            self._known = known = self._known | fresh
            return [known[chunk.id] for chunk in chunks]
        return [self._known[chunk.id] for chunk in chunks]

    def _likes(self, vectors: Sequence[Vectors]) -> list[Vectors]:
        """The adapted vectors of each chunk, all worked out at once."""
        ends = np.cumsum([len(rows) for rows in vectors])[:-1]
        return np.split(self._likeness.of(np.concatenate(vectors)), ends)

    def _read(self, chunk: Chunk, vectors: Vectors, likes: Vectors, sentences: Vectors | None) -> _Facts:
        heading = chunk.section.rsplit(" > ", 1)[-1]
        about = set(self._vocabulary.credentials_of(f"{chunk.title} {heading}"))
        if chunk.document.startswith("records/credential/"):
            about.add(chunk.document.rsplit("/", 1)[-1])
        parts = [vectors] if sentences is None else [vectors, sentences]
        return _Facts(
            vectors=np.concatenate(parts),
            likes=likes,
            likes_length=float(np.linalg.norm(likes.sum(axis=0))),
            questions=len(vectors) - 1,
            terms=frozenset(terms(f"{chunk.title}\n{chunk.section}\n{chunk.text}")),
            asked=tuple((asked, self._weight(asked)) for asked in _asked_by(heading, chunk)),
            fields=frozenset(sentence.field for sentence in chunk.sentences if sentence.field),
            aspects=frozenset(aspect.name for aspect in self._vocabulary.aspects_of(heading)),
            credentials=frozenset(about),
            yes_no=is_yes_no(heading) if heading.endswith("?") else None,
            figure_first=bool(chunk.sentences) and any(c.isdigit() for c in chunk.sentences[0].text),
            length=math.log(1 + len(words(chunk.text))),
        )

    def _cosines(
        self, vector: Vectors, found: Sequence[Passage], facts: Sequence[_Facts]
    ) -> dict[str, list[float]]:
        text, question, sentence = _best_cosines(vector, facts)
        best = [max(pair) for pair in zip(text, question, strict=True)]
        documents: dict[str, list[float]] = {}
        for passage, value in zip(found, best, strict=True):
            documents.setdefault(passage.chunk.document, []).append(value)
        means = {
            name: float(np.mean(sorted(those)[-_BEST_OF_DOCUMENT:])) for name, those in documents.items()
        }
        document = [means[passage.chunk.document] for passage in found]
        return {"text": text, "question": question, "sentence": sentence, "document": document}

    def _words(
        self, query: Query, found: Sequence[Passage], facts: Sequence[_Facts]
    ) -> dict[str, list[float]]:
        searched = frozenset(terms(query.search_text))
        asked = frozenset(terms(query.standalone))
        most, own = self._weight(searched) or 1.0, self._weight(asked)
        return {
            "bm25": [passage.lexical / most for passage in found],
            "coverage": [self._weight(searched & fact.terms) / most for fact in facts],
            "alike": [self._alike(asked, own, fact) for fact in facts],
        }

    def _alike(self, asked: frozenset[str], weight: float, fact: _Facts) -> float:
        """Dice's coefficient with the question that is most alike, terms weighed by rarity; 0..1."""
        best = 0.0
        for other, own in fact.asked:
            if shared := asked & other:
                best = max(best, 2 * self._weight(shared) / (weight + own))
        return best

    def _weight(self, wanted: Iterable[str]) -> float:
        return sum(self._rarity.get(term, self._rarest) for term in wanted)


def _best_cosines(vector: Vectors, facts: Sequence[_Facts]) -> tuple[list[float], list[float], list[float]]:
    """The cosine of each chunk's text, best question and best sentence; without any, that of its text."""
    cosines = np.concatenate([fact.vectors for fact in facts]) @ vector
    ends = np.cumsum([len(fact.vectors) for fact in facts])
    starts = np.concatenate([[0], ends[:-1]])
    said = starts + 1 + np.array([fact.questions for fact in facts])  # where the sentences begin
    bounds = np.stack([starts, starts + 1, said], axis=1)
    # An empty piece gives the value at its bound, which is not used; the last bound may lie behind the end.
    best = np.maximum.reduceat(np.append(cosines, -1.0), bounds.ravel()).reshape(-1, 3)
    empty = np.stack([said == starts + 1, said == ends], axis=1)
    best[:, 1:] = np.where(empty, best[:, :1], best[:, 1:])
    text, question, sentence = best.T.tolist()
    return text, question, sentence


def _likenesses(vector: Vectors, told: Vectors | None, facts: Sequence[_Facts]) -> dict[str, list[float]]:
    likes = _likest(vector, facts)
    in_context = likes if told is None else _likest(told, facts)
    close = np.maximum(likes["question"] - _CHANCE, 0) / (1 - _CHANCE)
    return {
        **{f"like_{name}": values.tolist() for name, values in likes.items()},
        **{f"told_{name}": values.tolist() for name, values in in_context.items()},
        "like_close": close.tolist(),
    }


def _likest(vector: Vectors, facts: Sequence[_Facts]) -> dict[str, Vectors]:
    """The likeness of each chunk: of its text, its text or best question, their middle and all in one.

    The last is what `evals/fit_context.py` learns by: with c_j the cosine to the text or to a question j,

        (1/s) log sum over j of e^(s c_j).
    """
    cosines = np.concatenate([fact.likes for fact in facts]) @ vector
    starts = np.cumsum([0, *(len(fact.likes) for fact in facts[:-1])])
    lengths = np.array([fact.likes_length for fact in facts])
    return {
        "text": cosines[starts],
        "question": np.maximum.reduceat(cosines, starts),
        "middle": np.add.reduceat(cosines, starts) / lengths,
        "pooled": np.log(np.add.reduceat(np.exp(_SHARPNESS * cosines), starts)) / _SHARPNESS,
    }


def _asked_by(heading: str, chunk: Chunk) -> list[frozenset[str]]:
    return [frozenset(terms(text)) for text in (heading, *chunk.questions)]


def _ranks(found: Sequence[Passage]) -> dict[str, list[float]]:
    def inverse(scores: Sequence[float]) -> list[float]:
        order = sorted(range(len(scores)), key=lambda index: -scores[index])
        ranks = {index: rank for rank, index in enumerate(order, start=1)}
        return [1 / (_RANK_OFFSET + ranks[i]) if score > 0 else 0.0 for i, score in enumerate(scores)]

    return {
        "dense_rank": inverse([passage.similarity for passage in found]),
        "lexical_rank": inverse([passage.lexical for passage in found]),
    }


def _fits(query: Query, found: Sequence[Passage], facts: Sequence[_Facts]) -> dict[str, list[float]]:
    """Place, credential, aspect and form, each 0 or 1 or a share."""
    places = query.places
    fields = {name for a in query.aspects for name in (*a.jurisdiction, *a.credential)}
    aspects, credentials = {a.name for a in query.aspects}, set(query.credentials)
    wants_figure = query.wants_figure
    rows = []
    for passage, fact in zip(found, facts, strict=True):
        place = passage.chunk.jurisdiction
        ours, stated = place in places, bool(fields & fact.fields)
        named = bool(credentials & fact.credentials)
        rows.append({
            "length": fact.length,
            "figure_first": wants_figure and fact.figure_first,
            "same_place": ours,
            "other_place": bool(places and place and not ours),
            "any_place": bool(place and not places),
            "field": stated,
            "place_field": ours and stated,
            "aspect": len(aspects & fact.aspects) / max(1, len(aspects)),
            "credential": named,
            "other_credential": bool(credentials and fact.credentials and not named),
            "other_form": fact.yes_no is not None and fact.yes_no != query.yes_no,
            "reprint": passage.chunk.document == HANDBOOK,
        })
    return {name: [float(row[name]) for row in rows] for name in rows[0]}
