"""Passages for a question -> the probability that they answer it, by a small logistic model.

A similarity threshold alone abstains badly, so it is combined with what else tells an answered
question from one that only sounds like the sources. The weights are fitted by `evals/fit_answerable.py`
and kept beside this file; every feature lies in 0..1 and depends on no particular corpus.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from pathlib import Path

from assistant.answering.anchors import missed_anchor
from assistant.answering.evidence import Relevance
from assistant.answering.particulars import asks_ahead, asks_particulars, misses_particulars
from assistant.answering.places import find_places
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.retriever import HANDBOOK
from assistant.types import Chunk, Passage

__all__ = ["Calibration", "Features", "features_of", "load_calibration"]

_FILE = "calibration.json"
_TOP = 5
_SENTENCES = 4
_SHORT, _KEYWORDS = 8, 3  # terms of a question that tells no story, and how many of them are looked for
# A question like one that a section lists asks for what sources keep, whatever words or names stand in it.
_LISTED, _USUAL = 0.7, 0.85  # likeness and `usual` from which a pattern of particulars does not count
_LISTED_SURELY, _HARDLY_UNUSUAL = 0.75, 0.5  # and from which a name does not
_HIGHEST = 25.0  # few scores of the ranking lie above


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of a retrieval, each 0..1."""

    similarity: float  # cosine of the best representation
    sentence: float  # cosine or term share of the best sentence
    margin: float  # best similarity less the tenth's: how much the best stands out
    coverage: float  # rarity-weighted share of the question's terms in the best passages
    coverage_best: float  # the same in the first passage alone
    entities: float  # share of the places and credentials asked about that occur; 1 when none
    ranked: float  # the first passage's score in the ranking, by its scale
    known: float  # share of the question's terms that occur anywhere in the index
    figure: float  # 0 where a number is asked for and no sentence that fits best holds one; else 1
    kept: float  # 0 where something is asked for that sources do not keep; else 1
    usual: float  # probability, by the question alone, that it asks for a kind of thing that sources keep
    named: float  # 0 where a shop, school or trade is named of which nothing found says what is asked; else 1
    keywords: float  # share of a short question's rarest terms that the best passages hold; 1 of a long one
    precedent: float  # how much more it is like questions that sources answer than like others
    precedent_told: float  # the same by the reading in context
    likeness: float  # how alike the question is to the best passage or one of its questions, in this field
    inside: float = 1.0  # probability that it is a question of the field, as `intents.py` sees it


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fitted logistic model and the probability below which the answer is "not in my sources"."""

    weights: Mapping[str, float]
    bias: float
    threshold: float  # 0..1

    def probability(self, features: Features) -> float:
        """The probability that the passages answer, 0..1."""
        values = asdict(features)
        score = self.bias + sum(weight * values[name] for name, weight in self.weights.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def load_calibration() -> Calibration:
    """The calibration that comes with the package."""
    data = json.loads(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"))
    return Calibration(data["weights"], data["bias"], data["threshold"])


def features_of(
    query: Query,
    found: Sequence[Passage],
    relevance: Relevance,
    vocabulary: Vocabulary,
    newest: int,
    usual: float = 1.0,
    precedents: tuple[float, float] = (1.0, 1.0),
) -> Features:
    """The features of one retrieval.

    Args:
        query: what is asked.
        found: the passages, best first.
        relevance: scores sentences for this question.
        vocabulary: reads credentials.
        newest: the year in which the sources were last compared.
        usual: how probably it asks for a kind of thing that sources keep, 0..1.
        precedents: its shares by `precedents.py`, as published and by the reading in context; 0..1.
    """
    if not found:
        return Features(*[0.0] * len(fields(Features)))
    top = found[:_TOP]
    texts = [f"{p.chunk.title}\n{p.chunk.section}\n{p.chunk.text}" for p in top]
    similarities = sorted((p.similarity for p in found), reverse=True)
    scores = relevance.of_chunks([passage.chunk for passage in top])
    sentence = max((float(s.max()) for s in scores.values() if len(s)), default=0.0)
    best = relevance.best_sentences([passage.chunk for passage in found], _SENTENCES)
    own = _is_own(found[0].chunk)
    missed = missed_anchor(query, [passage.chunk for passage in found], relevance, vocabulary)
    likeness = max(0.0, *(passage.likeness for passage in found))
    particular = asks_particulars(query.standalone) or misses_particulars(query.standalone, best)
    ahead = asks_ahead(query.standalone, best, newest)
    plain = likeness >= _LISTED and usual >= _USUAL
    general = plain or (likeness >= _LISTED_SURELY and usual >= _HARDLY_UNUSUAL)
    digits = any(char.isdigit() for text in best for char in text)
    return Features(
        similarity=max(0.0, similarities[0]),
        sentence=max(0.0, sentence),
        margin=max(0.0, similarities[0] - similarities[min(9, len(similarities) - 1)]),
        coverage=relevance.coverage(texts),
        coverage_best=relevance.coverage(texts[:1]),
        entities=_entities(query.standalone, texts, vocabulary),
        ranked=min(1.0, max(0.0, found[0].score / _HIGHEST)),
        known=relevance.known(query.standalone),
        figure=0.0 if query.wants_figure and not digits else 1.0,
        kept=1.0 if own or not (ahead or (particular and not plain)) else 0.0,
        usual=1.0 if own else usual,
        named=1.0 if own or general or missed is None else 0.0,
        keywords=_keywords(query, [*texts, *(asked for p in top for asked in p.chunk.questions)], relevance),
        precedent=1.0 if own else precedents[0],
        precedent_told=1.0 if own else precedents[1],
        likeness=likeness,
    )


def _keywords(query: Query, texts: Sequence[str], relevance: Relevance) -> float:
    """In a short question the rarest words are what is asked about; in a story, or carried over, they are not."""
    asked = relevance.rarest(query.standalone)
    if query.leans or not asked or len(asked) > _SHORT:
        return 1.0
    return relevance.holds(asked[:_KEYWORDS], texts)


def _is_own(chunk: Chunk) -> bool:
    """Whether a passage is of a document that somebody added: it may keep what the bundled ones do not."""
    return chunk.kind not in ("guide", "record") and chunk.document != HANDBOOK


def _entities(question: str, texts: Sequence[str], vocabulary: Vocabulary) -> float:
    """The share of the places and credentials asked about that the passages name."""
    places, credentials = _places_of(question), set(vocabulary.credentials_of(question))
    if not places and not credentials:
        return 1.0
    present = len(places & frozenset().union(*map(_places_of, texts))) if places else 0
    if credentials:
        present += len(credentials & set(vocabulary.credentials_of("\n".join(texts))))
    return present / (len(places) + len(credentials))


@lru_cache(maxsize=4_096)  # passages: the same few hundred come up again and again
def _places_of(text: str) -> frozenset[str]:
    return frozenset(place.code for place in find_places(text, {}))
