"""Settings -> the database of conversations: a SQLite file, or a PostgreSQL server.

SQLite: WAL, so that readers and the writer do not wait for each other; synchronous FULL, so that
what was acknowledged survives a power cut; secure_delete, so that deleted text is overwritten.
A writer begins with BEGIN IMMEDIATE: it waits for the other writer before it reads, and cannot fail
half-way for having read too early.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
    SQLAlchemyError,
    TimeoutError,
)
from sqlalchemy.orm import Session

from assistant.errors import SettingsError, StorageError
from assistant.settings import Settings

__all__ = ["Database", "connect", "connect_file"]

_BUSY_SECONDS = 30.0  # how long a writer waits for another one
_CHECKPOINT_WAIT = 500  # milliseconds, for readers to end
# SQLite does not wait at all where another process is just emptying the log: it is tried again.
_CHECKPOINT_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)  # seconds
_CONNECT_SECONDS = 10  # how long a PostgreSQL server may take to answer
_PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
_log = logging.getLogger("techpath.conversations")


class Database:
    """Sessions that read or write, each one transaction. Safe to use from several threads."""

    def __init__(self, engine: Engine, file: Path | None) -> None:
        self.file = file  # None on PostgreSQL
        self._engine = engine
        options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if file is None else {}
        self._reader = engine.execution_options(**options)  # several SELECTs see one moment
        self._writer = engine.execution_options(begin="IMMEDIATE")
        # SQLite has one writer at a time and lets the others sleep and try again; the threads of this
        # process queue here instead, which is faster and fairer. A server lets them all write.
        self._turn: AbstractContextManager[object] = nullcontext() if file is None else threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading; all that it reads is of one moment.

        Raises:
            StorageError: the database does not answer.
        """
        with _in_our_words(), Session(self._reader) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept together at its end, or not at all.

        Raises:
            StorageError: the database does not answer, or its disk is full; nothing was changed.
        """
        with self._turn, _in_our_words(), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A bare connection in one writing transaction, for migrations and copies."""
        with self._turn, _in_our_words(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def driver(self) -> Iterator[Any]:
        """The sqlite3 connection beneath, outside a transaction; for SQLite's online backup."""
        with _in_our_words(), self._engine.connect() as connection:
            yield connection.connection.driver_connection

    def use_write_ahead_log(self) -> None:
        """Set the SQLite file to WAL, which then lasts; one process at a time may do so."""
        if self.file is not None:
            self._pragma("journal_mode = WAL")

    def leave_write_ahead_log(self) -> None:
        """Make the SQLite file one file again, to be carried away; nobody else may have it open."""
        if self.file is not None:
            self._pragma("journal_mode = DELETE")

    def forget_traces(self) -> None:
        """After something was deleted: bring the overwriting into the SQLite file, and empty its log.

        It waits a few seconds for readers. Where one stays longer, the next deletion or opening does it.
        PostgreSQL frees the space by itself (autovacuum) and overwrites it as it is used again.
        """
        if self.file is None:
            return
        with self._turn, self.driver() as connection:
            connection.execute(f"PRAGMA busy_timeout = {_CHECKPOINT_WAIT}")
            try:
                emptied = any(_empty_log(connection, pause) for pause in _CHECKPOINT_PAUSES)
            finally:
                connection.execute(f"PRAGMA busy_timeout = {1000 * _BUSY_SECONDS:.0f}")
        if not emptied:
            _log.warning("Deleted text stays in the log of %s until the next deletion.", self.file)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _pragma(self, pragma: str) -> tuple[Any, ...]:
        """Outside a transaction, where SQLite wants these."""
        with self.driver() as connection:
            row: tuple[Any, ...] = connection.execute(f"PRAGMA {pragma}").fetchone()
        return row


def connect(settings: Settings) -> Database:
    """The database, reached but not yet brought to its present form; see migrate.py.

    Raises:
        SettingsError: TECHPATH_DATABASE_URL cannot be used, or its server does not answer.
        StorageError: the file cannot be opened.
    """
    if settings.database_url:
        return _server(_url(settings.database_url))
    return connect_file(settings.conversations)


def connect_file(path: Path) -> Database:
    """The SQLite file of this path, made when it is missing; StorageError when it cannot be opened."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # For this user only; SQLite gives its log the same rights.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror}. Make its folder writable, or set TECHPATH_HOME "
            "to one that is."
        ) from error
    url = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    database = Database(engine, path)
    try:
        with database.reading() as session:
            session.execute(text("SELECT count(*) FROM sqlite_schema"))
    except StorageError as error:
        database.close()
        raise StorageError(f"{path} cannot be opened: {error}") from error
    return database


def _prepare(connection: Any, record: object) -> None:
    """Set up a new SQLite connection."""
    connection.isolation_level = None  # sqlite3 would begin too late, and never before DDL
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _empty_log(connection: Any, pause: float) -> bool:
    """Try to empty the log; where somebody is in the way, rest a little."""
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        time.sleep(pause)
    return not busy


def _begin(connection: Connection) -> None:
    """Begin at once; sqlite3 is told not to."""
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")


def _server(url: URL) -> Database:
    engine = create_engine(
        url,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
        pool_pre_ping=True,  # the server may have been started again since
        hide_parameters=True,  # a message must not show what somebody asked
    )
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        engine.dispose()
        reason = _reason(error)
        if url.password:
            reason = reason.replace(str(url.password), "***")
        where = url.render_as_string(hide_password=True)
        # The driver's own error stays out of the traceback: it may repeat the password.
        raise SettingsError(
            f"TECHPATH_DATABASE_URL: {where} does not answer: {reason}. Check that the server runs, "
            "and user, password and name of the database."
        ) from None
    return Database(engine, None)


def _url(given: str) -> URL:
    try:
        url = make_url(given)
        if not url.database:
            raise ValueError("no name of a database")
    except (SQLAlchemyError, ValueError):
        raise SettingsError(
            "TECHPATH_DATABASE_URL is not of the form postgresql://user:password@host:5432/name. Write "
            "characters such as @ / : # % of the password as %40 %2F %3A %23 %25."
        ) from None
    return url.set(drivername="postgresql+psycopg")


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except (DataError, IntegrityError, ProgrammingError):
        raise  # our mistake and not the database's: it keeps its traceback
    except (DBAPIError, TimeoutError) as error:
        raise StorageError(
            f"Conversations cannot be kept or read just now ({_reason(error)}). Try again in a minute."
        ) from error
    except sqlite3.Error as error:  # from what is asked of the driver itself
        raise StorageError(f"Conversations cannot be kept or read just now ({error}).") from error


def _reason(error: SQLAlchemyError) -> str:
    """What the driver says, in one line; without the statement and what it was to store."""
    original = getattr(error, "orig", None)
    lines = str(original if original is not None else type(error).__name__).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
