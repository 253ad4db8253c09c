"""A question in its conversation -> a cited Answer: understand, retrieve, write, ground."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from assistant.answering.answerable import Calibration
from assistant.answering.clock import Clock
from assistant.answering.compose import compose, compose_refusal
from assistant.answering.evidence import Draft, DraftBlock
from assistant.answering.followups import Lean
from assistant.answering.former import known_before, said_before
from assistant.answering.gists.find import Gists
from assistant.answering.gists.gist import Gist, numbered
from assistant.answering.ground import Grounding
from assistant.answering.intents import Intents
from assistant.answering.lookup import Lookup, Probe
from assistant.answering.missing import missing_of
from assistant.answering.parts import joined, parts_of, sentences_of
from assistant.answering.places import PLACE_WORDS
from assistant.answering.retelling import retold
from assistant.answering.seen import Seen
from assistant.answering.spelling import Speller
from assistant.answering.tool_link import ToolFinder
from assistant.answering.understand import Query, Understanding
from assistant.answering.verdict import verdict
from assistant.answering.vocabulary import Vocabulary
from assistant.guidance.shelf import shelf_of
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import Filters
from assistant.text import terms
from assistant.types import Answer, Passage, Profile, Turn
from assistant.wording import Wording
from assistant.wording_missing import Whom

__all__ = ["ENGINE", "Chain", "Considered", "Found"]

ENGINE = "embedded"
_HELD = 0.75  # rarity-weighted share of a part's terms from which an answer holds it
_BY_TOOL = Draft("answered", ())  # nothing to write: a guidance tool answers


class Found(tuple[Query, list[Passage], float]):
    """What retrieval gave: the query, its passages, and how probably they answer (0..1)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Considered:
    """What the embedded engine decided, before it is checked and numbered."""

    query: Query
    draft: Draft
    clock: Clock
    found: tuple[Passage, ...] = ()  # best first; empty where the question is declined
    gist: Gist | None = None  # what a guidance tool says; it stands for the draft


