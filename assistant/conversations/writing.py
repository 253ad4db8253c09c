"""A question, an answered turn, a chosen branch -> rows. turns.py says in which transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from assistant.conversations.branches import path_to
from assistant.conversations.owned import owned_turn
from assistant.conversations.reading import answered_nodes, history_of
from assistant.conversations.search import plain_text, search_words
from assistant.conversations.stored import NewTurn, Pending, Visitor
from assistant.conversations.tables import ANSWERED, PENDING, ConversationRow, TurnRow
from assistant.conversations.transcript import answer_to_text, profile_from_text, profile_to_text
from assistant.conversations.wording import StorageWording
from assistant.errors import WrongUseError
from assistant.types import Profile

__all__ = [
    "add_conversation",
    "add_question",
    "pending_of",
    "row_of",
    "show_branch",
    "title_of",
    "waiting_turn",
]

_TITLE_LENGTH = 70  # characters of a question that serve as a title


def title_of(question: str) -> str:
    """A question -> a title: its beginning, cut between words."""
    text = " ".join(question.split())
    if len(text) <= _TITLE_LENGTH:
        return text
    cut = text[:_TITLE_LENGTH].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.-')} …"


def add_conversation(
    session: Session, visitor: Visitor, title: str, now: datetime, profile: Profile
) -> ConversationRow:
    """A conversation without turns."""
    row = ConversationRow(
        id=uuid4().hex, visitor_id=visitor.id, title=title, title_words=search_words(title), created=now,
        touched=now, profile=profile_to_text(profile), leans_after=None,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def add_question(
    session: Session, conversation: ConversationRow, parent: str | None, question: str, now: datetime,
    profile: Profile,
) -> Pending:  # fmt: skip
    """A question that waits, after `parent`; the conversation is held by the caller."""
    newest = select(func.max(TurnRow.number)).where(TurnRow.conversation_id == conversation.id)
    row = TurnRow(
        id=uuid4().hex, conversation_id=conversation.id, parent_id=parent,
        number=(session.scalar(newest) or 0) + 1, state=PENDING, chosen=False, question=question,
        profile=profile_to_text(profile), asked=now, brought=False, words="",
    )  # fmt: skip
    conversation.touched = now
    session.add(row)
    session.flush()
    return pending_of(session, conversation, row)


def pending_of(session: Session, conversation: ConversationRow, row: TurnRow) -> Pending:
    """A waiting question with what its answer may lean on."""
    history = history_of(session, conversation, row.parent_id)
    return Pending(row.id, conversation.id, row.question, history, profile_from_text(row.profile))


def waiting_turn(session: Session, visitor: Visitor, turn: str, lock: bool = False) -> TurnRow:
    """A visitor's turn without an answer; WrongUseError when it has one."""
    row = owned_turn(session, visitor, turn, lock)
    if row.state != PENDING:
        raise WrongUseError(StorageWording.NOT_WAITING)
    return row


def show_branch(session: Session, conversation: str, turn: str) -> None:
    """At each fork on the way to a turn, choose the way that leads to it."""
    nodes = answered_nodes(session, conversation)
    way = set(path_to(turn, nodes))
    forks = {node.parent for node in nodes if node.id in way}
    for node in nodes:
        on_way = node.id in way
        if node.parent in forks and node.chosen != on_way:
            session.execute(update(TurnRow).where(TurnRow.id == node.id).values(chosen=on_way))


def row_of(
    turn: NewTurn, id: str, conversation: str, parent: str | None, number: int, brought: bool
) -> TurnRow:
    """An answered turn from elsewhere as a row."""
    return TurnRow(
        id=id, conversation_id=conversation, parent_id=parent, number=number, state=ANSWERED,
        chosen=turn.chosen, question=turn.question, profile=profile_to_text(turn.profile), asked=turn.asked,
        answered=turn.answered, answer=answer_to_text(turn.answer), generation=turn.generation,
        brought=brought, words=search_words(f"{turn.question} {plain_text(turn.answer)}"),
    )  # fmt: skip
