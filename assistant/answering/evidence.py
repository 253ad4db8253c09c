"""Passages -> pieces of evidence: single sentences with where they stand and how well they fit.

Everything that the embedded engine says is evidence: a sentence as it stands in a stored chunk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assistant.answering.elapsed import elapsed_days, holds_then
from assistant.answering.orders import orders_in
from assistant.retrieval.passages import Passages
from assistant.text import figures, terms
from assistant.types import BlockKind, Chunk, Outcome, Sentence

__all__ = ["Draft", "DraftBlock", "Evidence", "Relevance", "drop_repeats", "join_lines"]


_OTHER_TIME = 0.5  # cosine that a sentence loses which holds at another time than the one told of
_OWN_OPENING = re.compile(r"(?:Yes|No), (?:but |and )?(?!if |when |unless |as |not |only )")
_OWN_NUMBER = re.compile(r"Step \d+ in [A-Z][\w. ]*(?:, (?P<condition>[^:]+))?: ")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that may be said."""

    chunk: Chunk
    sentence: Sentence
    score: float = 0.0  # how well it fits the question: cosine, or share of terms; 0..1
    opening: str = ""  # "Yes." and the like, put before the sentence
    bare: bool = False  # leave out the sentence's own "Yes, ...": no yes-or-no was asked
    in_order: bool = False  # leave out the sentence's own "Step 1 in Ohio:": it stands in a numbered list

    @property
    def text(self) -> str:
        """What is said."""
        text = self.sentence.text
        if self.bare and (match := _OWN_OPENING.match(text)):
            text = _capital(text[match.end() :])
        if self.in_order and (match := _OWN_NUMBER.match(text)):
            condition = match["condition"]
            text = _capital(f"{condition}: {text[match.end() :]}" if condition else text[match.end() :])
        return f"{self.opening} {text}".strip()


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block before citations are numbered.

    `words` is text of TechPath's own, without citations; `items` beside it are what it is worked out from.
    """

    kind: BlockKind
    items: tuple[Evidence, ...] = ()
    lead_in: str = ""
    words: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Evidence | str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What the embedded engine wants to say."""

    outcome: Outcome
    blocks: tuple[DraftBlock, ...]
    follow_ups: tuple[str, ...] = ()


