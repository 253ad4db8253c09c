"""A question in its conversation -> a question that stands alone.

No language model: a follow-up of this field leans on the turn before it in few ways, and each has a
rule here. Whole former turns are not glued on when the question stands by itself, because that hurts
retrieval when the topic has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.places import JURISDICTIONS, Place, find_places, place_name
from assistant.answering.vocabulary import Vocabulary
from assistant.text import STOP_WORDS, fold, terms, words

__all__ = ["Standalone", "stand_alone"]


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question rewritten to be understood without its conversation."""

    question: str
    leans: bool  # whether it took something from the turn before
    wants_more: bool = False  # asks for more of the same: what was said is not said again


_OPENER = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|also|then|well|cool|great|thanks|thank you|alright|oh|hmm+|wait|um+|yeah|yes|no|nope|right|y)\b[\s,.!-]*)+"
)
_WHAT_ABOUT = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then|also|thanks|cool)\b[\s,]*)*(?:what about|how about|what if(?: it'?s| i'?m| i am)?|y|and|same (?:question |thing )?(?:for|in|but))\b\s*"
)
_CORRECTION = re.compile(
    r"^\W*(?:(?:no|nope|wait|sorry|oops|actually|not that|nah)\b[\s,.!-]*)+(?:(?:i|we)\s+(?:actually\s+)?(?:meant|mean|was asking about|am asking about|asked about|said|want(?:ed)?)\b\s*(?:to (?:ask|know) about\b)?|the\b)?\s*|^\W*(?:i meant|i mean|i was asking about)\b\s*"
)
_MORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|yes|please|can you|could you|thanks)\b[\s,]*)*(?:tell me more|more(?: (?:info|information|details?|please))?|go on|continue|what else|anything else|explain(?: (?:that|it|more|further))?|elaborate|say more|give me more(?: details?)?|keep going|expand(?: on (?:that|it))?)\W*$"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|it's|that|this|those|these|they|them|their|one|ones|the other|other one|the same|there|either|both|neither|the first|the second|the latter|the former|he|she|such)\b"
)
_OTHER = re.compile(
    r"\b(?:the other(?: one| exam| test| cert\w*)?|other one|the second(?: one)?|the latter)\b"
)
_THERE = re.compile(r"\b(?:there|here|that state|my state|this state|in that state)\b")
# Questions made of closed-class words and an aspect only: "how much?", "how long does it take?"
_MIN_OWN_TERMS = 3
_GENERIC = frozenset(
    "long take cost much fee hard easi differ old much hour year month day week pay happen start step first next best worth "
    "good bad time requir list detail exampl kind type websit phone number link number contact appli exactli expens cheap "
    "pass fail score renew expir deadlin valid state one question ask tell say".split()
)
_OTHERS: Mapping[str, str] = {"ptcb-cpht": "the ExCPT of NHA", "nha-cpht": "the PTCE of PTCB"}
# Aspects that are asked of a subject; the others (trainee, vaccines ...) can be the subject.
_ATTRIBUTES = frozenset(
    "pass ce renewal fee age diploma background ratio certification board become pay".split()
)
_ASKING = frozenset(
    "long many much hard soon often old far next best first what which who whom year years".split()
)
_SUBJECT_WORDS = 3  # more words than this are a story, not a noun; then the whole turn is kept
_LAST_PRONOUN = re.compile(
    r"\b(?:that one|this one|the one|it|that|this|those|these|they|them|one)\b(?!.*\b(?:it|that|this|those|these|they|them|one)\b)"
)


def stand_alone(
    question: str,
    history: Sequence[str],
    cities: Mapping[str, str],
    vocabulary: Vocabulary,
    lean: bool = False,
) -> Standalone:
    """Rewrite a question with what it takes from its conversation.

    Args:
        question: as asked, spelling corrected.
        history: the stand-alone forms of the former turns, oldest first.
        cities: for reading places.
        vocabulary: for reading credentials and aspects.
        lean: complete the question even where it seems to stand by itself.
    """
    if not history:
        return Standalone(question, False)
    before = history[-1]
    if _MORE.match(fold(question)):
        return Standalone(_about(before, cities, vocabulary), True, wants_more=True)
    places = find_places(question, cities)
    correction = _CORRECTION.match(fold(question))
    rest = question[correction.end() :].strip() if correction and correction.end() else ""
    if rest and len(terms(rest)) <= 4:
        return Standalone(_corrected(rest, before, cities, vocabulary), True)
    if places and _is_only_place(question, places, cities):
        return Standalone(_with_place(before, places, cities), True)
    if lean or _leans(question, before, vocabulary):
        return Standalone(_completed(question, before, cities, vocabulary), True)
    if _THERE.search(fold(question)):
        return Standalone(_in_place(question, before, cities), True)
    return Standalone(question, False)


