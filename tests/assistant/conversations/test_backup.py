from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conversation_samples import NOW, NewDatabase, newest, say, shown
from sqlalchemy import text

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.backup import Kept, back_up, restore
from assistant.conversations.migrate import downgrade
from assistant.conversations.stored import Visitor
from assistant.errors import StorageError, WrongUseError
from assistant.settings import Settings, read_settings

Open = Callable[[str], Archive]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a backup goes."""
    return tmp_path / "backups" / "today.sqlite"


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """Where a restore keeps what was there."""
    return tmp_path / "before.sqlite"


@pytest.fixture(autouse=True)
def folder(target: Path) -> None:
    """The folder of backups."""
    target.parent.mkdir()


@pytest.fixture
def another(new_database: NewDatabase, tmp_path: Path) -> Iterator[Open]:
    """A function ("sqlite" or "postgresql") that opens another, empty archive."""
    opened: list[Archive] = []

    def make(kind: str) -> Archive:
        environ = {"TECHPATH_HOME": str(tmp_path / f"another {kind}")}
        if kind == "postgresql":
            environ["TECHPATH_DATABASE_URL"] = new_database()
        opened.append(open_archive(read_settings(environ)))
        return opened[-1]

    yield make
    for archive in opened:
        archive.close()


def fill(archive: Archive, visitor: Visitor) -> str:
    """A conversation with a branch, a waiting question, a link and a thumb; the link's token."""
    _, second = say(archive, visitor, "one", "two")
    waiting = archive.turns.edit(visitor, second.id, "waits", NOW)
    archive.thumbs.give(visitor, second.id, "up", "good", NOW)
    return archive.shares.create(visitor, waiting.conversation, '{"a": 1}', None, NOW).token


