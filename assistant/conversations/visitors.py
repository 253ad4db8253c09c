"""A browser's random key -> the visitor that it opens; one-time codes take a visitor to another device."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Insert, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from assistant.conversations.database import Database
from assistant.conversations.seal import digest, seal, stretch, unseal
from assistant.conversations.stored import DeviceCode, Visitor
from assistant.conversations.tables import (
    ConversationRow,
    DeviceCodeRow,
    FeedbackRow,
    ShareRow,
    VisitorKeyRow,
    VisitorRow,
)

__all__ = ["CODE_LIFE", "KEY_BYTES", "Visitors", "new_key"]

KEY_BYTES = 32  # of a browser's key: 256 bits
CODE_LIFE = timedelta(minutes=10)
_SECRET_BYTES = 32
_SEEN_EVERY = timedelta(days=1)  # more often would be a write for each page
# Crockford's base 32: no I, L, O, U, which people take for 1, 0 and V.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS, _GROUP = 3, 4  # XXXX-XXXX-XXXX: 12 characters of 5 bits are 60 bits


def new_key() -> str:
    """A fresh key for a browser's cookie: 256 random bits in URL-safe characters."""
    return secrets.token_urlsafe(KEY_BYTES)


class Visitors:
    """Who keeps things here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key: str) -> Visitor | None:
        """The visitor that a browser's key opens; None for one that keeps nothing yet."""
        found = self._find(digest("key", key), key)
        return found[0] if found else None

    def recognise(self, key: str, now: datetime) -> Visitor:
        """The visitor that a browser's key opens, made at the first time."""
        return self._recognise(digest("key", key), key, now)

    def recognise_account(self, issuer: str, subject: str, now: datetime) -> Visitor:
        """The visitor of a signed-in account (OpenID Connect's `iss` and `sub`), made at the first time.

        An account's name is no secret as a random key is: whoever has the database and knows both
        texts could open the tokens of this visitor's links.
        """
        account = f"{issuer}\n{subject}"
        return self._recognise(digest("account", account), f"account\n{account}", now)

    def issue_code(self, visitor: Visitor, now: datetime, life: timedelta = CODE_LIFE) -> DeviceCode:
        """A code that makes another device this visitor's, once, within its life; the code before it ends."""
        symbols = "".join(secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP))
        code_hash, key = stretch(symbols)
        expires = now + life
        with self._database.writing() as session:
            session.execute(delete(DeviceCodeRow).where(DeviceCodeRow.visitor_id == visitor.id))
            session.add(
                DeviceCodeRow(
                    code_hash=code_hash,
                    visitor_id=visitor.id,
                    sealed_secret=seal(visitor.secret, key),
                    expires=expires,
                )
            )
        groups = [symbols[at : at + _GROUP] for at in range(0, len(symbols), _GROUP)]
        return DeviceCode("-".join(groups), expires)

    def redeem_code(self, code: str, key: str, now: datetime) -> Visitor | None:
        """Make the browser of this key one of the code's visitor, and bring along what it kept itself.

        What it kept stays where it is when other devices open it too: they would lose it.

        Returns:
            The visitor; None for a code that is unknown, used or expired: nothing has changed then.
        """
        symbols = _symbols(code)
        if symbols is None:
            return None
        code_hash, code_key = stretch(symbols)
        mine = self.find(key)
        with self._database.writing() as session:
            used = session.execute(
                delete(DeviceCodeRow)
                .where(DeviceCodeRow.code_hash == code_hash, DeviceCodeRow.expires > now)
                .returning(DeviceCodeRow.visitor_id, DeviceCodeRow.sealed_secret)
            ).one_or_none()
            secret = unseal(used.sealed_secret, code_key) if used else None
            if used is None or secret is None:
                return None
            theirs = Visitor(used.visitor_id, secret)
            if mine is None or mine.id != theirs.id:
                _join(session, digest("key", key), key, mine, theirs)
            return theirs

    def bring(self, visitor: Visitor, into: Visitor) -> None:
        """Hand all that a visitor keeps to another one, as on signing in; the caller has both keys."""
        with self._database.writing() as session:
            _move(session, visitor, into)

    def forget(self, visitor: Visitor) -> None:
        """Delete a visitor and all that is theirs: conversations, links, feedback, keys."""
        with self._database.writing() as session:
            session.execute(delete(VisitorRow).where(VisitorRow.id == visitor.id))
        self._database.forget_traces()

    def _recognise(self, key_hash: str, key: str, now: datetime) -> Visitor:
        found = self._find(key_hash, key)
        if found is None:
            try:
                return self._make(key_hash, key, now)
            except IntegrityError:  # another tab of the same browser was first
                found = self._find(key_hash, key)
        if found is None:
            raise ValueError("the key does not open what it has sealed")
        visitor, seen = found
        if now - seen >= _SEEN_EVERY:
            with self._database.writing() as session:
                session.execute(update(VisitorRow).where(VisitorRow.id == visitor.id).values(seen=now))
        return visitor

    def _find(self, key_hash: str, key: str) -> tuple[Visitor, datetime] | None:
        """The visitor, and when they were last seen."""
        with self._database.reading() as session:
            row = session.execute(
                select(VisitorRow.id, VisitorRow.seen, VisitorKeyRow.sealed_secret)
                .join(VisitorKeyRow, VisitorKeyRow.visitor_id == VisitorRow.id)
                .where(VisitorKeyRow.key_hash == key_hash)
            ).one_or_none()
        secret = unseal(row.sealed_secret, key.encode()) if row else None
        return (Visitor(row.id, secret), row.seen) if row and secret is not None else None

    def _make(self, key_hash: str, key: str, now: datetime) -> Visitor:
        visitor = Visitor(uuid4().hex, secrets.token_bytes(_SECRET_BYTES))
        with self._database.writing() as session:
            session.execute(insert(VisitorRow).values(id=visitor.id, created=now, seen=now))
            session.execute(_key_of(visitor, key_hash, key))
        return visitor


