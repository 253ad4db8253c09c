"""A question, its conversation and a profile -> a Query: what is asked, of whom, where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.earnings import asks_what_to_pay
from assistant.answering.following.by_name import by_name
from assistant.answering.following.listed import items_of
from assistant.answering.followups import Lean, stand_alone
from assistant.answering.guard import Refusal, refusal_of
from assistant.answering.places import Place, find_places, place_name
from assistant.answering.spelling import Speller
from assistant.answering.this_work import with_work_named
from assistant.answering.vocabulary import Aspect, Vocabulary
from assistant.guidance.told import age_in, merged, told
from assistant.retrieval.context import in_context
from assistant.text import fold
from assistant.types import Profile, Turn

__all__ = ["Query", "Understanding", "is_comparison", "is_yes_no"]


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks, ready for retrieval and writing."""

    question: str  # as asked
    standalone: str  # spelling corrected, and complete without the conversation
    search_text: str  # the stand-alone question with what its nicknames stand for
    profile: Profile  # what is known of the person after this question
    states: tuple[str, ...] = ()  # codes named in the stand-alone question, in order
    target: str | None = None  # the one of them that is asked about: where one moves to, not from
    credentials: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    topics: tuple[str, ...] = ()  # specialties, workplaces and roles, as spoken
    details: tuple[str, ...] = ()  # record fields asked for by words of their own
    field: str | None = None  # the one of a place's record that it asks for, told by its likeness to them
    age: int | None = None  # years, when the question names one
    yes_no: bool = False
    refusal: Refusal | None = None
    leans: bool = False  # took something from the turn before
    # The question with the turns before it, for the encoder; None without any, and where more of the same is wanted.
    in_context: str | None = None
    wants_more: bool = False

    @property
    def state(self) -> str | None:
        """The place asked about: named in the question (where one moves to), else the person's own."""
        return self.target or self.profile.state

    @property
    def places(self) -> tuple[str, ...]:
        """The places to look in: those named, else the person's own."""
        own = (self.profile.state,) if self.profile.state else ()
        return self.states or own

    @property
    def wants_figure(self) -> bool:
        """Whether a number is asked for."""
        return bool(_FIGURE.search(fold(self.standalone)))

    @property
    def compares_places(self) -> bool:
        """Whether the places named are to be set side by side."""
        return len(self.states) > 1 and is_comparison(self.standalone) and not self.has("transfer")

    @property
    def credential_fields(self) -> frozenset[str]:
        """The fields of a credential's record that answer, where a credential is asked about."""
        if not self.credentials:
            return frozenset()
        return frozenset(field for aspect in self.aspects for field in aspect.credential)

    @property
    def by_state(self) -> bool:
        """Whether the answer differs from state to state and no national credential is meant."""
        return any(aspect.by_state for aspect in self.aspects) and not self.credentials

    def has(self, *aspects: str) -> bool:
        """Whether any of these aspects is asked about."""
        return any(aspect.name in aspects for aspect in self.aspects)


