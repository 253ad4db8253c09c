"""What a question that leans is about: few words of the turn before, and their place in the question."""

from __future__ import annotations

import re

from assistant.answering.following.leaning import STILL
from assistant.answering.following.pointing import LAST_PRONOUN, without_expletives
from assistant.answering.following.talk import Talk
from assistant.answering.frames import BARE, Frame, own_terms
from assistant.answering.other_place import WHAT_ABOUT
from assistant.text import fold

__all__ = ["EARNED", "STATE_PAPER", "subject_of", "with_subject"]

EARNED = re.compile(r"\b(?:pay|paid|earn|salar|wage|make|income|hour)")
_HOW_MUCH_MORE = re.compile(r"\b(?:much|more|less)\b")
STATE_PAPER = re.compile(r"\b(?:registration|licen[sc]e|permit)\b")
_ASKS = re.compile(r"\b(?:how|what|when|where|why|who|which|can|could|do|does|is|are|will)\b")
# "can they audit me": they are the board or the certifier, whatever was spoken of.
_OF_THE_BODY = re.compile(
    r"\bthey (?:\w+ )?(?:accept|require|want|take|let|ask|need|recogni[sz]e|audit|check|deny|denied|reject|approve|revoke|fine|suspend|"
    r"charge|refund|notify|email|mail|send|contact|call|care|run|look|find out|see|know)\b"
)
_THEY_GIVE = re.compile(r"\bthey (?:give|allow|let|make|charge|send|tell) (?:you|u|me|us|ya)\b")
# "does that include the exam": a part of the sum that was spoken of.
_INCLUDES = re.compile(r"\b(?:includes?|included|including|cover(?:s|ed)?|separate(?:ly)?)\b")
# What one can hold, take or qualify for.
_POINTS_AT_PAPER = re.compile(
    r"\b(?:requirements?|qualify|eligib\w+|expire|last|valid|renew|cost|price|fee|expensive|hard|pass|score|questions|take|"
    r"get)\b.{0,12}\b(?:it|that|one)\b|\b(?:it|that|one)\b.{0,12}\b(?:expire|last|valid|cost|expensive|hard|worth)\b"
)
_IT = re.compile(r"\b(?:it|that|one)\b")
_THE_SUM = "the total cost"
_OF_PEOPLE = frozenset({"trainee", "foreign", "military"})  # aspects of people for whom other rules hold
_TELLS = 2  # terms of its own with which a question points at what it tells itself
_ROLE = re.compile(
    r"(?:pharmacist|nurse|educator|instructor|manager|supervisor|lead tech(?:nician)?|(?:physician|medical) assistant)s?"
)
_TAKES = re.compile(r"\b(?:would|will|does|did) it take$")
# After a matter, not a thing, was spoken of, "they" are the technicians.
_PEOPLE = re.compile(r"\bthey\b(?= (?:do|need|get|work|have|give(?! (?:you|me|u|us))|take|say|sign)\b)")


def subject_of(talk: Talk, question: str, asked: str, frame: Frame) -> str | None:
    """What a question is taken to be about; "" nothing, None the whole turn before.

    Args:
        talk: the former turns.
        question: as it was put.
        asked: the same without its opener, folded.
        frame: what it names itself.
    """
    former = talk.frame
    if frame.places and STATE_PAPER.search(asked) and former.credentials:
        return former.matter  # of the state's own paper, not of the certification spoken of before
    if any(aspect.name == "board" for aspect in talk.aspects(asked)):
        return " ".join(former.things)  # whom to ask, whatever it was about
    if _is_bare(talk, asked) and former.matter:
        more = _HOW_MUCH_MORE.search(asked) and EARNED.search(former.quantity)
        earned = [former.quantity] if more else []
        return " ".join(dict.fromkeys([*earned, former.matter, *former.things]))
    if _asks_for_another(talk, question, asked):
        return ""
    if not former.subject and former.circumstance and not frame.circumstance:
        return former.circumstance
    if frame.places and talk.aspects(asked):
        return ""
    if former.quantity and _INCLUDES.search(asked) and LAST_PRONOUN.search(asked):
        return _THE_SUM
    return _what_is_meant(talk, question, asked)


