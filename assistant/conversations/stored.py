"""What this room hands out: frozen values, never rows. Moments are aware and in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assistant.types import Answer, Profile, Turn

__all__ = [
    "Conversation",
    "DeviceCode",
    "Feedback",
    "FeedbackEntry",
    "Match",
    "NewShare",
    "NewTurn",
    "OpenedShare",
    "Pending",
    "Share",
    "StoredTurn",
    "Summary",
    "Swept",
    "Thumb",
    "Unanswered",
    "Visitor",
]

Thumb = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who keeps something here, as the key that they showed opens it."""

    id: str
    secret: bytes = field(repr=False)  # opens their link tokens; it is stored sealed only


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What a person types on the other device, and until when."""

    code: str = field(repr=False)  # XXXX-XXXX-XXXX
    expires: datetime


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that is kept and waits for its answer, with what the answer may lean on."""

    turn: str
    conversation: str
    question: str
    history: tuple[Turn, ...]
    profile: Profile
    corrected: bool = False  # the person has set the profile; what the question tells of them changes it not


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A question with its whole answer."""

    id: str
    parent: str | None
    question: str
    answer: Answer
    asked: datetime
    answered: datetime
    generation: str | None  # the index that it was answered from
    brought: bool  # read from a file: this installation did not write it and vouches for nothing in it
    branches: tuple[str, ...]  # the turns of this parent, itself among them, oldest first

    @property
    def turn(self) -> Turn:
        """As the chain takes it."""
        return Turn(self.question, self.answer.standalone_question, self.answer)


@dataclass(frozen=True, slots=True)
class NewTurn:
    """An answered turn from elsewhere, about to be kept."""

    question: str
    answer: Answer
    asked: datetime
    answered: datetime
    parent: int | None  # place of its parent among the turns given, 0-based; None starts a branch
    chosen: bool = True
    profile: Profile = Profile()
    generation: str | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question whose answer never came, for instance because the program was stopped."""

    turn: str
    question: str
    asked: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as it is shown: one branch of it, from its first turn to its last."""

    id: str
    title: str
    created: datetime
    touched: datetime
    turns: tuple[StoredTurn, ...]
    unanswered: Unanswered | None  # asked after the last of `turns`
    profile: Profile  # what is known of the person for the next question
    leans_after: str | None  # a turn id: the next question leans on the turns after it only

    @property
    def leaned_on(self) -> tuple[Turn, ...]:
        """The turns that the next question may lean on."""
        ids = [turn.id for turn in self.turns]
        start = ids.index(self.leans_after) + 1 if self.leans_after in ids else 0
        return tuple(turn.turn for turn in self.turns[start:])


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation in the list."""

    id: str
    title: str
    created: datetime
    touched: datetime
    turns: int  # answered ones, in all branches
    links: int  # links that open now


@dataclass(frozen=True, slots=True)
class Match:
    """Where a search found its words."""

    conversation: str
    title: str
    turn: str | None  # None: in the title
    excerpt: str
    touched: datetime


@dataclass(frozen=True, slots=True)
class NewShare:
    """A link just made; nobody but its owner is ever given the token again."""

    id: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Share:
    """A link on its owner's list, or on the administrator's, who gets no token."""

    id: str
    conversation: str
    note: str
    created: datetime
    updated: datetime
    expires: datetime | None
    revoked: datetime | None
    opened: int  # how often; by whom is not known
    token: str | None = field(repr=False)

    def state(self, now: datetime) -> Literal["open", "expired", "revoked"]:
        """Whether it opens at this moment, and if not, why."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= now else "open"


@dataclass(frozen=True, slots=True)
class OpenedShare:
    """What a link shows."""

    id: str
    snapshot: str
    note: str
    created: datetime
    updated: datetime
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """A visitor's thumb on an answer."""

    turn: str
    thumb: Thumb
    reason: str
    given: datetime


@dataclass(frozen=True, slots=True)
class FeedbackEntry:
    """A thumb as the people who mend the knowledge read it; it does not say whose it is."""

    turn: str
    thumb: Thumb
    reason: str
    given: datetime
    question: str
    standalone_question: str
    outcome: str
    engine: str
    chunks: tuple[str, ...]  # ids of the cited chunks, in order
    generation: str | None


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed."""

    conversations: int
    visitors: int
    codes: int
