"""A turn that changes one thing only -> the question before, with that thing changed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.following.talk import Talk
from assistant.answering.other_place import OPENER, WHAT_ABOUT, is_only_place, with_place, without_places
from assistant.answering.places import Place
from assistant.text import fold, terms, words

__all__ = ["corrected", "exchanged", "the_other"]

_CORRECTION = re.compile(
    r"^\W*(?:(?:no|nope|wait|sorry|oops|whoops|my bad|scratch that|correction|hold on|nvm|never ?mind|i take that back|ugh|lol|actually|not that|nah)\b[\s,.!-]*)+(?:(?:i|we)\s+(?:actually\s+)?(?:meant|mean|was asking about|am asking about|asked about|said|want(?:ed)?)\b\s*(?:to (?:ask|know) about\b)?|the\b)?\s*|^\W*(?:i meant|i mean|i was asking about)\b\s*"
)
_OTHER = re.compile(
    r"\b(?:the other(?: one| exam| test| cert\w*)?|other one|the second(?: one)?|the latter)\b"
)
_OTHERS: Mapping[str, str] = {"ptcb-cpht": "the ExCPT of NHA", "nha-cpht": "the PTCE of PTCB"}
# In what something is counted: "per hour?", "is that a year or a month".
_UNIT_NAME = r"(?:an?|per|each|every|by the) (?:hour|day|week|month|year|renewal|cycle)|hourly|weekly|monthly|yearly|annually"
_UNIT = re.compile(rf"(?:is (?:that|it|this) )?(?:for )?(?:{_UNIT_NAME})(?: or (?:{_UNIT_NAME}))?")
_UNIT_SAID = re.compile(rf" (?:{_UNIT_NAME})(?: or (?:{_UNIT_NAME}))?(?=$| )")
_POINTS = re.compile(r"^(?:is (?:that|it|this) )?(?:for )?")
_NOT = re.compile(r"\bnot (?:in |for |the )?$")
_AGE = re.compile(r"(?<![\w$.-])(1[2-9]|[2-7]\d)(?![\w%-])")
# What stands around the one thing that a follow-up changes: "and at a hospital?", "what about for nha".
_AROUND_THING = frozenset(
    """for at in to a an the as and or if i im m is it with about of my from of on by do does what how instead then
    same too also there pharmacy tech techs technician technicians job jobs work working role one ones exam cert certification please""".split()
)


def corrected(talk: Talk, question: str) -> str | None:
    """What was meant instead: another matter of the same subject, or the same of another."""
    match = _CORRECTION.match(fold(question))
    rest = question[match.end() :].strip() if match and match.end() else ""
    if rest and _excludes(talk, question):
        return talk.before  # "no, not DC, the state": it was understood so before
    if place := _meant(talk, rest):
        return with_place(talk.before, [place], talk.cities)
    if not rest or len(terms(rest)) > 4:
        return None
    return exchanged(talk, rest) or talk.in_place(f"{rest.rstrip(' ?.!')} {talk.frame.subject or ''}".strip())


def exchanged(talk: Talk, question: str) -> str | None:
    """The question before, asked of another place, credential, topic or age; None when more is said."""
    asked = OPENER.sub("", WHAT_ABOUT.sub("", fold(question)).strip() + " ").strip(" ?.!,")
    places = talk.places(question)
    if places and is_only_place(question, places):
        return with_place(talk.before, places, talk.cities)
    if not places and (town := talk.town(asked)):
        return with_place(talk.before, [town], talk.cities)
    if not asked or _OTHER.search(asked):
        return None
    if _UNIT.fullmatch(asked):
        return f"{_UNIT_SAID.sub('', talk.bare()).strip()} {_POINTS.sub('', asked)}"
    frame = talk.read(asked)
    for pattern in (talk.vocabulary.credential_pattern, talk.vocabulary.topic_pattern, _AGE):
        named = pattern.search(asked)
        left = [word for word in words(pattern.sub(" ", asked)) if word not in _AROUND_THING]
        if named and not left and not frame.places:
            return _with_thing(talk, pattern, named.group(1), asked)
    return None


def the_other(talk: Talk, asked: str) -> str | None:
    """The other of the two certifications: "and the other one?"."""
    former = talk.vocabulary.credentials_of(talk.before)
    if not (_OTHER.search(asked) and former and former[-1] in _OTHERS):
        return None
    name = _OTHERS[former[-1]]
    asked = _OTHER.sub(name, asked)
    if [term for term in terms(asked) if term not in terms(name)]:
        return talk.in_place(asked)
    topic = talk.vocabulary.credential_pattern.sub(name, talk.bare(), count=1)
    return talk.in_place(topic.replace("the the ", "the "))


def _excludes(talk: Talk, question: str) -> bool:
    """Whether a correction names only a place that is not meant, and not the one spoken of."""
    folded = fold(question)
    places, former = talk.places(question), {place.code for place in talk.places(talk.before)}
    denied = [place for place in places if _NOT.search(folded[: place.start])]
    return bool(places) and denied == places and not former & {place.code for place in denied}


def _meant(talk: Talk, rest: str) -> Place | None:
    """The place that a correction begins with: "georgia, my sister is the one in tampa"."""
    places = talk.places(rest)
    first = next((place for place in places if not words(fold(rest)[: place.start])), None)
    left = words(fold(rest)[first.end :]) if first else []
    return first if first and (len(places) > 1 or "not" in left) else None


def _with_thing(talk: Talk, pattern: re.Pattern[str], name: str, asked: str) -> str:
    before = talk.bare()
    if pattern.search(before):
        return pattern.sub(name, before, count=1)
    if pattern is talk.vocabulary.credential_pattern:  # a certifier is asked about, not the board
        return f"{without_places(before, talk.cities)} {name}"
    return f"{before} {name if pattern is _AGE else asked}"
