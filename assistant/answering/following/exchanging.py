"""A turn that changes one thing only -> the question before, with that thing changed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.following.talk import Talk
from assistant.answering.other_place import OPENER, WHAT_ABOUT, is_only_place, with_place, without_places
from assistant.text import fold, terms, words

__all__ = ["corrected", "exchanged", "the_other"]

_CORRECTION = re.compile(
    r"^\W*(?:(?:no|nope|wait|sorry|oops|actually|not that|nah)\b[\s,.!-]*)+(?:(?:i|we)\s+(?:actually\s+)?(?:meant|mean|was asking about|am asking about|asked about|said|want(?:ed)?)\b\s*(?:to (?:ask|know) about\b)?|the\b)?\s*|^\W*(?:i meant|i mean|i was asking about)\b\s*"
)
_OTHER = re.compile(
    r"\b(?:the other(?: one| exam| test| cert\w*)?|other one|the second(?: one)?|the latter)\b"
)
_OTHERS: Mapping[str, str] = {"ptcb-cpht": "the ExCPT of NHA", "nha-cpht": "the PTCE of PTCB"}
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
    if not rest or len(terms(rest)) > 4:
        return None
    return exchanged(talk, rest) or talk.in_place(f"{rest.rstrip(' ?.!')} {talk.frame.subject or ''}".strip())


def exchanged(talk: Talk, question: str) -> str | None:
    """The question before, asked of another place, credential, topic or age; None when more is said."""
    places = talk.places(question)
    if places and is_only_place(question, places, talk.cities):
        return with_place(talk.before, places, talk.cities)
    asked = OPENER.sub("", WHAT_ABOUT.sub("", fold(question)).strip() + " ").strip(" ?.!,")
    if not asked or _OTHER.search(asked):
        return None
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


def _with_thing(talk: Talk, pattern: re.Pattern[str], name: str, asked: str) -> str:
    before = talk.bare()
    if pattern.search(before):
        return pattern.sub(name, before, count=1)
    if pattern is talk.vocabulary.credential_pattern:  # a certifier is asked about, not the board
        return f"{without_places(before, talk.cities)} {name}"
    return f"{before} {name if pattern is _AGE else asked}"
