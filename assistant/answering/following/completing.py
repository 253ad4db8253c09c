"""A question that leans -> the same with the subject, the person's lot and the place of the turn before."""

from __future__ import annotations

import re

from assistant.answering.following.exchanging import the_other
from assistant.answering.following.leaning import STILL
from assistant.answering.following.pointing import LAST_PRONOUN, without_expletives
from assistant.answering.following.talk import Talk
from assistant.answering.frames import BARE, Frame, own_terms
from assistant.answering.other_place import OPENER, WHAT_ABOUT
from assistant.text import fold, words

__all__ = ["completed", "with_lot", "with_subject"]

_IN_ENGLISH = re.compile(r"\bin english(?: please)?\b[\s,]*")
_WHAT_IF = re.compile(r"^\W*(?:what about|how about|what if)\s+")
_ASKS = re.compile(r"\b(?:how|what|when|where|why|who|which|can|could|do|does|is|are|will)\b")
_HOW_MUCH = re.compile(r"^how much(?: (?:is|are|does|for)\b(?: (?:it|that|this|they|one)\b)?)?$")
_EARNED = re.compile(r"\b(?:pay|paid|earn|salar|wage|make|income|hour)")
_STATE_PAPER = re.compile(r"\b(?:registration|licen[sc]e|permit)\b")
# "do they accept it": the board or the certifier is asked about, which the place or the credential names.
_BODY = re.compile(
    r"\b(?:do|does|will|would) (?:they|it) (?:accept|require|want|take|let|ask|need|recogni[sz]e)\b"
)
# After a matter, not a thing, was spoken of, "they" are the technicians.
_PEOPLE = re.compile(r"\bthey\b(?= (?:do|need|get|work|have|give|take|say|sign)\b)")
_PERMISSION = re.compile(
    r"\b(?:can|could|may|will|would|do|does|am|are|is)\b.{0,20}\b(?:i|he|she|they|it|me|him|her|ptcb|nha|board|employers?|pharmac\w+)\b"
)


def completed(talk: Talk, question: str) -> str:
    """The question with what it leaves to the turn before: subject, credential and place."""
    asked = _IN_ENGLISH.sub(" ", OPENER.sub("", fold(question), count=1))
    asked = _WHAT_IF.sub("", asked).strip(" ?.!") or fold(question)
    other = the_other(talk, asked)
    if other:
        return other
    if _HOW_MUCH.search(asked) and not _EARNED.search(talk.frame.quantity):
        asked = "how much does it cost"
    frame = talk.read(asked)
    subject = _subject(talk, question, asked, frame)
    if subject is None and talk.aspects(asked):
        return talk.in_place(asked)
    if subject is None or (not subject and not frame.circumstance and not talk.aspects(asked)):
        before = talk.before.rsplit(" - ", 1)[-1].rstrip(" ?.!")
        return talk.in_place(f"{asked} - {before}")
    if frame.credentials and (talk.frame.credentials or _BODY.search(asked)):
        return talk.in_place(asked)
    return talk.in_place(with_subject(talk, asked, subject))


def with_subject(talk: Talk, asked: str, subject: str) -> str:
    """The subject in the pronoun's place, else behind the question."""
    if not talk.frame.things:
        asked = _PEOPLE.sub("technicians", asked)
    pronoun = LAST_PRONOUN.search(without_expletives(asked))
    if subject and pronoun and pronoun.group() in asked:
        head, _, tail = asked.rpartition(pronoun.group())
        article = "the " if talk.vocabulary.credentials_of(subject) else ""
        return f"{head}{article}{subject}{tail}"
    return asked if subject in asked else f"{asked} {subject}"


def with_lot(talk: Talk, question: str) -> str | None:
    """With what the person told of themselves in the turn before: "will PTCB let me"."""
    lot = talk.frame.circumstance
    short = len(words(question)) < 9 and _PERMISSION.search(fold(question))
    if not (lot and short) or talk.read(question).circumstance:
        return None
    whole = f"{question.rstrip(' ?.!')} {lot}"
    return whole if talk.read(question).credentials else talk.in_place(whole)


def _subject(talk: Talk, question: str, asked: str, frame: Frame) -> str | None:
    """What the question is taken to be about: few words of the turn before; None: all of it."""
    former = talk.frame
    if frame.places and _STATE_PAPER.search(asked) and former.credentials:
        return former.matter  # of the state's own paper, not of the certification spoken of before
    if _is_bare(talk, asked) and former.matter:
        return " ".join(dict.fromkeys([former.matter, *former.things]))
    if not former.subject and former.circumstance and not frame.circumstance:
        return former.circumstance
    if frame.places and talk.aspects(asked):
        return ""
    added = WHAT_ABOUT.match(fold(question)) and not _ASKS.search(asked)
    pointing = not former.things and LAST_PRONOUN.search(asked) and not talk.aspects(asked)
    if former.quantity and (pointing or (added and not talk.asks_something(asked))):
        said = former.subject or talk.aspects(asked)
        return f"{former.quantity} {former.subject or ''}".strip() if said else None
    return former.subject


def _is_bare(talk: Talk, asked: str) -> bool:
    """Whether a question asks for a quantity or a time and names nothing: "how much?", "by when?"."""
    named = [m.group(1) for a in talk.vocabulary.aspects if (m := a.words.search(fold(asked)))]
    quantity = talk.read(asked).quantity
    matters = [name for name in named if name not in BARE and name not in quantity]
    return not matters and (not own_terms(asked) or bool(STILL.search(asked)))
