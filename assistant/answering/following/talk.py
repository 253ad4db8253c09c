"""The former turns of a conversation, read: what was asked last, of what, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.frames import Frame, frame_of
from assistant.answering.other_place import mentions_all
from assistant.answering.places import Place, find_places, place_name, town_in
from assistant.answering.vocabulary import Aspect, Vocabulary
from assistant.text import fold, words

__all__ = ["Talk"]

# Asked of all places, whatever one was spoken of.
_ANY_PLACE = re.compile(r"\b(?:a|any|which|what|other|another|every|each|all|no|some) (?:other )?states?\b")
_LASTING = 4  # turns for which a credential stays what is talked of
_SHORT = 14  # words up to which a completed turn is read whole, what it leaned on included


class Talk:
    """What a question may take from the turns before it. Holds at least one turn."""

    def __init__(self, history: Sequence[str], cities: Mapping[str, str], vocabulary: Vocabulary) -> None:
        """Read the last turn.

        Args:
            history: the stand-alone forms of the former turns, oldest first; not empty.
            cities: for reading places.
            vocabulary: for reading credentials, topics and aspects.
        """
        self.history = history
        self.cities = cities
        self.vocabulary = vocabulary
        self.before = history[-1]  # the last turn, as it was asked to be
        whole = len(words(self.before)) <= _SHORT
        self.frame = self.read(self.before if whole else self.before.rsplit(" - ", 1)[-1])

    @property
    def lasting(self) -> tuple[str, ...]:
        """The credentials spoken of before the last turn, where that names neither any nor a topic."""
        if self.frame.things:
            return ()
        earlier = (self.read(turn) for turn in reversed(self.history[-_LASTING:-1]))
        return next((frame.credentials for frame in earlier if frame.things), ())

    def read(self, question: str) -> Frame:
        """What a question is about."""
        return frame_of(question, self.cities, self.vocabulary)

    def places(self, question: str) -> list[Place]:
        """The places that a question names."""
        return find_places(question, self.cities)

    def town(self, rest: str) -> Place | None:
        """The place of a town that is all that is said, which needs no preposition to be one."""
        return None if self.read(rest).things else town_in(rest, self.cities)

    def aspects(self, question: str) -> tuple[Aspect, ...]:
        """What a question asks about."""
        return self.vocabulary.aspects_of(question)

    def asks_something(self, question: str) -> bool:
        """Whether a question asks about more than becoming a technician and what one may do."""
        return any(aspect.name not in ("become", "permitted") for aspect in self.aspects(question))

    def bare(self) -> str:
        """The last turn, folded, without its end mark."""
        return fold(self.before).rstrip(" ?.!")

    def in_place(self, question: str) -> str:
        """A question with the place spoken of, where it names none of its own."""
        if self.places(question) or _ANY_PLACE.search(fold(question)):
            return question
        former = self.places(self.before)
        if not former or mentions_all(question, former):
            return question
        return f"{question.rstrip(' ?.!')} in {place_name(former[-1].code)}?"
