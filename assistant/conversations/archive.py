"""Settings -> everything that is kept: visitors, conversations, turns, links, thumbs, in one database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from assistant.conversations.database import Database
from assistant.conversations.feedback import Thumbs
from assistant.conversations.migrate import open_database
from assistant.conversations.repository import Conversations
from assistant.conversations.shares import Shares
from assistant.conversations.stored import Swept
from assistant.conversations.tables import ConversationRow, DeviceCodeRow, VisitorRow
from assistant.conversations.turns import Turns
from assistant.conversations.visitors import Visitors
from assistant.settings import Settings

__all__ = ["Archive", "open_archive"]

_EMPTY_VISITOR_LIFE = timedelta(days=400)  # browsers keep no cookie for longer


@dataclass(frozen=True, slots=True)
class Archive:
    """The doors of this room. One archive serves all threads of a process."""

    database: Database
    visitors: Visitors
    conversations: Conversations
    turns: Turns
    shares: Shares
    thumbs: Thumbs

    def sweep(self, now: datetime, retention_days: int | None) -> Swept:
        """Delete what its time has passed: to be called at the start of a server and once a day.

        Args:
            now: the moment.
            retention_days: conversations untouched for so many days go, links included; None keeps them.
        """
        conversations = 0
        if retention_days is not None:
            conversations = self.conversations.delete_untouched(now - timedelta(days=retention_days))
        with self.database.writing() as session:
            codes = session.scalars(
                delete(DeviceCodeRow).where(DeviceCodeRow.expires <= now).returning(DeviceCodeRow.code_hash)
            ).all()
            keeps = select(ConversationRow.id).where(ConversationRow.visitor_id == VisitorRow.id).exists()
            visitors = session.scalars(
                delete(VisitorRow)
                .where(VisitorRow.seen < now - _EMPTY_VISITOR_LIFE, ~keeps)
                .returning(VisitorRow.id)
            ).all()
        self.database.forget_traces()
        return Swept(conversations, len(visitors), len(codes))

    def check(self) -> None:
        """Whether the database answers; StorageError when it does not."""
        with self.database.reading() as session:
            session.execute(select(VisitorRow.id).limit(1))

    def close(self) -> None:
        """Close every connection."""
        self.database.close()


def open_archive(settings: Settings) -> Archive:
    """The archive of these settings, its database brought to its present form.

    Raises:
        SettingsError: TECHPATH_DATABASE_URL cannot be used, or its server does not answer.
        StorageError: the database cannot be opened, or a newer TechPath wrote it.
    """
    database = open_database(settings)
    return Archive(
        database, Visitors(database), Conversations(database), Turns(database), Shares(database),
        Thumbs(database),
    )  # fmt: skip
