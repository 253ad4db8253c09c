"""A question that needs all that the turn before asked: a condition on it, "can they make me do it"."""

from __future__ import annotations

import re

from assistant.answering.following.talk import Talk
from assistant.answering.frames import own_terms
from assistant.text import fold, terms, words

__all__ = ["behind_it", "with_whole_turn"]

# "and if i already have it", "what if she waits": the question before, on a condition.
_CONDITION = re.compile(
    r"^\W*(?:what if|(?:and|but|even|so|ok|only)\W+(?:what )?if|if|unless)\s+(?=(?:i|im|i'm|ive|he|she|we|you|they|my)\b)"
)
_ASKS_BEHIND = re.compile(
    r"\b(?:can|could|do|does|will|would|should|is|are) (?:i|he|she|they|it|we|my)\b|,\s*(?:what|how|when|who|which)\b"
)
_FORMER_CONDITION = re.compile(r" if .*$")
_DO_IT = re.compile(
    r"\b(?:forced?|make|made|requires?|required|refuse|have|has|supposed|told)\b.{0,20}\bdo (?:it|this|that)\b"
)
_LONG = 24  # words; a longer question is no sentence to hang a condition on


def with_whole_turn(talk: Talk, question: str, asked: str) -> str | None:
    """The question with the one before it; None when fewer words of it do.

    Args:
        talk: the former turns.
        question: as it was put.
        asked: the same without its opener, folded.
    """
    if condition := _on_condition(talk, question):
        return condition
    return behind_it(talk, asked) if _does_it(talk, asked) else None


def behind_it(talk: Talk, asked: str) -> str:
    """A question with the one before it, as that was put, behind it."""
    return talk.in_place(f"{asked} - {talk.before.rsplit(' - ', 1)[-1].rstrip(' ?.!')}")


def _on_condition(talk: Talk, question: str) -> str | None:
    """The question before, on the condition that is all that this one says."""
    match = _CONDITION.match(fold(question))
    if match is None or (talk.frame.subject is None and len(words(talk.before)) > _LONG):
        return None
    condition = fold(question)[match.end() :].strip(" ?.!,")
    if _ASKS_BEHIND.search(condition) or talk.read(condition).circumstance:
        return None  # it asks something itself, or tells of the person: "what if im a month late"
    before = _FORMER_CONDITION.sub("", talk.bare())
    return talk.in_place(f"{before} if {condition}")


def _does_it(talk: Talk, asked: str) -> bool:
    """Whether "do it" stands for something done that the turn before tells with more than its subject."""
    match = _DO_IT.search(asked)
    told = [term for term in own_terms(talk.before) if term not in terms(" ".join(talk.frame.things))]
    return bool(match and match.start() and len(told) > 1) and len(words(talk.before)) <= _LONG
