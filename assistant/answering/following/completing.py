"""A question that leans -> the same with the subject, the person's lot and the place of the turn before."""

from __future__ import annotations

import re

from assistant.answering.following.exchanging import the_other
from assistant.answering.following.subject import EARNED, STATE_PAPER, subject_of, with_subject
from assistant.answering.following.talk import Talk
from assistant.answering.following.whole_turn import behind_it, with_whole_turn
from assistant.answering.frames import Frame, own_terms
from assistant.answering.other_place import OPENER, WHAT_ABOUT
from assistant.text import fold, words

__all__ = ["completed", "with_lot"]

_IN_ENGLISH = re.compile(r"\bin english(?: please)?\b[\s,]*")
_WHAT_IF = re.compile(r"^\W*(?:what about|how about|what if)\s+")
# Terms of its own with which a question stands by itself, where no subject can be added; and where the turn
# before asked only for a fee or the like.
_ENOUGH, _SOME = 3, 1
_HOW_MUCH = re.compile(r"^how much(?: (?:is|are|does|for)\b(?: (?:it|that|this|they|one)\b)?)?$")
_TOTAL = re.compile(
    r"^(?:so )?(?:how much|what(?:'?s| is| does it cost)?)(?: (?:is|does|would|will|for|it|that|all|of|this|everything|cost|be|the|in))* "
    r"(?:total|altogether|all together|all in all|everything)(?: cost)?$|"
    r"^how much (?:will|would|does|is) all (?:of )?(?:that|this|it|those)\b.{0,12}$|^total (?:cost )?for\b"
)
# What a state's board is asked of a national credential.
_DUTY = re.compile(
    r"\b(?:need|needs|have to|has to|must|require[ds]?|mandatory|accept\w*|recogni\w+|allowed|instead|licen[sc]e|regist\w+|work)\b"
)
# "do they accept it": the board or the certifier is asked about, which the place or the credential names.
_BODY = re.compile(
    r"\b(?:do|does|will|would) (?:they|it) (?:accept|require|want|take|let|ask|need|recogni[sz]e)\b"
)
_EXAM = re.compile(r"\b(?:exams?|tests?)\b")
_EXAM_ITSELF = re.compile(
    r"\b(?:hard|difficult|easy|long|minutes|questions?|at home|online|pass\w*|scor\w+|fail\w*|retake|study|math|practice|take it|give you)\b"
)
_WHAT_ELSE = re.compile(r"^(?:and )?what else\b")
_PERMISSION = re.compile(
    r"\b(?:can|could|may|will|would|do|does|am|are|is)\b.{0,20}\b(?:i|he|she|they|it|me|him|her|ptcb|nha|board|employers?|pharmac\w+)\b"
)


def completed(talk: Talk, question: str) -> str:
    """The question with what it leaves to the turn before: subject, credential and place."""
    asked = _IN_ENGLISH.sub(" ", OPENER.sub("", fold(question), count=1))
    asked = _WHAT_IF.sub("", asked).strip(" ?.!") or fold(question)
    if _TOTAL.search(asked):
        return _in_total(talk)
    found = the_other(talk, asked) or with_whole_turn(talk, question, asked)
    if found:
        return found
    if _WHAT_ELSE.search(asked) and own_terms(asked):
        return talk.in_place(asked)  # of the same place, and other than what was spoken of
    if _HOW_MUCH.search(asked) and not EARNED.search(talk.frame.quantity):
        asked = "how much does it cost"
    return _about_subject(talk, question, asked)


def _about_subject(talk: Talk, question: str, asked: str) -> str:
    frame = talk.read(asked)
    subject = subject_of(talk, question, asked, frame)
    if subject is None and talk.aspects(asked):
        return talk.in_place(asked)
    if WHAT_ABOUT.match(fold(question)) and len(own_terms(asked)) >= _ENOUGH and not talk.frame.things:
        return talk.in_place(asked)  # a matter of its own
    nothing_to_add = subject == "" and not (talk.frame.matter or talk.frame.things)
    if not subject and len(own_terms(asked)) >= (_SOME if nothing_to_add else _ENOUGH):
        return talk.in_place(asked)
    if subject is None or (not subject and not frame.circumstance and not talk.aspects(asked)):
        if frame.places and len(talk.places(talk.before)) > 1:  # chosen from several: the rest is past
            return f"{asked} {talk.frame.matter}".strip()
        return behind_it(talk, asked)
    if frame.credentials and (talk.frame.credentials or _BODY.search(asked)):
        return talk.in_place(asked)
    whole = with_subject(talk, asked, subject)
    national = _of_the_certifier(talk, frame, asked) or _of_the_exam(frame, asked, subject)
    return whole if national else talk.in_place(whole)


def _of_the_exam(frame: Frame, asked: str, subject: str) -> bool:
    """Whether the exam itself is asked about, or a credential by name: the place has no say in it."""
    exam = _EXAM.search(subject) and not frame.places and _EXAM_ITSELF.search(asked)
    return bool(exam or frame.credentials) and not _DUTY.search(asked)


def _in_total(talk: Talk) -> str:
    """All that it costs to get what is spoken of, or to become a technician."""
    things = " ".join(talk.frame.things)
    goal = "" if things else " to become a pharmacy technician"
    return talk.in_place(with_subject(talk, f"how much does it cost in total{goal}", things))


def _of_the_certifier(talk: Talk, frame: Frame, asked: str) -> bool:
    """Whether a price or a date of a certifier is asked, whatever place was spoken of before."""
    national = {"fee", "pass", "ce", "renewal", "late"} & {aspect.name for aspect in talk.aspects(asked)}
    return bool(frame.credentials and national) and not STATE_PAPER.search(asked)


def with_lot(talk: Talk, question: str) -> str | None:
    """With what the person told of themselves in the turn before: "will PTCB let me"."""
    lot = talk.frame.circumstance
    short = len(words(question)) < 9 and _PERMISSION.search(fold(question))
    if not (lot and short) or talk.read(question).circumstance:
        return None
    whole = f"{question.rstrip(' ?.!')} {lot}"
    return whole if talk.read(question).credentials else talk.in_place(whole)
