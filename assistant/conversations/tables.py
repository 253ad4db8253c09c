"""The tables of what is kept. Rows never leave this room; stored.py has what is handed out.

Texts that a person or an answer wrote stand in four places only: conversations, turns, shares and
feedback. All four go with the conversation, by ON DELETE CASCADE.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, ForeignKey, Index, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

__all__ = [
    "ANSWERED",
    "PENDING",
    "Base",
    "ConversationRow",
    "DeviceCodeRow",
    "FeedbackRow",
    "Moment",
    "PlainText",
    "ShareRow",
    "TurnRow",
    "VisitorKeyRow",
    "VisitorRow",
]

PENDING, ANSWERED = "pending", "answered"


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; SQLite has no time zones, so that it is made aware again on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware -> UTC; a naive moment is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """What the database gives -> UTC."""
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text that both databases take: PostgreSQL refuses NUL, and neither takes a lone surrogate."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """NUL left out; a lone surrogate becomes a question mark."""
        if value is None or value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map = {datetime: Moment, str: PlainText}


class VisitorRow(Base):
    """Somebody who keeps something here; nothing in it says who."""

    __tablename__ = "visitors"

    id: Mapped[str] = mapped_column(primary_key=True)
    created: Mapped[datetime]
    seen: Mapped[datetime]  # to the day: it is written at most once a day


class VisitorKeyRow(Base):
    """A browser's key (or an account), by its hash; several may open one visitor."""

    __tablename__ = "visitor_keys"

    key_hash: Mapped[str] = mapped_column(primary_key=True)
    visitor_id: Mapped[str] = mapped_column(ForeignKey("visitors.id", ondelete="CASCADE"), index=True)
    sealed_secret: Mapped[str]  # the visitor's secret, which only this key opens


class DeviceCodeRow(Base):
    """A code that takes a visitor to another device; the row goes when it is used."""

    __tablename__ = "device_codes"

    code_hash: Mapped[str] = mapped_column(primary_key=True)
    visitor_id: Mapped[str] = mapped_column(ForeignKey("visitors.id", ondelete="CASCADE"), index=True)
    sealed_secret: Mapped[str]
    expires: Mapped[datetime]


class ConversationRow(Base):
    """A thread of turns."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    visitor_id: Mapped[str] = mapped_column(ForeignKey("visitors.id", ondelete="CASCADE"))
    title: Mapped[str]
    title_words: Mapped[str]  # what a search reads
    created: Mapped[datetime]
    touched: Mapped[datetime] = mapped_column(index=True)
    profile: Mapped[str]  # JSON: what is known of the person for the next question
    leans_after: Mapped[str | None]  # a turn id: later questions lean on turns after that one only

    __table_args__ = (Index("ix_conversations_of_visitor", "visitor_id", "touched"),)


class TurnRow(Base):
    """A question, and its whole answer once there is one. Turns of one parent are branches."""

    __tablename__ = "turns"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]  # 1, 2, … in the order in which a conversation's turns were begun
    state: Mapped[str]  # PENDING or ANSWERED
    chosen: Mapped[bool]  # whether it is the shown one among the turns of its parent
    question: Mapped[str]
    profile: Mapped[str]  # JSON: what was known of the person when it was asked
    asked: Mapped[datetime]
    answered: Mapped[datetime | None]
    answer: Mapped[str | None]  # JSON of transcript.py
    generation: Mapped[str | None]  # the index that it was answered from
    brought: Mapped[bool]  # read from a file, and so not written by this installation
    words: Mapped[str]  # what a search reads; empty until answered

    __table_args__ = (UniqueConstraint("conversation_id", "number", name="uq_turns_number"),)


class ShareRow(Base):
    """A link: the snapshot that it shows, and the hash of its token."""

    __tablename__ = "shares"

    id: Mapped[str] = mapped_column(primary_key=True)
    visitor_id: Mapped[str] = mapped_column(ForeignKey("visitors.id", ondelete="CASCADE"), index=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(unique=True)
    sealed_token: Mapped[str]  # opened by the owner's secret, which is kept nowhere in the clear
    snapshot: Mapped[str]  # JSON; emptied when the link is revoked
    note: Mapped[str]
    created: Mapped[datetime]
    updated: Mapped[datetime]
    expires: Mapped[datetime | None]
    revoked: Mapped[datetime | None]
    opened: Mapped[int]


class FeedbackRow(Base):
    """A thumb and a reason on one answer; the latest of a visitor counts."""

    __tablename__ = "feedback"

    turn_id: Mapped[str] = mapped_column(ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True)
    visitor_id: Mapped[str] = mapped_column(
        ForeignKey("visitors.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    thumb: Mapped[str]  # up or down
    reason: Mapped[str]
    outcome: Mapped[str]
    engine: Mapped[str]
    chunks: Mapped[str]  # JSON list: the ids of the cited chunks, in order
    generation: Mapped[str | None]
    given: Mapped[datetime] = mapped_column(index=True)
