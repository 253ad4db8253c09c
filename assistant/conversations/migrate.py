"""A database in any form -> in its present form, with all that it holds. Alembic stays in here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from filelock import FileLock, Timeout
from sqlalchemy import Connection, text

from assistant.conversations.database import Database, connect
from assistant.errors import StorageError
from assistant.settings import Settings

__all__ = ["downgrade", "open_database", "revision", "upgrade"]

_STEPS = Path(__file__).resolve().parent / "migrations"
_LOCK_SECONDS = 60.0
_LOCK_NUMBER = 7_236_481  # of PostgreSQL's advisory lock: any number, the same in every replica


def open_database(settings: Settings) -> Database:
    """The database of these settings, in its present form.

    Raises:
        SettingsError: see `connect`.
        StorageError: it was written by a newer TechPath, or cannot be opened.
    """
    with ExitStack() as opened:
        database = connect(settings)
        opened.callback(database.close)
        upgrade(database)
        database.forget_traces()
        opened.pop_all()  # it is sound: whoever asked for it closes it
    return database


def upgrade(database: Database, to: str = "head") -> None:
    """Run the missing steps in one transaction, one process at a time; nothing when all have run."""
    if to == "head" and revision(database) == _newest():
        return
    _run(database, lambda config: command.upgrade(config, to))


def downgrade(database: Database, to: str) -> None:
    """Go back to an earlier form ("base": to nothing); what it has no place for is lost."""
    _run(database, lambda config: command.downgrade(config, to))


def revision(database: Database) -> str | None:
    """The last step that was run; None for an empty database."""
    with database.reading() as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def _newest() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    return config


def _run(database: Database, steps: Callable[[Config], None]) -> None:
    with _alone(database), database.connection() as connection:
        _wait_for_other_replicas(connection)
        config = _config()
        config.attributes["connection"] = connection
        try:
            steps(config)
        except CommandError as error:
            raise StorageError(
                "The conversations were last kept by a newer TechPath, whose form this one does not know. "
                "Update TechPath."
            ) from error


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """On this machine, one process at a time; and the SQLite file set to write-ahead logging."""
    if database.file is None:
        yield
        return
    lock = FileLock(database.file.with_suffix(".lock"), timeout=_LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise StorageError(
            f"Another process has been preparing {database.file} for {_LOCK_SECONDS:.0f} seconds. "
            "Wait for it to end, and try again."
        ) from error
    with lock:
        lock.release()  # `with` has taken it once more
        database.use_write_ahead_log()
        yield


def _wait_for_other_replicas(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK_NUMBER})
