from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from conversation_samples import NOW, newest, say
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError, StatementError

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.database import connect
from assistant.conversations.tables import VisitorRow
from assistant.errors import SettingsError, StorageError
from assistant.settings import Settings, read_settings

PASSWORD = "s3cr3t-word"


def url_settings(tmp_path: Path, url: str) -> Settings:
    return read_settings({"TECHPATH_HOME": str(tmp_path), "TECHPATH_DATABASE_URL": url})


def test_the_file_is_set_to_lose_nothing_and_to_forget_what_is_deleted(sqlite_archive: Archive) -> None:
    with sqlite_archive.database.driver() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    full = 2
    assert found == {
        "journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "secure_delete": 1,
        "busy_timeout": 30_000,
    }  # fmt: skip


def test_the_file_lies_below_the_home_and_is_for_its_owner_only(
    sqlite_archive: Archive, sqlite_settings: Settings
) -> None:
    file = sqlite_settings.home / "conversations.sqlite"
    assert sqlite_archive.database.file == file
    sqlite_archive.visitors.recognise("key", NOW)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.glob("*.sqlite*")}
    assert len(modes) > 1, "the log is there too"
    assert set(modes.values()) == {0o600}


def test_a_writer_that_fails_leaves_nothing(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError), archive.database.writing() as session:
        session.execute(insert(VisitorRow).values(id="a", created=NOW, seen=NOW))
        raise ZeroDivisionError
    with archive.database.reading() as session:
        assert session.get(VisitorRow, "a") is None


def test_what_is_read_is_of_one_moment(archive: Archive) -> None:
    count = text("SELECT count(*) FROM visitors")
    with archive.database.reading() as session:
        assert session.scalar(count) == 0
        with archive.database.writing() as other:
            other.execute(insert(VisitorRow).values(id="a", created=NOW, seen=NOW))
        assert session.scalar(count) == 0
    with archive.database.reading() as session:
        assert session.scalar(count) == 1


def test_our_own_mistakes_keep_their_traceback(archive: Archive) -> None:
    row = insert(VisitorRow).values(id="a", created=NOW, seen=NOW)
    with pytest.raises(IntegrityError) as caught, archive.database.writing() as session:
        session.execute(row)
        session.execute(row)
    assert "2026" not in str(caught.value), "what was to be stored is not shown"


def test_a_moment_without_a_time_zone_is_refused(archive: Archive) -> None:
    naive = datetime(2026, 1, 1)
    with pytest.raises(StatementError, match="no time zone"):
        archive.visitors.recognise("key", naive)


def test_a_database_that_is_damaged_is_said_in_our_words(sqlite_archive: Archive) -> None:
    file = sqlite_archive.database.file
    assert file is not None
    sqlite_archive.close()
    file.write_bytes(b"not a database " * 1000)
    with pytest.raises(StorageError, match="just now"):
        sqlite_archive.check()


@pytest.mark.parametrize(
    "url",
    [
        "mysql://ann:{p}@localhost/db",
        "sqlite:///file",
        "postgresql://ann:{p}@localhost",
        "postgresql://ann:{p}@localhost:port/db",
        "postgresql://ann:{p}@host:99999999/db",
        "postgresql://ann:{p}@localhost:1/db",
        "postgres://ann:{p}@no-such-host.invalid/db",
        "postgresql://ann:{p}@localhost:1/db?no_such_option=1",
    ],
)
def test_a_bad_address_is_said_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError, match="TECHPATH_DATABASE_URL") as caught:
        connect(url_settings(tmp_path, url.format(p=PASSWORD)))
    error: BaseException | None = caught.value
    while error is not None:
        assert PASSWORD not in str(error)
        error = None if error.__suppress_context__ else error.__cause__ or error.__context__


def test_settings_do_not_show_the_address(tmp_path: Path) -> None:
    assert PASSWORD not in repr(url_settings(tmp_path, f"postgresql://ann:{PASSWORD}@localhost/db"))


def test_a_database_that_is_not_there_is_said(kept_database: str, tmp_path: Path) -> None:
    missing = kept_database.replace(kept_database.rsplit("/", 1)[1].split("?")[0], "missing")
    with pytest.raises(SettingsError, match="does not answer.*missing"):
        connect(url_settings(tmp_path, missing))


def test_a_server_s_address_may_begin_as_others_write_it(kept_database: str, tmp_path: Path) -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        url = f"{scheme}{kept_database[kept_database.index('://') :]}"
        with closing(open_archive(url_settings(tmp_path, url))) as archive:
            archive.check()
    assert not (tmp_path / "conversations.sqlite").exists()


def test_a_file_that_is_no_database_is_named(sqlite_settings: Settings) -> None:
    sqlite_settings.home.mkdir(parents=True)
    sqlite_settings.conversations.write_bytes(b"not a database " * 1000)
    with pytest.raises(StorageError, match=r"conversations\.sqlite cannot be opened.*not a database"):
        open_archive(sqlite_settings)
    assert sqlite_settings.conversations.read_bytes().startswith(b"not a database")


def test_a_home_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written"):
        open_archive(read_settings({"TECHPATH_HOME": str(tmp_path / "home")}))


def test_the_archive_is_there_again_after_closing(settings: Settings, archive: Archive) -> None:
    visitor = archive.visitors.recognise("key", NOW)
    (turn,) = say(archive, visitor, "q")
    archive.close()
    with closing(open_archive(settings)) as again:
        assert again.visitors.find("key") == visitor
        assert again.conversations.read(visitor, newest(again, visitor)).turns == (turn,)


def test_moments_are_kept_in_utc(archive: Archive) -> None:
    noon = datetime.fromisoformat("2026-06-01T12:00:00-05:00")
    visitor = archive.visitors.recognise("key", noon)
    archive.turns.begin(visitor, "q", noon)
    (row,) = archive.conversations.mine(visitor, noon)
    assert row.created == noon
    assert row.created.isoformat() == "2026-06-01T17:00:00+00:00"


def test_other_programs_read_the_file_while_it_is_written(sqlite_archive: Archive) -> None:
    file = sqlite_archive.database.file
    assert file is not None
    with closing(sqlite3.connect(file, timeout=0)) as reader, sqlite_archive.database.writing() as session:
        session.execute(insert(VisitorRow).values(id="a", created=NOW, seen=NOW))
        assert reader.execute("SELECT count(*) FROM visitors").fetchone() == (0,)
