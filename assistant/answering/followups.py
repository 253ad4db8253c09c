"""A question in its conversation -> a question that stands alone.

No language model: a follow-up of this field leans on the turn before it in few ways, and each has a
file of `following/`. Whole former turns are not glued on when the question stands by itself, because that
hurts retrieval when the topic has changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.following.asides import without_asides
from assistant.answering.following.completing import completed, with_lot
from assistant.answering.following.exchanging import corrected, exchanged
from assistant.answering.following.grouping import about_several
from assistant.answering.following.leaning import leans
from assistant.answering.following.listed import about_item
from assistant.answering.following.pointing import THERE, without_expletives
from assistant.answering.following.requests import (
    asks_for_more,
    asks_for_sources,
    asks_in_short,
    asks_why,
)
from assistant.answering.following.subject import with_subject
from assistant.answering.following.talk import Talk
from assistant.answering.following.whole_turn import behind_it
from assistant.answering.vocabulary import Vocabulary
from assistant.text import fold

__all__ = ["Lean", "Standalone", "stand_alone"]


Lean = Literal["if needed", "subject", "whole turn"]


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question rewritten to be understood without its conversation."""

    question: str
    leans: bool  # whether it took something from the turn before
    wants_more: bool = False  # asks for more of the same: what was said is not said again


_ENDS_THERE = re.compile(r"\b(?:there|here)\W*$")
_BACK_TO_FIRST = re.compile(
    r"\b(?:back to (?:the |my )?first one|first (?:thing|question)|(?:earlier|original) question|"
    r"where we started)\b"
)
_ELSEWHERE = re.compile(r"\b(?:states?|national(?:ly)?|country|nationwide|everywhere|anywhere|in general)\b")
_BACK = re.compile(
    r"^\W*(?:(?:ok|okay|so|now|anyway|thanks)\b[\s,]*)*(?:(?:going |go |getting )?back to|returning to)\b\s*"
)


def stand_alone(
    question: str,
    history: Sequence[str],
    cities: Mapping[str, str],
    vocabulary: Vocabulary,
    lean: Lean = "if needed",
    listed: Sequence[str] = (),
) -> Standalone:
    """Rewrite a question with what it takes from its conversation.

    Args:
        question: as asked, spelling corrected.
        history: the stand-alone forms of the former turns, oldest first.
        cities: for reading places.
        vocabulary: for reading credentials, topics and aspects.
        lean: what to take from the turn before, where not only what the question seems to need.
        listed: the items of the list that the last answer gave, for "the second one".
    """
    if not history:
        return Standalone(question, False)
    talk = Talk(history, cities, vocabulary)
    if lean == "whole turn":
        return Standalone(behind_it(talk, without_asides(talk, fold(question)).strip(" ?.!")), True)
    return _about_the_answer(talk, question, listed) or _about_the_matter(talk, question, lean)


def _about_the_answer(talk: Talk, question: str, listed: Sequence[str]) -> Standalone | None:
    """A question about what was said last; None where it asks something else."""
    if asks_for_sources(question) or asks_in_short(question):
        return Standalone(talk.before, True)
    if _BACK_TO_FIRST.search(fold(question)) and len(talk.history) > 1:
        first = Talk(talk.history[:1], talk.cities, talk.vocabulary)
        return Standalone(completed(first, _BACK_TO_FIRST.sub(" ", fold(question))), True)
    if item := about_item(talk, question, listed):
        return Standalone(item[0], True, wants_more=item[1])
    if asks_for_more(question):
        return Standalone(_about(talk), True, wants_more=True)
    if asks_why(question):
        return Standalone(behind_it(talk, fold(question).strip(" ?.!")), True)
    return None


def _about_the_matter(talk: Talk, question: str, lean: Lean) -> Standalone:
    """A question about what is talked of, each way of leaning in turn."""
    question = _without_return(talk, without_asides(talk, question))
    found = about_several(talk, question) or corrected(talk, question) or exchanged(talk, question)
    if found:
        return Standalone(found, True)
    if _ENDS_THERE.search(fold(question)) and talk.asks_something(question):
        return Standalone(talk.in_place(question), True)
    if lean == "subject" or leans(talk, question):
        return Standalone(completed(talk, question), True)
    if THERE.search(without_expletives(fold(question))):
        return Standalone(talk.in_place(question), True)
    placed = with_lot(talk, question) or _in_same_place(talk, question)
    return Standalone(placed, True) if placed else Standalone(question, False)


def _about(talk: Talk) -> str:
    """A request for more about the subject of the turn before."""
    subject = talk.frame.subject
    return talk.in_place(f"tell me about {subject}") if subject and talk.frame.things else talk.before


def _in_same_place(talk: Talk, question: str) -> str | None:
    """What a place's record tells, asked right after it: training, certification, a change of name.

    What always differs from state to state is left as it is: there the state of the person decides.
    """
    frame = talk.read(question)
    asked = [aspect for aspect in talk.aspects(question) if aspect.jurisdiction]
    if (
        not asked
        or frame.things
        or frame.places
        or not talk.frame.places
        or _ELSEWHERE.search(fold(question))
    ):
        return None
    by_state = any(aspect.by_state or aspect.name == "pay" for aspect in talk.aspects(question))
    return None if by_state or talk.frame.things else talk.in_place(question)


def _without_return(talk: Talk, question: str) -> str:
    """A return that names its subject: "back to prior auth, what does it pay"."""
    match = _BACK.match(fold(question))
    head, _, tail = question[match.end() :].partition(",") if match else ("", "", "")
    if not tail.strip() or not talk.read(head).things:
        return question
    return with_subject(talk, fold(tail).strip(" ?.!"), head.strip())
