"""A snapshot -> a link that opens it until it expires or is revoked; links -> their owner's list.

A token is random, and only its SHA-256 is stored. So that its owner can copy the link again, the
token is kept sealed by a secret that only the owner's key opens (seal.py).
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select, update

from assistant.conversations.database import Database
from assistant.conversations.limits import MOST_NOTE, MOST_SNAPSHOT, fitting
from assistant.conversations.owned import owned_conversation, owned_share
from assistant.conversations.repository import opens_at
from assistant.conversations.seal import digest, seal, unseal
from assistant.conversations.stored import NewShare, OpenedShare, Share, Visitor
from assistant.conversations.tables import ShareRow
from assistant.conversations.wording import StorageWording
from assistant.errors import NotYoursError, WrongUseError

__all__ = ["TOKEN_PREFIX", "Shares", "token_in"]

TOKEN_PREFIX = "tpl_"  # a scanner for leaked secrets, and a person, can tell what it is
_TOKEN_BYTES = 24  # 192 random bits, 32 characters
_TOKEN = re.compile(rf"{TOKEN_PREFIX}[A-Za-z0-9_-]{{32}}")


class Shares:
    """Links to frozen pages. An owner's methods touch only their own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        visitor: Visitor,
        conversation: str,
        snapshot: str,
        expires: datetime | None,
        now: datetime,
        note: str = "",
    ) -> NewShare:
        """Freeze a snapshot behind a new link.

        Args:
            visitor: the owner of the conversation.
            conversation: which it is taken from; when that is deleted, so is the link.
            snapshot: JSON, already redacted; stored as it is.
            expires: when it closes by itself; None: never.
            now: the moment.
            note: what the owner says to the reader.

        Raises:
            NotYoursError: the conversation is not theirs.
            WrongUseError: the note or the snapshot is too long.
        """
        token = f"{TOKEN_PREFIX}{secrets.token_urlsafe(_TOKEN_BYTES)}"
        share = NewShare(uuid4().hex, token)
        snapshot, note = _checked(snapshot, note)
        with self._database.writing() as session:
            owned_conversation(session, visitor, conversation, lock=True)
            session.add(
                ShareRow(
                    id=share.id, visitor_id=visitor.id, conversation_id=conversation,
                    token_hash=digest("token", token), sealed_token=seal(token.encode(), visitor.secret),
                    snapshot=snapshot, note=note, created=now, updated=now, expires=expires, opened=0,
                )
            )  # fmt: skip
        return share

    def open(self, token: str, now: datetime) -> OpenedShare | None:
        """What a link shows, counted as opened; None for unknown, expired and revoked alike."""
        found = self.peek(token, now)
        if found is not None:
            with self._database.writing() as session:
                session.execute(
                    update(ShareRow).where(ShareRow.id == found.id).values(opened=ShareRow.opened + 1)
                )
        return found

    def peek(self, token: str, now: datetime) -> OpenedShare | None:
        """What a link shows, not counted: to go on from it, or to look at one's own."""
        if not _TOKEN.fullmatch(token):
            return None
        token_hash = digest("token", token)
        with self._database.reading() as session:
            row = session.scalars(
                select(ShareRow).where(ShareRow.token_hash == token_hash, opens_at(now))
            ).one_or_none()
            # Looking up a hash tells nothing of the token; this compares in constant time as well.
            if row is None or not hmac.compare_digest(row.token_hash, token_hash):
                return None
            return OpenedShare(row.id, row.snapshot, row.note, row.created, row.updated, row.expires)

    def mine(self, visitor: Visitor) -> tuple[Share, ...]:
        """The visitor's links with their tokens, the newest first."""
        with self._database.reading() as session:
            rows = session.scalars(
                select(ShareRow)
                .where(ShareRow.visitor_id == visitor.id)
                .order_by(ShareRow.created.desc(), ShareRow.id)
            )
            return tuple(_share(row, visitor) for row in rows)

    def snapshot(self, visitor: Visitor, share: str) -> str:
        """What the visitor's own link shows; "" once it is revoked."""
        with self._database.reading() as session:
            return owned_share(session, visitor, share).snapshot

    def update(
        self, visitor: Visitor, share: str, snapshot: str, expires: datetime | None, now: datetime, note: str
    ) -> None:
        """Show something else under the same address; an expired link opens again with a later end.

        Raises:
            NotYoursError: the link is not theirs.
            WrongUseError: it was revoked, or something is too long.
        """
        snapshot, note = _checked(snapshot, note)
        with self._database.writing() as session:
            row = owned_share(session, visitor, share)
            if row.revoked is not None:
                raise WrongUseError(StorageWording.REVOKED)
            row.snapshot, row.note, row.expires, row.updated = snapshot, note, expires, now
        self._database.forget_traces()

    def revoke(self, visitor: Visitor, share: str, now: datetime) -> None:
        """Close a link for good and delete what it showed; once more does nothing."""
        with self._database.writing() as session:
            _close(owned_share(session, visitor, share), now)
        self._database.forget_traces()

    def all(self) -> tuple[Share, ...]:
        """Every link, for the administrator: without tokens and without what they show."""
        with self._database.reading() as session:
            rows = session.scalars(select(ShareRow).order_by(ShareRow.created.desc(), ShareRow.id))
            return tuple(_share(row, None) for row in rows)

    def revoke_any(self, which: str, now: datetime) -> Share:
        """Close anybody's link, for the administrator.

        Args:
            which: the link's id, its token, or the whole address.
            now: the moment.

        Raises:
            NotYoursError: there is no such link.
        """
        token = token_in(which)
        condition = ShareRow.token_hash == digest("token", token) if token else ShareRow.id == which.strip()
        with self._database.writing() as session:
            row = session.scalars(select(ShareRow).where(condition).with_for_update()).one_or_none()
            if row is None:
                raise NotYoursError(StorageWording.NO_SUCH_LINK)
            _close(row, now)
            share = _share(row, None)
        self._database.forget_traces()
        return share


def token_in(text: str) -> str | None:
    """The token that stands in an address or alone; None where there is none."""
    found = _TOKEN.search(text)
    return found.group() if found else None


def _checked(snapshot: str, note: str) -> tuple[str, str]:
    return (
        fitting("What the link shows", snapshot, MOST_SNAPSHOT),
        fitting("The note", note, MOST_NOTE, needed=False),
    )


def _close(row: ShareRow, now: datetime) -> None:
    row.revoked = row.revoked or now
    row.snapshot = row.note = row.sealed_token = ""


def _share(row: ShareRow, owner: Visitor | None) -> Share:
    token = unseal(row.sealed_token, owner.secret) if owner and row.sealed_token else None
    return Share(
        row.id, row.conversation_id, row.note if owner else "", row.created, row.updated, row.expires,
        row.revoked, row.opened, token.decode() if token else None,
    )  # fmt: skip
