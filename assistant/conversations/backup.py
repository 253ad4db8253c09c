"""The database while it is in use -> one file; such a file -> the database.

A backup is always a SQLite file, also of a PostgreSQL server: it needs no tool of the server's
version beside TechPath, can be opened and checked anywhere, and brings conversations from one kind of
database to the other. It is made of one moment: by SQLite's online backup, or in one transaction.
A large server is better kept by PostgreSQL's own means (pg_dump, or its log archive), which
save increments; this reads every row.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, delete, insert, select, text

from assistant.conversations.database import Database, connect_file
from assistant.conversations.migrate import upgrade
from assistant.conversations.tables import Base, VisitorRow
from assistant.errors import StorageError, WrongUseError

__all__ = ["Kept", "back_up", "restore"]

_BATCH = 200  # rows; an answer has some 20 kB
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Kept:
    """How much a file holds."""

    conversations: int
    turns: int
    shares: int
    feedback: int


def back_up(database: Database, target: Path) -> Kept:
    """Write everything into one file, which replaces `target` in one step and is for its owner only.

    Raises:
        WrongUseError: the file cannot be written there.
        StorageError: the database does not answer.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent or Path("."))
    except OSError as error:
        raise WrongUseError(f"{target} cannot be written: {error.strerror}.") from error
    os.close(descriptor)
    fresh = Path(name)
    try:
        if database.file is None:
            _copy_server(database, fresh)
        else:
            _copy_file(database, fresh)
        kept = _sound(fresh)
        _into_place(fresh, target)
    finally:
        _remove(fresh)
    return kept


def restore(database: Database, source: Path, before: Path) -> Kept:
    """Put what a backup holds in the place of everything, while pages are open on the database.

    It happens in one transaction: a reader sees all of the former or all of the restored.

    Args:
        database: where to.
        source: the backup; it is not changed. One of an older TechPath is brought up to date.
        before: where to keep what was there, as a backup.

    Raises:
        WrongUseError: the file is not there or is no backup.
        StorageError: it is of a newer TechPath, is damaged, or the database does not answer.
    """
    _check_kind(source)
    with tempfile.TemporaryDirectory(prefix="techpath-restore-") as folder:
        copy = Path(folder) / "restored.sqlite"
        copy.write_bytes(source.read_bytes())
        kept = _sound(copy)
        with _opened(copy) as restored:
            back_up(database, before)
            if database.file is None:
                with restored.connection() as rows, database.connection() as server:
                    _replace_rows(rows, server)
            else:
                with restored.driver() as pages, database.driver() as live:
                    pages.backup(live)
    database.forget_traces()
    return kept


@contextmanager
def _opened(file: Path) -> Iterator[Database]:
    """A file of ours in its present form; afterwards it is one file again, without a log."""
    database = connect_file(file)
    try:
        upgrade(database)
        yield database
    finally:
        database.leave_write_ahead_log()
        database.close()
        file.with_suffix(".lock").unlink(missing_ok=True)


def _copy_file(database: Database, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy, database.driver() as live:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def _copy_server(database: Database, target: Path) -> None:
    with _opened(target) as copy, copy.connection() as rows, database.reading() as session:
        _copy_rows(session.connection(), rows)


def _replace_rows(source: Connection, server: Connection) -> None:
    names = ", ".join(table.name for table in Base.metadata.sorted_tables)
    server.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))  # readers go on
    server.execute(delete(VisitorRow))  # everything belongs to a visitor
    _copy_rows(source, server)


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in Base.metadata.sorted_tables:
        rows = source.execution_options(yield_per=_BATCH).execute(select(table).order_by(*_order(table)))
        for batch in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in batch])


def _order(table: Table) -> list[str]:
    """A turn's parent was begun before it, so that it is copied before it."""
    return ["conversation_id", "number"] if table.name == "turns" else []


def _check_kind(source: Path) -> None:
    try:
        with source.open("rb") as file:
            if file.read(len(_MAGIC)) == _MAGIC:
                return
    except OSError as error:
        raise WrongUseError(f"{source} cannot be read: {error.strerror}.") from error
    raise WrongUseError(f"{source} is not a backup that `techpath backup` has written.")


def _sound(file: Path) -> Kept:
    """Check a backup page by page and count what it holds."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
            if verdict == "ok" and "alembic_version" in tables:
                return Kept(*(_count(connection, table, tables) for table in Kept.__slots__))
    except sqlite3.DatabaseError as error:
        raise StorageError(f"{file} is damaged: {error}. Use another backup.") from error
    if verdict != "ok":
        raise StorageError(f"{file} is damaged: {verdict}. Use another backup.")
    raise WrongUseError(f"{file} is not a backup that `techpath backup` has written.")


def _count(connection: sqlite3.Connection, table: str, tables: set[str]) -> int:
    """How many rows; 0 in a backup from before there was such a table."""
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) if table in tables else 0


def _into_place(fresh: Path, target: Path) -> None:
    with fresh.open("rb") as file:
        os.fsync(file.fileno())  # whole on the disk before it takes the name
    fresh.replace(target)


def _remove(fresh: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{fresh}{suffix}").unlink(missing_ok=True)
