from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import setuptools
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from conversation_samples import NOW, NewDatabase, newest, say
from filelock import FileLock
from sqlalchemy import inspect, text

from assistant.conversations import migrate
from assistant.conversations.archive import open_archive
from assistant.conversations.database import Database, connect
from assistant.conversations.migrate import downgrade, open_database, revision, upgrade
from assistant.conversations.tables import Base
from assistant.errors import StorageError
from assistant.settings import Settings, read_settings

REPOSITORY = Path(__file__).resolve().parents[3]
STEPS = sorted(
    path.stem[1:5] for path in (Path(migrate.__file__).parent / "migrations/versions").glob("v*.py")
)
OPEN = """
from assistant.conversations.archive import open_archive
from assistant.settings import read_settings
import sys
print(open_archive(read_settings({"TECHPATH_HOME": sys.argv[1]})).database.file)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a database that nobody has opened yet."""
    environ = {"TECHPATH_HOME": str(tmp_path)}
    if request.param == "postgresql":
        make: NewDatabase = request.getfixturevalue("new_database")
        environ["TECHPATH_DATABASE_URL"] = make()
    return read_settings(environ)


@pytest.fixture
def database(fresh: Settings) -> Iterator[Database]:
    """That database, reached and not yet brought to any form."""
    with closing(connect(fresh)) as reached:
        yield reached


def tables(database: Database) -> set[str]:
    with database.reading() as session:
        return set(inspect(session.connection()).get_table_names()) - {"alembic_version"}


def test_the_first_opening_makes_every_table_as_the_code_says(fresh: Settings) -> None:
    with closing(open_database(fresh)) as database:
        assert revision(database) == STEPS[-1]
        with database.reading() as session:
            context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []


def test_each_step_can_be_taken_back(database: Database) -> None:
    forms = [tables(database)]
    for step in STEPS:
        upgrade(database, step)
        assert revision(database) == step
        forms.append(tables(database))
    assert forms[-1] == set(Base.metadata.tables)
    for step, form in zip(["base", *STEPS[:-1]][::-1], forms[:-1][::-1], strict=True):
        downgrade(database, step)
        assert tables(database) == form


def test_what_was_kept_survives_the_way_up_and_down(fresh: Settings, database: Database) -> None:
    upgrade(database)
    with closing(open_archive(fresh)) as archive:
        visitor = archive.visitors.recognise("key", NOW)
        first, second = say(archive, visitor, "one", "two")
        conversation = newest(archive, visitor)
        link = archive.shares.create(visitor, conversation, "{}", None, NOW)
        archive.thumbs.give(visitor, first.id, "up", "good", NOW)
        downgrade(database, "0002")
        downgrade(database, "0001")
        upgrade(database)
        assert archive.visitors.find("key") == visitor
        assert archive.conversations.read(visitor, conversation).turns == (first, second)
        assert archive.shares.peek(link.token, NOW) is None, "links went with their table"
        archive.shares.create(visitor, conversation, "{}", None, NOW)
        archive.thumbs.give(visitor, second.id, "down", "", NOW)


def test_a_step_that_fails_changes_nothing(database: Database) -> None:
    upgrade(database, "0001")
    with database.connection() as connection:
        connection.execute(text("CREATE TABLE feedback (in_the_way INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        upgrade(database)
    assert revision(database) == "0001"
    assert "shares" not in tables(database), "the step before the failing one was taken back too"


def test_threads_that_open_an_empty_database_at_once_all_get_it(fresh: Settings) -> None:
    opened: list[str | None] = []

    def run() -> None:
        with closing(open_archive(fresh)) as archive:
            archive.visitors.recognise("key", NOW)
            opened.append(revision(archive.database))

    threads = [threading.Thread(target=run) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [STEPS[-1]] * 5


def test_processes_that_open_an_empty_file_at_once_all_get_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(tmp_path)]
    started = [
        subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in started:
        output, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
        assert output.strip() == str(tmp_path / "conversations.sqlite")


def test_opening_a_file_in_its_present_form_waits_for_nobody(sqlite_settings: Settings) -> None:
    open_archive(sqlite_settings).close()
    with FileLock(sqlite_settings.conversations.with_suffix(".lock"), timeout=0):
        open_archive(sqlite_settings).close()


def test_what_a_newer_techpath_kept_is_left_alone(fresh: Settings, database: Database) -> None:
    upgrade(database)
    with database.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer TechPath.*Update"):
        open_archive(fresh)
    assert revision(database) == "9999"


def test_the_steps_are_part_of_the_package() -> None:
    packages = setuptools.find_packages(str(REPOSITORY), include=["assistant*"])
    assert "assistant.conversations.migrations.versions" in packages
