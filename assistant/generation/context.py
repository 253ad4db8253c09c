"""Evidence -> what the model may cite: sentences under opaque keys, within a budget of tokens.

A key is a hash of the chunk and the place in it, so that it is the same in every answer and tells
nothing. A chunk that speaks to a language model instead of to a reader is left out as a whole: its
neighbouring sentences could be the message.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.evidence import Evidence
from assistant.answering.orders import gives_orders
from assistant.generation.messages import tokens_of
from assistant.judging.clauses import content_terms
from assistant.judging.judge import CitedSentence
from assistant.retrieval.passages import Passages
from assistant.types import Chunk

__all__ = ["Citable", "Context", "citable", "citable_chunk", "computed"]

# Hex digits. Of two sentences that share a key the second is left out, once in a thousand answers.
_KEY_LENGTH = 6
_SPOKEN = ("paragraph", "bullet", "step", "row")  # kinds of sentences that state something


@dataclass(frozen=True, slots=True)
class Citable:
    """What stands under one key."""

    key: str
    text: str  # as the model reads it
    about: str  # title, heading and publisher
    evidence: tuple[Evidence, ...]  # the stored sentences that carry it; at least one

    def sentence(self, as_of: str) -> CitedSentence:
        """The same as the judge takes it; `as_of` is the date of its source."""
        return CitedSentence(self.text, self.about, self.evidence[0].chunk.jurisdiction, as_of)


class Context:
    """The sentences that one answer may cite. Grows when tools find more; forgets nothing."""

    def __init__(self, passages: Passages, budget: int) -> None:
        """Start empty.

        Args:
            passages: the index, for the names of sources.
            budget: tokens that all of it may take, an estimate.
        """
        self._passages = passages
        self._left = budget
        self._known: dict[str, Citable] = {}
        self._texts: set[str] = set()

    def add(self, items: Iterable[Citable]) -> str:
        """Take what is new and fits, and give it as text, by section; "" when nothing does."""
        taken: dict[str, list[str]] = {}
        for item in items:
            cost = tokens_of(item.text) + 8
            if item.key in self._known or item.text in self._texts or cost > self._left:
                continue
            if any(gives_orders(evidence.chunk) for evidence in item.evidence):
                continue
            self._known[item.key] = item
            self._texts.add(item.text)
            self._left -= cost
            taken.setdefault(self._heading(item), []).append(f"[{item.key}] {_one_line(item.text)}")
        return "\n\n".join("\n".join([heading, *lines]) for heading, lines in taken.items())

    def allow(self, tokens: int) -> None:
        """Let so many tokens more be taken."""
        self._left += tokens

    def resolve(self, keys: Sequence[str]) -> tuple[Citable, ...]:
        """What the known ones of some keys stand for, in their order."""
        return tuple(self._known[key] for key in keys if key in self._known)

    def cited(self, items: Sequence[Citable]) -> list[CitedSentence]:
        """Items as the judge takes them."""
        return [item.sentence(self._as_of(item)) for item in items]

    def nearest(self, text: str, count: int) -> tuple[Citable, ...]:
        """The items that share most terms with a text, best first."""
        mine = content_terms(text)
        ranked = sorted(self._known.values(), key=lambda item: -len(mine & content_terms(item.text)))
        return tuple(ranked[:count])

    def lines(self, keys: Iterable[str] = ()) -> str:
        """The lines of some keys, or of all, as the model reads them."""
        wanted = set(keys) or set(self._known)
        return "\n".join(f"[{i.key}] {_one_line(i.text)}" for i in self._known.values() if i.key in wanted)

    def __len__(self) -> int:
        return len(self._known)

    def _heading(self, item: Citable) -> str:
        source = self._passages.source(_source(item.evidence[0]))
        return _one_line(f"# {item.about} ({source.publisher}, as of {source.as_of})")

    def _as_of(self, item: Citable) -> str:
        return self._passages.source(_source(item.evidence[0])).as_of


def citable(evidence: Evidence, header: str = "") -> Citable:
    """A stored sentence; of a table row, with the names of its columns."""
    chunk, sentence = evidence.chunk, evidence.sentence
    about = " | ".join(filter(None, (chunk.title, chunk.section.replace(" > ", " | "), header)))
    return Citable(_key(f"{chunk.id}:{sentence.start}:{sentence.end}"), sentence.text, about, (evidence,))


def citable_chunk(chunk: Chunk) -> list[Citable]:
    """All that a chunk states, in reading order."""
    found, header = [], ""
    for sentence in chunk.sentences:
        if sentence.kind == "header":
            header = sentence.text
        elif sentence.kind in _SPOKEN:
            found.append(citable(Evidence(chunk, sentence), header if sentence.kind == "row" else ""))
    return found


def computed(text: str, about: str, evidence: Sequence[Evidence]) -> Citable:
    """A sentence of our own code, such as a sum, with the stored sentences that it follows from."""
    carried = ":".join(f"{item.chunk.id}:{item.sentence.start}" for item in evidence)
    return Citable(_key(f"{text}:{carried}"), text, about, tuple(evidence))


@lru_cache(maxsize=8_192)
def _key(name: str) -> str:
    return f"k{hashlib.sha256(name.encode('utf-8')).hexdigest()[:_KEY_LENGTH]}"


def _source(evidence: Evidence) -> str:
    return evidence.sentence.sources[0] if evidence.sentence.sources else evidence.chunk.source


def _one_line(text: str) -> str:
    """On one line and without angle brackets, so that no text can close the mark around it."""
    return " ".join(text.split()).replace("<", "(").replace(">", ")")
