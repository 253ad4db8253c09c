"""Whether a question can be understood alone."""

from __future__ import annotations

import re

from assistant.answering.following.pointing import PRONOUN, without_expletives
from assistant.answering.following.talk import Talk
from assistant.answering.frames import own_terms
from assistant.answering.other_place import OPENER, WHAT_ABOUT
from assistant.text import fold, words

__all__ = ["STILL", "leans"]

STILL = re.compile(r"\b(?:still|after that|in that case|anyway)\b")
_IS_THERE = re.compile(r"^\W*(?:and |but |so )?(?:is|are) there\b|^\W*any\b")
_MIN_OWN_TERMS = 3
_SHORT = 8  # words
_OF_JOBS = frozenset({"training", "certification", "experience", "pay"})


def leans(talk: Talk, question: str) -> bool:
    """Whether a question needs the turn before it."""
    folded = fold(question)
    own = own_terms(question)
    frame = talk.read(question)
    pronoun = PRONOUN.search(without_expletives(folded)) is not None
    asks = any(aspect.credential for aspect in talk.aspects(question))
    if frame.credentials and asks and not pronoun:
        return False  # "what does the PTCE cost" says both what and of what
    if WHAT_ABOUT.match(folded):
        return len(own) < 6
    if not own:
        return True
    if pronoun and len(own) < 4 and not (frame.credentials and len(own) >= 3):
        return True
    if OPENER.match(folded) and len(own) < _MIN_OWN_TERMS:
        return True
    if len(own) < 2 and len(words(question)) < 7 and not frame.credentials:
        return True
    if _IS_THERE.search(folded) and len(words(question)) < 9 and not frame.things and not frame.places:
        return True
    if STILL.search(folded) and len(words(question)) < 8 and not frame.things:
        return True
    # "lapsed 6 months, what then" right after a credential or a topic was spoken of is about that.
    if frame.things or frame.places or len(words(question)) >= _SHORT:
        return False
    return bool((asks and talk.frame.things) or (talk.frame.topics and _of_a_job(talk, question)))


def _of_a_job(talk: Talk, question: str) -> bool:
    """Whether something is asked that every kind of work has: training, pay, a certificate."""
    return bool(_OF_JOBS & {aspect.name for aspect in talk.aspects(question)})