# What people put around a place when it is all that they change.
_AROUND_PLACE = frozenset(
    """in for to from i im m am live lives s it is about state my the of and or if same move there near now instead
    work located based a city next door over neighboring sister brother friend cousin mom she he wife husband her
    his then please u""".split()
)


def _leans(question: str, before: str, vocabulary: Vocabulary) -> bool:
    """Whether a question cannot be understood alone."""
    folded = fold(question)
    own = [term for term in terms(question) if term not in _GENERIC]
    named = bool(vocabulary.credentials_of(question))
    pronoun = _PRONOUN.search(_strip_expletives(folded)) is not None
    asks = any(aspect.credential for aspect in vocabulary.aspects_of(question))
    if named and asks and not pronoun:
        return False  # "what does the PTCE cost" says both what and of what
    if _WHAT_ABOUT.match(folded):
        return len(own) < 6
    if not own:
        return True
    if pronoun and len(own) < 4 and not (named and len(own) >= 3):
        return True
    if _OPENER.match(folded) and len(own) < _MIN_OWN_TERMS:
        return True
    if len(own) < 2 and len(words(question)) < 7 and not named:
        return True
    # "lapsed 6 months, what then" right after a credential was spoken of is about that credential.
    return asks and not named and len(words(question)) < 7 and bool(vocabulary.credentials_of(before))


def _strip_expletives(folded: str) -> str:
    """Without the "it", "that", "there" and "this" that point at nothing."""
    return re.sub(
        r"\bis it (?:true|possible|hard|worth|ok|okay|legal|better|easy|too late|necessary|required|normal)\b|\bit (?:is|takes?)\b(?= to\b)|"
        r"\b(?:are|is) there\b|\bthere (?:is|are)\b|\bdoes it (?:take|cost)(?= .{0,20}\bto\b)|\b(?:says?|said|told|heard|know|think|means?|so|tells) (?:me )?that\b|"
        r"\bthis (?:job|career|field|year|work)\b|\bthat (?:i|you|we|a|the|is|are|can|will)\b|\bone (?:hour|year|day|state)\b|\bno one\b|\bwill it take(?= .{0,20}\bto\b)",
        " ",
        folded,
    )


def _is_only_place(question: str, places: Sequence[Place], cities: Mapping[str, str]) -> bool:
    """Whether all that a question says is a place: "and in Ohio?", "texas", "what about NY"."""
    rest = fold(question)
    for place in sorted(places, key=lambda place: -place.start):
        rest = rest[: place.start] + " " + rest[place.end :]
    rest = _WHAT_ABOUT.sub("", rest)
    rest = _OPENER.sub("", rest.strip() + " ")
    left = [word for word in words(rest) if word not in _AROUND_PLACE]
    return not left


def _with_place(before: str, places: Sequence[Place], cities: Mapping[str, str]) -> str:
    """The question before, asked of another place."""
    names = " and ".join(place_name(place.code) for place in places)
    former = find_places(before, cities)
    if not former:
        return f"{before.rstrip(' ?.!')} in {names}?"
    text = fold(before)
    plain = before if len(text) == len(before) else text
    first = True
    for place in sorted(former, key=lambda place: -place.start):
        last = place is min(former, key=lambda place: place.start)
        plain = plain[: place.start] + (names if last else "") + plain[place.end :]
        first = False
    return re.sub(r"\s{2,}", " ", plain) if not first else plain


