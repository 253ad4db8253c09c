"""A question -> what it is about (credentials, topics, places) and the words it asks with.

What a follow-up leaves out is taken from the frame of a turn before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answering.places import find_places
from assistant.answering.vocabulary import Vocabulary
from assistant.text import STOP_WORDS, fold, terms, words

__all__ = ["BARE", "GENERIC", "Frame", "frame_of", "own_terms"]

# Stems that ask something of a subject and name none: "how much", "how long does it take".
GENERIC = frozenset(
    """long take cost much fee hard easi differ old much hour year month day week pay happen start step first
    next best worth good bad time requir list detail exampl kind type websit phone number link number contact
    appli exactli expens cheap cheaper price salari wage pass fail score renew expir deadlin valid state one
    question ask tell say often soon mani due strict strong tough lenient wors high low larg small quick slow
    short harder easier faster bigger better total""".split()
)
# Aspects that a new one of the same sort replaces; the others (renewal, late ...) stay the matter.
_QUANTITIES = frozenset({"fee", "pay", "age", "ratio"})
# Aspects that are asked of a subject; the others (trainee, vaccines ...) can be the subject.
_ATTRIBUTES = frozenset(
    "pass fee age diploma background ratio certification board become pay permitted".split()
)
# With a credential or a topic as their subject these are asked of it too.
_OF_THINGS = _ATTRIBUTES | {"ce", "renewal"}
# A person's lot, which still holds in the next turn.
_CIRCUMSTANCES = frozenset({"criminal", "late", "foreign", "military", "trainee", "diploma"})
# Words that ask, judge or tell, and name nothing that a later turn could be about.
_LIGHT = frozenset(
    """long many much hard soon often old far next best better first what which who whom year years still take
    takes make makes live lives want wants new now someone people student students tech techs technician
    technicians pharm pharmacy allow let lets comparing compare class become becoming
    again happens happen later please english since
    worth easy easier harder cheap cheaper cheapest fast faster quicker longer shorter stricter worse good bad
    hate hates love loves like likes eventually right away even tho though maybe probably total free
    start starting yesterday today tomorrow ago already yet
    vs versus compared difference differ else matter
    cousin sister brother mom dad wife husband friend boyfriend girlfriend son daughter kid boss coworker
    niece nephew aunt uncle grandma grandson granddaughter stepson stepdaughter advisee run runs going
    im ive id dont cant wont didnt doesnt isnt arent wasnt hes shes theyre youre gonna gotta tryna lol jk btw
    ugh different question questions idk omg tbh rn thx plz pls k im says said saying keeps
    told heard""".split()
)
# An aspect's words that ask nothing by themselves: "how often?", "due when?".
BARE = frozenset({"how often", "due", "valid"})
# How words of an aspect begin that name no matter.
_OPENINGS = ("becom", "start", "get ", "can a", "can t", "how do", "what do")
_PAPER = re.compile(r"\b(?:cert|certificate|certification|exam|test|course|class|program|apprenticeship)\b")
_MATTER_WORDS = 4  # more words than this are a story, not a matter
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """What a question is about, each as it was spoken, folded."""

    credentials: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()  # codes
    subject: str | None = None  # its few nouns; "" when there are none, None when it tells a story
    matter: str = ""  # what is asked of it, quantities left out: "ce hours", "renew license"
    quantity: str = ""  # the fee, pay, age or ratio asked for, as spoken
    circumstance: str = ""  # felony, lapsed ...: what holds of the person
    paper: str = ""  # certificate, exam, course ...: as spoken, the last one
    hours: str = ""  # continuing education, as spoken, where it is spoken of

    @property
    def things(self) -> tuple[str, ...]:
        """The credentials, else the topics."""
        return self.credentials or self.topics


def frame_of(question: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> Frame:
    """Read a stand-alone question."""
    folded = fold(question)
    places = find_places(question, cities)
    credentials = tuple(dict.fromkeys(vocabulary.credential_pattern.findall(folded)))
    topics = tuple(dict.fromkeys(vocabulary.topic_pattern.findall(folded)))
    bare = folded
    for place in sorted(places, key=lambda place: -place.start):
        bare = bare[: place.start] + " " + bare[place.end :]
    spoken = {a.name: m.group(1) for a in vocabulary.aspects if (m := a.words.search(folded))}
    kept = vocabulary.topic_pattern.sub(" ", vocabulary.credential_pattern.sub(" ", bare))
    for aspect in vocabulary.aspects:
        if aspect.name in _QUANTITIES:
            kept = aspect.words.sub(" ", kept)
    return Frame(
        credentials,
        topics,
        tuple(place.code for place in places),
        _subject(bare, credentials, topics, spoken, vocabulary),
        _matter(kept, spoken),
        " ".join(said for name, said in spoken.items() if name in _QUANTITIES),
        " ".join(said for name, said in spoken.items() if name in _CIRCUMSTANCES),
        next(iter(reversed(_PAPER.findall(folded))), ""),
        spoken.get("ce", ""),
    )


def own_terms(question: str) -> list[str]:
    """The terms of a question that name something."""
    return [term for term in terms(question) if term not in GENERIC]


def _subject(
    bare: str,
    credentials: tuple[str, ...],
    topics: tuple[str, ...],
    spoken: Mapping[str, str],
    vocabulary: Vocabulary,
) -> str | None:
    named = credentials or topics
    nouns = _nouns(vocabulary.topic_pattern.sub(" ", vocabulary.credential_pattern.sub(" ", bare)))
    if named and (credentials or len(nouns) <= _MATTER_WORDS):
        beside = [said for name, said in spoken.items() if name not in _OF_THINGS and said not in named]
        return " ".join(dict.fromkeys([*named, *beside]))
    special = [said for name, said in spoken.items() if name not in _ATTRIBUTES and said not in BARE]
    for aspect in vocabulary.aspects:
        if aspect.name in _ATTRIBUTES:
            bare = aspect.words.sub(" ", bare)
    kept = [noun for noun in _nouns(bare) if not any(noun in said for said in special)]
    if special:
        return " ".join([*special, *(kept if len(kept) < _FEW_WORDS else ())])
    return " ".join(kept) if len(kept) <= _FEW_WORDS else None


def _matter(kept: str, spoken: Mapping[str, str]) -> str:
    asked = [said for name, said in spoken.items() if name not in _QUANTITIES and said not in BARE]
    asked = [said for said in asked if said in kept and not said.startswith(_OPENINGS)]
    nouns = [noun for noun in _nouns(kept) if not any(noun in said.split() for said in asked)]
    return " ".join(dict.fromkeys([*asked, *(nouns if len(nouns) <= _MATTER_WORDS else ())]))


def _nouns(text: str) -> list[str]:
    text = re.sub(r"\b(?:by the way|at all)\b", " ", text)
    return [word for word in words(text) if word not in STOP_WORDS and word not in _LIGHT]