def contents(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with archive.database.reading() as session:
        names = ("visitors", "visitor_keys", "conversations", "turns", "shares", "feedback")
        return {
            name: sorted(
                map(tuple, session.execute(text(f"SELECT * FROM {name}"))), key=lambda row: str(row[0])
            )
            for name in names
        }


def test_a_backup_is_one_file_for_its_owner_only(archive: Archive, ann: Visitor, target: Path) -> None:
    fill(archive, ann)
    assert back_up(archive.database, target) == Kept(conversations=1, turns=3, shares=1, feedback=1)
    assert [path.name for path in target.parent.iterdir()] == ["today.sqlite"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_backup_brings_everything_back(archive: Archive, ann: Visitor, target: Path, before: Path) -> None:
    token = fill(archive, ann)
    kept = contents(archive)
    back_up(archive.database, target)
    archive.conversations.delete(ann, newest(archive, ann))
    say(archive, ann, "later")
    assert restore(archive.database, target, before) == Kept(1, 3, 1, 1)
    assert contents(archive) == kept
    assert archive.shares.peek(token, NOW) is not None
    assert archive.shares.mine(ann)[0].token == token


def test_what_a_restore_replaced_can_be_brought_back(
    archive: Archive, ann: Visitor, target: Path, before: Path
) -> None:
    back_up(archive.database, target)
    fill(archive, ann)
    kept = contents(archive)
    restore(archive.database, target, before)
    assert archive.conversations.mine(ann, NOW) == ()
    restore(archive.database, before, before.with_name("again.sqlite"))
    assert contents(archive) == kept


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_backup_moves_everything_to_a_database_of_any_kind(
    archive: Archive, ann: Visitor, target: Path, before: Path, another: Open, kind: str
) -> None:
    token = fill(archive, ann)
    back_up(archive.database, target)
    other = another(kind)
    restore(other.database, target, before)
    assert other.visitors.find("key of ann") == ann
    conversation = newest(other, ann)
    assert other.conversations.whole(ann, conversation) == archive.conversations.whole(ann, conversation)
    assert other.shares.open(token, NOW) == archive.shares.peek(token, NOW)
    say(other, ann, "goes on")


def test_a_running_page_sees_the_restored(
    settings: Settings, archive: Archive, ann: Visitor, target: Path, before: Path
) -> None:
    say(archive, ann, "kept")
    back_up(archive.database, target)
    say(archive, ann, "lost")
    with closing(open_archive(settings)) as page:
        assert len(page.conversations.mine(ann, NOW)) == 2
        restore(archive.database, target, before)
        assert [row.title for row in page.conversations.mine(ann, NOW)] == ["kept"]
        say(page, ann, "goes on")


def test_a_backup_made_while_others_write_is_of_one_moment(
    archive: Archive, ann: Visitor, target: Path, before: Path, another: Open
) -> None:
    say(archive, ann, "start")
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            say(archive, ann, "one", "two")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [back_up(archive.database, target) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    other = another("sqlite")
    restore(other.database, target, before)
    conversations = other.conversations.mine(ann, NOW)
    assert len(conversations) == kept[-1].conversations
    assert all(shown(other, ann, row.id)[0] in ("start", "one") for row in conversations if row.turns)


def test_an_older_backup_is_brought_up_to_date(
    sqlite_archive: Archive, target: Path, before: Path, another: Open
) -> None:
    visitor = sqlite_archive.visitors.recognise("key", NOW)
    (turn,) = say(sqlite_archive, visitor, "q")
    downgrade(sqlite_archive.database, "0001")
    assert back_up(sqlite_archive.database, target) == Kept(1, 1, 0, 0)
    bytes_before = target.read_bytes()
    other = another("sqlite")
    restore(other.database, target, before)
    assert other.conversations.read(visitor, newest(other, visitor)).turns == (turn,)
    other.thumbs.give(visitor, turn.id, "up", "", NOW)
    assert target.read_bytes() == bytes_before


def test_a_backup_of_a_newer_techpath_is_refused_and_nothing_is_lost(
    archive: Archive, ann: Visitor, target: Path, before: Path
) -> None:
    fill(archive, ann)
    back_up(archive.database, target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    kept = contents(archive)
    with pytest.raises(StorageError, match="newer TechPath"):
        restore(archive.database, target, before)
    assert contents(archive) == kept


def missing(target: Path) -> None:
    pass


def text_file(target: Path) -> None:
    target.write_text("hello", encoding="utf-8")


def other_database(target: Path) -> None:
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


@pytest.mark.parametrize(
    ("make", "said"),
    [(missing, "cannot be read"), (text_file, "is not a backup"), (other_database, "is not a backup")],
)
def test_what_is_no_backup_is_refused_and_nothing_is_lost(
    archive: Archive, ann: Visitor, target: Path, before: Path, make: Callable[[Path], None], said: str
) -> None:
    fill(archive, ann)
    kept = contents(archive)
    make(target)
    with pytest.raises(WrongUseError, match=said):
        restore(archive.database, target, before)
    assert contents(archive) == kept


def test_a_damaged_backup_is_refused_and_nothing_is_lost(
    sqlite_archive: Archive, target: Path, before: Path
) -> None:
    visitor = sqlite_archive.visitors.recognise("key", NOW)
    for number in range(20):
        say(sqlite_archive, visitor, f"question {number}")
    back_up(sqlite_archive.database, target)
    data = bytearray(target.read_bytes())
    data[4096 : len(data) // 2] = b"\xa5" * (len(data) // 2 - 4096)
    target.write_bytes(data)
    with pytest.raises(StorageError, match="is damaged"):
        restore(sqlite_archive.database, target, before)
    assert len(sqlite_archive.conversations.mine(visitor, NOW)) == 20


def test_a_backup_that_cannot_be_written_leaves_the_former_one(sqlite_archive: Archive, target: Path) -> None:
    with pytest.raises(WrongUseError, match="cannot be written"):
        back_up(sqlite_archive.database, target.parent / "no such folder" / "x.sqlite")
    target.write_text("the former one", encoding="utf-8")
    sqlite_archive.close()
    file = sqlite_archive.database.file
    assert file is not None
    shutil.copy(target, file)
    with pytest.raises(StorageError):
        back_up(sqlite_archive.database, target)
    assert target.read_text(encoding="utf-8") == "the former one"
    assert [path.name for path in target.parent.iterdir()] == [target.name]
