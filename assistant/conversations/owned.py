"""A visitor and an id -> the row, if it is theirs. Every door of this room goes through here."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversations.stored import Visitor
from assistant.conversations.tables import ConversationRow, ShareRow, TurnRow
from assistant.conversations.wording import StorageWording
from assistant.errors import NotYoursError

__all__ = ["owned_conversation", "owned_share", "owned_turn"]


def owned_conversation(session: Session, visitor: Visitor, id: str, lock: bool = False) -> ConversationRow:
    """A visitor's conversation.

    Args:
        session: the open transaction.
        visitor: who asks.
        id: of the conversation.
        lock: keep other writers of this conversation waiting until the end of the transaction;
            on SQLite every writer waits anyhow.

    Raises:
        NotYoursError: there is none of this id, or it is somebody else's.
    """
    wanted = select(ConversationRow).where(ConversationRow.id == id, ConversationRow.visitor_id == visitor.id)
    row = session.scalars(wanted.with_for_update() if lock else wanted).one_or_none()
    if row is None:
        raise NotYoursError(StorageWording.NO_CONVERSATION)
    return row


def owned_turn(session: Session, visitor: Visitor, id: str, lock: bool = False) -> TurnRow:
    """A turn of one of a visitor's conversations; `lock` holds the conversation. NotYoursError as above."""
    of = session.scalar(select(TurnRow.conversation_id).where(TurnRow.id == id))
    if of is None:
        raise NotYoursError(StorageWording.NO_CONVERSATION)
    owned_conversation(session, visitor, of, lock)
    row = session.scalars(
        select(TurnRow).where(TurnRow.id == id).execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:  # withdrawn while this one waited for the lock
        raise NotYoursError(StorageWording.NO_CONVERSATION)
    return row


def owned_share(session: Session, visitor: Visitor, id: str) -> ShareRow:
    """A visitor's link, held until the end of the transaction. NotYoursError as above."""
    row = session.scalars(
        select(ShareRow).where(ShareRow.id == id, ShareRow.visitor_id == visitor.id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NotYoursError(StorageWording.NO_LINK)
    return row