def _asks_for_another(talk: Talk, question: str, asked: str) -> bool:
    """Whether it turns from one rule of a place to another: "what about a background check".

    A fee is one of what was spoken of, and what is asked behind a fee adds to it; so does any rule for people
    of one kind, such as trainees.
    """
    turns = WHAT_ABOUT.match(fold(question)) and talk.frame.places and not talk.frame.things
    if (
        not turns
        or talk.frame.quantity
        or talk.read(asked).quantity
        or _OF_PEOPLE & {a.name for a in talk.aspects(talk.before)}
    ):
        return False
    return any(aspect.jurisdiction for aspect in talk.aspects(asked))


def _what_is_meant(talk: Talk, question: str, asked: str) -> str | None:
    """Of what the turn before spoke of: the sum, the paper, the hours, or its subject."""
    former = talk.frame
    added = WHAT_ABOUT.match(fold(question)) and not _ASKS.search(asked)
    pointing = not former.things and LAST_PRONOUN.search(asked) and not talk.aspects(asked)
    pointing = pointing and len(own_terms(asked)) < _TELLS  # "i have asthma, does that matter": not the sum
    if former.quantity and (pointing or (added and not talk.asks_something(asked))):
        said = former.subject or talk.aspects(asked)
        return f"{former.quantity} {former.subject or ''}".strip() if said else None
    if former.subject and former.paper and _POINTS_AT_PAPER.search(asked) and not talk.frame.credentials:
        return f"{former.subject} {former.paper}"  # not the work, but the paper or the test for it
    if former.subject == "" and former.paper and _IT.search(asked):
        return former.paper
    if former.subject and former.hours and not talk.aspects(asked) and former.hours not in former.subject:
        return f"{former.subject} {former.hours}"  # the hours are what "they" are, not the certification
    return " ".join(talk.lasting) or former.subject


def with_subject(talk: Talk, asked: str, subject: str) -> str:
    """The subject in the pronoun's place, else behind the question."""
    if not talk.frame.things:
        asked = _PEOPLE.sub("technicians", asked)
    pronoun = LAST_PRONOUN.search(without_expletives(asked))
    if pronoun and pronoun.group() == "they" and _is_body(talk, asked):
        credentials = " ".join(talk.frame.credentials)  # whose certifier they are; else the place says who
        return f"{asked} {credentials}".strip()
    if pronoun and _THEY_GIVE.search(asked):
        return f"{asked} {subject}".strip()
    if subject and pronoun and (place := _last(pronoun.group(), asked)):
        article = "the " if talk.vocabulary.credentials_of(subject) else ""
        return f"{asked[: place.start()]}{article}{subject}{asked[place.end() :]}"
    if _ROLE.fullmatch(subject) and _TAKES.search(asked):
        return f"{asked} to become a {subject}"
    return asked if subject in asked else f"{asked} {subject}"


def _is_body(talk: Talk, asked: str) -> bool:
    """Whether "they" are a board or a certifier: where people are spoken of, they are those people."""
    return not talk.frame.topics and bool(_OF_THE_BODY.search(asked) and own_terms(asked))


def _last(word: str, text: str) -> re.Match[str] | None:
    """The last time that a word stands in a text as a word."""
    *_, last = [None, *re.finditer(rf"\b{re.escape(word)}\b", text)]
    return last


def _is_bare(talk: Talk, asked: str) -> bool:
    """Whether a question asks for a quantity or a time and names nothing: "how much?", "by when?"."""
    named = [m.group(1) for a in talk.vocabulary.aspects if (m := a.words.search(fold(asked)))]
    quantity = talk.read(asked).quantity
    matters = [name for name in named if name not in BARE and name not in quantity]
    return not matters and (not own_terms(asked) or bool(STILL.search(asked)))