class Chain:
    """The embedded engine on one index. Holds no conversation; safe to share between threads."""

    def __init__(
        self, index: Index, vocabulary: Vocabulary, calibration: Calibration, intents: Intents
    ) -> None:
        self._index = index
        self._calibration = calibration
        self._intents = intents
        self._vocabulary = vocabulary
        cities: Mapping[str, str] = json.loads((index.folder / "gazetteer.json").read_text(encoding="utf-8"))
        self._cities = cities
        speller = Speller(
            index.lexical.words, index.encoder.knows_word, PLACE_WORDS | cities.keys() | vocabulary.names
        )
        self._understanding = Understanding(vocabulary, speller, cities)
        shelf = shelf_of(index.passages.records(), index.passages.sources())
        self._tools = ToolFinder(shelf)
        self._gists = Gists(shelf, self._tools)
        self._lookup = Lookup(index, vocabulary, calibration, intents)
        self._rarest = max(self._lookup.rarity.values(), default=1.0)

    def answer(
        self,
        question: str,
        history: Sequence[Turn] = (),
        profile: Profile | None = None,
        corrected: bool = False,
    ) -> Answer:
        """The Answer to a question.

        Args:
            question: as asked.
            history: the conversation before it, oldest first.
            profile: what is known of the person; what the conversation tells is added.
            corrected: the profile stands as the person set it: what the question tells of them is not added.
        """
        return self.finish(self.consider(question, history, profile, corrected))

    def consider(
        self,
        question: str,
        history: Sequence[Turn] = (),
        profile: Profile | None = None,
        corrected: bool = False,
    ) -> Considered:
        """Understand, retrieve and decide what to say; with the arguments of `answer`."""
        clock = Clock()
        profile = profile or known_before(history)
        query = self._heard(question, history, profile, corrected)
        clock.lap("understand")
        if query.refusal:
            return Considered(query, compose_refusal(query), clock)
        last = history[-1].answer if history else None
        if said_again := retold(query.question, last, self._index.passages):
            return Considered(query, said_again, clock)
        if gist := self._gists.plain(query, history):
            return Considered(query, _BY_TOOL, clock, (), gist)
        seen = self._lookup.look(query)
        refusal = None if query.leans else verdict(seen, self._intents, self._calibration.threshold)
        if history and (refusal or seen.answerable < self._calibration.threshold):
            # What was taken from the turn before was too little, or too much: perhaps more of it is meant.
            lean: Lean = "whole turn" if query.leans else "subject"
            again = self._lookup.look(self._heard(question, history, profile, corrected, lean))
            if again.answerable > max(seen.answerable, self._calibration.threshold):
                seen, refusal = again, None
        query = replace(seen.query, refusal=refusal)
        clock.lap("retrieve")
        if refusal:
            return Considered(query, compose_refusal(query), clock)
        if gist := self._gists.find(query):
            clock.lap("write")
            return Considered(query, _BY_TOOL, clock, tuple(seen.found), gist)
        said = said_before(history) if query.wants_more else frozenset()
        draft = self._draft(seen, said)
        if draft.outcome in ("answered", "clarify") and not query.wants_more:
            draft = self._with_parts(draft, seen)
        clock.lap("write")
        return Considered(query, draft, clock, tuple(seen.found))

    def _draft(self, seen: Seen, said: frozenset[str] = frozenset()) -> Draft:
        return compose(
            seen.query,
            seen.found,
            seen.answerable,
            self._calibration.threshold,
            self._index.passages,
            seen.relevance,
            said,
            missing=missing_of(seen, self._vocabulary),
        )

    def _with_parts(self, whole: Draft, seen: Seen) -> Draft:
        """The answers to the parts of a question that asks several things, the first part's first.

        A part whose words the answer to the whole holds is not looked up by itself.
        """
        asked = parts_of(seen.query.standalone, self._cities, self._vocabulary)
        if not asked:
            return whole
        said, profile = sentences_of(whole), seen.query.profile
        drafts: dict[str, Draft | None] = {}
        lacking: dict[str, Query] = {}
        for part in asked:
            held = seen.relevance.share(set(terms(part)), said) >= _HELD
            drafts[part] = whole if held else None
            if not held and not (query := self._understanding.read(part, (), profile)).refusal:
                lacking[part] = query
        for part, found in zip(lacking, self._lookup.look_briefly([*lacking.values()]), strict=True):
            drafts[part] = self._answered(found)
        first = drafts[asked[0]]
        main = first if first and first.outcome == whole.outcome else whole
        return joined(main, [draft for draft in drafts.values() if draft and draft is not main])

    def _answered(self, seen: Seen) -> Draft | None:
        return self._draft(seen) if seen.answerable >= self._calibration.threshold else None

    def finish(self, considered: Considered) -> Answer:
        """Check a draft against the stored text, and make it an Answer."""
        if considered.gist:
            return self._by_tool(considered.query, considered.gist, considered.clock)
        return self._finish(considered.query, considered.draft, considered.clock)

    @property
    def index(self) -> Index:
        """The index that it answers from."""
        return self._index

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the field."""
        return self._vocabulary

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term; of one never seen, the highest there is."""
        return self._lookup.rarity.get(term, self._rarest)

    def search(
        self,
        question: str,
        history: Sequence[str] = (),
        k: int = 10,
        filters: Filters | None = None,
        profile: Profile | None = None,
    ) -> Found:
        """Understand and retrieve only.

        Args:
            question: as asked.
            history: the person's earlier questions, oldest first.
            k: how many passages.
            filters: hard conditions on passages.
            profile: what was known of the person before the first question.
        """
        query = self._read(question, history, profile)
        seen = self._lookup.look(query, k, filters)
        return Found((query, seen.found[:k], seen.answerable))

    def weighed(
        self, question: str, history: Sequence[str] = (), profile: Profile | None = None
    ) -> tuple[list[Passage], npt.NDArray[np.float64]]:
        """The candidates for a question with their clues, one row each (for `evals`)."""
        return self._lookup.weighed(self._read(question, history, profile))

    def probe(self, question: str, withhold: int = 0, profile: Profile | None = None) -> Probe:
        """What the calibration sees of a question: its vectors and its retrieval (for `evals`).

        Args:
            question: as asked.
            withhold: how many of the best documents to leave out, as if they had not been ingested.
            profile: what is known of the person.
        """
        return self._lookup.probe(self._read(question, (), profile), withhold)

    def reading(self, question: str) -> tuple[str, Vectors]:
        """A question as understood, and its vector: what the kinds are told by (for `evals`)."""
        query = self._read(question, (), None)
        return query.standalone, self._lookup.likened(query.search_text)

    def _read(self, question: str, history: Sequence[str], profile: Profile | None) -> Query:
        """The Query of a question behind others, each of which adds to what is known of the person."""
        turns: list[Turn] = []
        for earlier in history:
            query = self._understanding.read(earlier, turns, profile, judge=False)
            turns.append(Turn(earlier, query.standalone))
            profile = query.profile
        return self._understanding.read(question, turns, profile, judge=False)

    def _heard(
        self,
        question: str,
        history: Sequence[Turn],
        profile: Profile,
        corrected: bool,
        lean: Lean = "if needed",
    ) -> Query:
        """The query, with the goal that the person names as their own; the profile alone where it stands."""
        query = self._understanding.read(question, history, profile, lean)
        if corrected:
            return replace(query, profile=profile)
        goal = self._tools.goal_told(query.question)
        return replace(query, profile=replace(query.profile, goal=goal)) if goal else query

    def _by_tool(self, query: Query, gist: Gist, clock: Clock) -> Answer:
        blocks, citations = numbered(gist, self._index.passages, self._vocabulary)
        clock.lap("ground")
        return Answer(
            question=query.question,
            standalone_question=query.standalone,
            outcome=gist.outcome,
            engine=ENGINE,
            blocks=blocks,
            citations=citations,
            assumptions=query.profile,
            follow_ups=gist.follow_ups,
            timings_ms=clock.total(),
            tool=gist.link,
        )

    def _finish(self, query: Query, draft: Draft, clock: Clock) -> Answer:
        blocks, citations = Grounding(self._index.passages, self._vocabulary).ground(draft)
        outcome = draft.outcome
        if not blocks:
            outcome = "not_in_sources"
            notice = DraftBlock("notice", words=f"{Wording.NOT_COVERED} {Whom.ANYBODY}")
            blocks, _ = Grounding(self._index.passages, self._vocabulary).ground(Draft(outcome, (notice,)))
        clock.lap("ground")
        return Answer(
            question=query.question,
            standalone_question=query.standalone,
            outcome=outcome,
            engine=ENGINE,
            blocks=blocks,
            citations=citations,
            assumptions=query.profile,
            follow_ups=draft.follow_ups,
            timings_ms=clock.total(),
            tool=None if query.refusal else self._tools.find(query),
        )