def _key_of(visitor: Visitor, key_hash: str, key: str) -> Insert:
    return insert(VisitorKeyRow).values(
        key_hash=key_hash, visitor_id=visitor.id, sealed_secret=seal(visitor.secret, key.encode())
    )


def _join(session: Session, key_hash: str, key: str, mine: Visitor | None, theirs: Visitor) -> None:
    """Let a key open another visitor than before, and bring along what only this key opened."""
    session.execute(delete(VisitorKeyRow).where(VisitorKeyRow.key_hash == key_hash))
    session.execute(_key_of(theirs, key_hash, key))
    if mine is None:
        return
    others = select(VisitorKeyRow.key_hash).where(VisitorKeyRow.visitor_id == mine.id)
    if session.scalars(others).first() is None:
        _move(session, mine, theirs)
        session.execute(delete(VisitorRow).where(VisitorRow.id == mine.id))


def _move(session: Session, visitor: Visitor, into: Visitor) -> None:
    """Everything of one visitor becomes another's; link tokens are sealed anew."""
    if visitor.id == into.id:
        return
    for share in session.scalars(select(ShareRow).where(ShareRow.visitor_id == visitor.id)):
        token = unseal(share.sealed_token, visitor.secret) if share.sealed_token else None
        share.sealed_token = seal(token, into.secret) if token else ""
    for table in (ConversationRow, ShareRow, FeedbackRow):
        session.execute(update(table).where(table.visitor_id == visitor.id).values(visitor_id=into.id))


def _symbols(code: str) -> str | None:
    """A code as people type it -> its 12 characters; None when it cannot be one."""
    symbols = "".join(char for char in code.upper() if char not in " -\t\n\u2010\u2011\u2013")
    symbols = symbols.translate(_READ_AS)
    fits = len(symbols) == _GROUPS * _GROUP and all(char in _ALPHABET for char in symbols)
    return symbols if fits else None