class Relevance:
    """How well sentences fit one question."""

    def __init__(
        self,
        text: str,
        vector: npt.NDArray[np.float32],
        passages: Passages,
        rarity: Mapping[str, float],
    ) -> None:
        self._vector = vector
        self._passages = passages
        self._rarity = rarity  # term -> inverse document frequency
        self._highest = max(rarity.values(), default=1.0)
        self._terms = set(terms(text))
        self._elapsed = elapsed_days(text)
        self._cache: dict[str, npt.NDArray[np.float32]] = {}

    def of_chunks(self, chunks: Iterable[Chunk]) -> dict[str, npt.NDArray[np.float32]]:
        """Chunk id -> the score of each of its sentences, in order."""
        wanted = [chunk for chunk in chunks if chunk.id not in self._cache]
        vectors = self._passages.sentence_vectors([chunk.id for chunk in wanted])
        for chunk in wanted:
            if chunk.id in vectors:
                scores = vectors[chunk.id] @ self._vector
            else:
                scores = np.array([self._overlap(s.text) for s in chunk.sentences], dtype=np.float32)
            if self._elapsed is not None:
                scores = scores - _OTHER_TIME * np.array([self.of_another_time([s]) for s in chunk.sentences])
            self._cache[chunk.id] = scores
        return self._cache

    def of_another_time(self, sentences: Iterable[Sentence]) -> bool:
        """Whether sentences hold only before or after the time that the question tells of."""
        if self._elapsed is None:
            return False
        held = {holds_then(self._elapsed, sentence.text) for sentence in sentences}
        return False in held and True not in held

    def evidence(self, chunk: Chunk) -> list[Evidence]:
        """The sentences of a chunk with their scores, in reading order; orders to a machine left out."""
        scores, orders = self.of_chunks([chunk])[chunk.id], orders_in(chunk)
        return [
            Evidence(chunk, sentence, float(score))
            for place, (sentence, score) in enumerate(zip(chunk.sentences, scores, strict=True))
            if place not in orders
        ]

    def best_sentences(self, chunks: Sequence[Chunk], count: int) -> list[str]:
        """The sentences of some chunks that fit the question best, best first."""
        self.of_chunks(chunks)
        every = [item for chunk in chunks for item in self.evidence(chunk)]
        return [item.sentence.text for item in sorted(every, key=lambda item: -item.score)[:count]]

    def rarest(self, question: str) -> list[str]:
        """The terms of a question, each once, the rarest first."""
        return sorted(dict.fromkeys(terms(question)), key=lambda term: (-self._weight(term), term))

    def holds(self, wanted: Sequence[str], texts: Sequence[str]) -> float:
        """The share of some terms that occur in the texts, 0..1; there is one term at least."""
        present = frozenset[str]().union(*map(_terms_of, texts))
        return sum(term in present for term in wanted) / len(wanted)

    def known(self, question: str) -> float:
        """The share of a question's terms that occur anywhere in the index; 1 when it has none."""
        asked = set(terms(question))
        return sum(term in self._rarity for term in asked) / len(asked) if asked else 1.0

    def coverage(self, texts: Sequence[str]) -> float:
        """The share of the question's terms, weighed by rarity, that occur in the texts; 0..1."""
        return self.share(self._terms, texts) if self._terms else 0.0

    def share(self, wanted: Set[str], texts: Sequence[str]) -> float:
        """The share of some terms, weighed by rarity, that occur in the texts; 1 of no terms."""
        present = frozenset[str]().union(*map(_terms_of, texts))
        total = sum(self._weight(term) for term in wanted)
        return sum(self._weight(term) for term in wanted & present) / total if total else 1.0

    def chunk_coverage(self, chunk: Chunk) -> float:
        """The same for one chunk with its title and heading; 0..1."""
        if not self._terms:
            return 0.0
        present = _chunk_terms(chunk.id, f"{chunk.title}\n{chunk.section}\n{chunk.text}")
        total = sum(self._weight(term) for term in self._terms)
        return sum(self._weight(term) for term in self._terms & present) / total if total else 0.0

    def _overlap(self, text: str) -> float:
        return self.coverage([text])

    def _weight(self, term: str) -> float:
        return self._rarity.get(term, self._highest)


@lru_cache(maxsize=4_096)  # of passages: the same few hundred come up again and again
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@lru_cache(maxsize=4_096)
def _chunk_terms(id: str, text: str) -> frozenset[str]:
    """The terms of a chunk; its id changes with its text, so the cache cannot go stale."""
    return frozenset(terms(text))


def join_lines(items: Sequence[Evidence]) -> list[Evidence]:
    """Neighbouring sentences of one line of a chunk become one piece: a step stays one step."""
    joined: list[Evidence] = []
    for item in items:
        before = joined[-1] if joined else None
        if before and before.chunk.id == item.chunk.id:
            gap = item.chunk.text[before.sentence.end : item.sentence.start]
            if not gap.strip() and "\n" not in gap and before.sentence.end <= item.sentence.start:
                joined[-1] = _joined(before, item)
                continue
        joined.append(item)
    return joined


def _joined(one: Evidence, other: Evidence) -> Evidence:
    start, end = one.sentence.start, other.sentence.end
    sentence = replace(
        one.sentence,
        text=one.chunk.text[start:end],
        end=end,
        sources=tuple(dict.fromkeys((*one.sentence.sources, *other.sentence.sources))),
    )
    return replace(one, sentence=sentence, score=max(one.score, other.score))


def drop_repeats(
    items: Iterable[Evidence], said: Sequence[Evidence] = (), limit: float = 0.6
) -> list[Evidence]:
    """Leave out a sentence that mostly repeats an earlier one (Jaccard of terms) and brings no new figure."""
    kept: list[Evidence] = []
    seen = [(set(terms(item.sentence.text)), figures(item.sentence.text)) for item in said]
    for item in items:
        mine, numbers = set(terms(item.sentence.text)), figures(item.sentence.text)
        if any(
            len(mine & other) / max(1, len(mine | other)) >= limit and numbers <= known
            for other, known in seen
        ):
            continue
        kept.append(item)
        seen.append((mine, numbers))
    return kept