class Understanding:
    """Reads questions with one index's words and cities."""

    def __init__(self, vocabulary: Vocabulary, speller: Speller, cities: Mapping[str, str]) -> None:
        self._vocabulary = vocabulary
        self._speller = speller
        self._cities = cities

    def read(
        self,
        question: str,
        history: Sequence[Turn] = (),
        profile: Profile | None = None,
        lean: Lean = "if needed",
        judge: bool = True,
    ) -> Query:
        """The Query of a question.

        Args:
            question: as the person wrote it.
            history: the former turns, oldest first.
            profile: what is known of the person before this question.
            lean: what to take from the turn before, where not only what the question seems to need.
            judge: whether to look for a reason to decline; a search takes any text.
        """
        profile = profile or Profile()
        refusal = refusal_of(question) if judge else None
        if refusal:
            return Query(question, question.strip(), question, profile, refusal=refusal)
        english = self._in_english(" ".join(question.split()))
        english = english if history else with_work_named(english)
        spelt = self._speller.correct(english)
        former = [said for turn in history if (said := self._former(turn))]
        listed = items_of(history[-1].answer) if history else ()
        alone = stand_alone(spelt, former, self._cities, self._vocabulary, lean, listed)
        places = find_places(alone.question, self._cities)
        states = tuple(place.code for place in places)
        named = tuple(place.code for place in find_places(spelt, self._cities))
        search = "; ".join([
            self._core(alone.question),
            *self._vocabulary.expansions(alone.question),
        ])
        heard = _heard(history)
        return Query(
            question=question,
            standalone=alone.question,
            search_text=search,
            profile=_updated(
                profile,
                spelt,
                states if alone.leans and len(states) == 1 else named or states,
                self._vocabulary,
            ),
            states=states,
            target=_target(fold(alone.question), places),
            credentials=self._vocabulary.credentials_of(alone.question),
            aspects=self._aspects(alone.question),
            topics=tuple(self._vocabulary.topic_pattern.findall(fold(alone.question))),
            details=self._vocabulary.details_of(alone.question),
            age=age_in(spelt),
            yes_no=is_yes_no(spelt) or (alone.leans and is_yes_no(alone.question)),
            leans=alone.leans,
            wants_more=alone.wants_more,
            in_context=in_context(question, heard) if heard and not alone.wants_more else None,
        )

    def _in_english(self, question: str) -> str:
        """The question with its Spanish words in English; places whose names are such words are named again."""
        english = self._vocabulary.in_english(question)
        if english == question:
            return question
        kept = {place.code for place in find_places(english, self._cities)}
        lost = [p.code for p in find_places(question, self._cities) if p.code not in kept]
        return " ".join([english, *(f"in {place_name(code)}" for code in lost)])

    def _aspects(self, question: str) -> tuple[Aspect, ...]:
        """What is asked about; to pay for an application is a fee, and no pay."""
        found = self._vocabulary.aspects_of(question)
        if not asks_what_to_pay(question):
            return found
        names = {aspect.name for aspect in found} - {"pay"} | {"fee"}
        return tuple(aspect for aspect in self._vocabulary.aspects if aspect.name in names)

    def _former(self, turn: Turn) -> str:
        """What a former turn asked; of one that was declined only the place that it named."""
        declined = turn.answer is not None and turn.answer.outcome == "declined"
        if not (declined or refusal_of(turn.question)):
            said = turn.answer.claims() if turn.answer else ()
            return by_name(turn.standalone_question, said[0].text if said else "", self._vocabulary)
        return " ".join(place_name(place.code) for place in find_places(turn.question, self._cities))

    def _core(self, question: str) -> str:
        """The question without courtesies, and a long one without sentences that only tell of the person.

        They blur the vector; in a short question they carry the subject ("I have a record. Who decides?").
        A sentence that names a place, a credential or an aspect is kept.
        """
        if len(question.split()) <= _SHORT:
            core = _FRAME.sub(" ", question).strip(" ,.;:-")
            return core if len(core.split()) > 1 else question
        kept = [
            sentence
            for sentence in _SENTENCE_BREAK.split(question)
            if _ASKS.search(fold(sentence))
            or self._vocabulary.aspects_of(sentence)
            or self._vocabulary.credentials_of(sentence)
            or find_places(sentence, self._cities)
        ]
        core = " ".join(kept) if any(_ASKS.search(fold(s)) for s in kept) else question
        core = _FRAME.sub(" ", core).strip(" ,.;:-")
        return core if len(core.split()) > 1 else question