def _corrected(rest: str, before: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """What was meant, of the same subject and in the same place."""
    places = find_places(rest, cities)
    if places and _is_only_place(rest, places, cities):
        return _with_place(before, places, cities)
    named = vocabulary.credential_pattern.search(fold(rest))
    if named and not vocabulary.aspects_of(vocabulary.credential_pattern.sub("", fold(rest))):
        if vocabulary.credentials_of(before):
            return vocabulary.credential_pattern.sub(named.group(1), fold(before), count=1)
        return f"{before.rstrip(' ?.!')} {named.group(1)}"
    subject = _subject(before, cities, vocabulary)
    return _in_place(f"{rest.rstrip(' ?.!')} {subject or ''}".strip(), before, cities)


def _about(before: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """A request for more about the subject of the turn before."""
    subject = _subject(before, cities, vocabulary)
    return _in_place(f"tell me about {subject}", before, cities) if subject else before


def _completed(question: str, before: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The question with what it leaves to the turn before: subject, credential and place."""
    asked = _OPENER.sub("", fold(question), count=1)
    asked = re.sub(r"^\W*(?:what about|how about|what if)\s+", "", asked).strip(" ?.!") or fold(question)
    before = before.rsplit(" - ", 1)[-1]  # what an earlier follow-up leaned on, not the follow-up itself
    former = vocabulary.credentials_of(before)
    if _OTHER.search(asked) and former and former[-1] in _OTHERS:
        topic = vocabulary.credential_pattern.sub("", fold(before))
        asked = _OTHER.sub(_OTHERS[former[-1]], asked)
        own = [term for term in terms(asked) if term not in terms(_OTHERS[former[-1]])]
        return _in_place(asked if own else f"{topic.rstrip(' ?.!')} {asked}", before, cities)
    subject = _subject(before, cities, vocabulary)
    if vocabulary.credentials_of(asked) and not _own_terms(asked, vocabulary):
        # "and the ExCPT?": the same question about another credential.
        name = vocabulary.credential_pattern.search(asked)
        if former and name:
            return vocabulary.credential_pattern.sub(name.group(1), fold(before), count=1)
    if subject is None or (not subject and not vocabulary.aspects_of(asked)):
        return _in_place(f"{asked} - {before.rstrip(' ?.!')}", before, cities)
    pronoun = _LAST_PRONOUN.search(_strip_expletives(asked))
    if subject and pronoun and pronoun.group() in asked:
        head, _, tail = asked.rpartition(pronoun.group())
        article = "the " if vocabulary.credentials_of(subject) else ""
        completed = f"{head}{article}{subject}{tail}"
    else:
        completed = f"{asked} {subject}" if subject not in asked else asked
    return _in_place(completed, before, cities)


def _own_terms(asked: str, vocabulary: Vocabulary) -> list[str]:
    return [t for t in terms(vocabulary.credential_pattern.sub("", asked)) if t not in _GENERIC]


def _subject(before: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> str | None:
    """What the turn before was about: its credentials, else its nouns, without what it asked of them.

    "" when it was about nothing but a place; None when it tells a story that no few words hold.
    """
    folded = fold(before)
    named = list(dict.fromkeys(vocabulary.credential_pattern.findall(folded)))
    if named:
        topics = [
            match.group(1)
            for aspect in vocabulary.aspects
            if aspect.name not in _ATTRIBUTES and (match := aspect.words.search(folded))
        ]
        return " ".join(dict.fromkeys([*named, *topics]))
    for place in sorted(find_places(before, cities), key=lambda place: -place.start):
        folded = folded[: place.start] + " " + folded[place.end :]
    for aspect in vocabulary.aspects:
        if aspect.name in _ATTRIBUTES:
            folded = aspect.words.sub(" ", folded)
    kept = [word for word in words(folded) if word not in STOP_WORDS and word not in _ASKING]
    return " ".join(kept) if len(kept) <= _SUBJECT_WORDS else None


def _in_place(question: str, before: str, cities: Mapping[str, str]) -> str:
    if find_places(question, cities):
        return question
    former = find_places(before, cities)
    if not former or _mentions_all(question, former):
        return question
    return f"{question.rstrip(' ?.!')} in {place_name(former[-1].code)}?"


def _mentions_all(question: str, places: Sequence[Place]) -> bool:
    folded = fold(question)
    return all(fold(JURISDICTIONS[place.code]) in folded for place in places)