_FIGURE = re.compile(
    r"\bhow (?:much|many|long|old|often|soon)\b|\b(?:fees?|costs?|price|age|score|hours|hrs|ratio|salary|wage|percent\w*|deadline|due)\b"
)
_SHORT = 40  # words
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")  # people begin sentences in small letters
_ASKS = re.compile(
    r"\?|^\W*(?:and |but |so |or )?(?:is|are|can|could|do|does|did|will|would|should|may|what|whats|how|hows|which|where|wheres|who|when|whens|why|any)\b"
)
_YES_NO = re.compile(
    r"\b(?:can|could|do|does|did|is|are|am|will|would|should|may|must|have|has) (?:i|you|we|they|he|she|it|techs?|technicians?|there|my|students?|u)\b|"
    r"(?:^|[,.;:?!]\s*|\b(?:and|but|so|then|wondering if|wonder if|know if|tell me if|asking if|if)\s+)"
    r"(?:do|does|did|can|could|is|are|was|will|would|should|may|must|has|have|am)\s+"
    r"(?:i|you|we|they|he|she|it|a|an|the|my|there|people|someone|anyone|techs?|technicians?|pharmacy|pharm|your|one|my|that|this|ptcb|nha|states?|all|every|"
    r"[a-z]+)\b"
)
_OTHER_FORM = re.compile(
    r"\b(?:how (?:much|many|long|old|do|does|can|to|is|are|often|far|hard)|what|when|where|which|who|why)\b"
)
_TO = re.compile(r"\b(?:to|into|for)\s+(?:the\s+)?$")
_FROM = re.compile(
    r"\b(?:from|leaving|left|worked|(?<!get )(?<!be )(?<!getting )(?<!become )(?:licensed|registered|certified)|live|lived|living|tech|technician|based|hours|years)\b"
    r"[^.,?!;]{0,25}$"
)


def _target(folded: str, places: Sequence[Place]) -> str | None:
    """Of the places named the one behind "to"; else the first that is not where one comes from."""
    if not places:
        return None
    behind_to = [place for place in places if _TO.search(folded[: place.start])]
    if behind_to and len(places) > 1:
        return behind_to[-1].code
    others = [place for place in places if not _FROM.search(folded[: place.start])]
    return (others or places[-1:])[0].code


_FRAME = re.compile(
    r"(?i)\b(?:what (?:do|should|can) i (?:tell|say to|advise)\s+(?:him|her|them|my \w+|the \w+)|any (?:advice|help|ideas?|tips)|please help|"
    r"thanks?(?: you| in advance)?|help me(?: out)?|(?:my|the|a|one of my) (?:student|advisee|client|kid|daughter|son|niece|nephew|friend|cousin|sister|brother|mom|boss|manager)s? "
    r"(?:asks?|asked|wants? to know|keeps asking|is asking|was wondering|told me to ask)(?: me)?(?: (?:if|whether|about|that))?|"
    r"(?:hi|hello|hey)(?: there)?|i (?:was|am|'m) (?:just )?(?:wondering|curious)(?: (?:if|whether|about))?|(?:can|could) (?:you|u) (?:please )?tell me|do (?:you|u) know|i (?:want|need|would like|'d like) to know|quick question|so basically|lol|pls|plz|please)\b[\s,:;.!?-]*"
)


def _heard(history: Sequence[Turn]) -> list[str]:
    """The former questions as asked, those left out that were declined."""
    return [
        turn.question
        for turn in history
        if not ((turn.answer and turn.answer.outcome == "declined") or refusal_of(turn.question))
    ]


def is_yes_no(question: str) -> bool:
    """Whether a question can be answered by yes or no."""
    folded = fold(question)
    last = re.split(r"[.!?]\s+(?=\w)", folded.strip())[-1]
    match = _YES_NO.search(last)
    if match is None:
        return False
    other = _OTHER_FORM.search(last)
    return other is None or match.start() < other.start()


def is_comparison(question: str) -> bool:
    """Whether a question sets things side by side."""
    return bool(
        re.search(
            r"\b(?:vs\.?|versus|compare[ds]?|comparison|difference|differences|differ|better|or|between)\b",
            fold(question),
        )
    )


def _updated(profile: Profile, question: str, states: Sequence[str], vocabulary: Vocabulary) -> Profile:
    """The profile with what this question tells of the person."""
    said = told(question)
    if len(states) == 1:
        said = replace(said, state=states[0])
    elif len(states) == 2 and re.search(r"\b(?:mov\w+|relocat\w+|transfer\w*)\b", fold(question)):
        said = replace(said, state=states[-1])
    named = vocabulary.credentials_of(question)
    if named and (said.stage == "certified" or said.expires):
        said = replace(said, credential=named[0])
    return merged(profile, said)
