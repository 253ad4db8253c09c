"""What was deleted is found nowhere in the data folder, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from conversation_samples import DAY, NOW, answer_to, files_with, newest, say

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.redaction import by_hand
from assistant.conversations.stored import Visitor
from assistant.settings import Settings
from assistant.types import Answer

WORD = "zebrafinch"  # nowhere else, and its stem is itself


def told(question: str) -> Answer:
    """An answer that says the word in its text, its quote and its passage."""
    answer = answer_to(question, f"The {WORD} fee is $50.")
    (citation,) = answer.citations
    return replace(answer, citations=(replace(citation, quote=f"{WORD} q", passage=f"{WORD} p " * 2000),))


def fill(archive: Archive, visitor: Visitor) -> str:
    """A conversation that has the word wherever a text can stand, among others that have not."""
    for number in range(5):
        say(archive, visitor, f"other {number}", at=NOW - DAY)
    waiting = archive.turns.begin(visitor, f"{WORD}?", NOW)
    turn = archive.turns.answer(visitor, waiting.turn, told(f"{WORD}?"), None, NOW)
    for number in range(5):
        waiting = archive.turns.ask(visitor, waiting.conversation, f"{WORD} {number}?", NOW)
        archive.turns.answer(visitor, waiting.turn, told(waiting.question), None, NOW)
    archive.turns.ask(visitor, waiting.conversation, f"{WORD} waits", NOW)
    archive.conversations.rename(visitor, waiting.conversation, f"My {WORD}")
    archive.thumbs.give(visitor, turn.id, "down", f"{WORD} is wrong", NOW)
    archive.shares.create(visitor, waiting.conversation, f'{{"{WORD}": 1}}', None, NOW, f"{WORD} note")
    return waiting.conversation


@pytest.fixture
def visitor(sqlite_archive: Archive) -> Visitor:
    """Whose it is."""
    return sqlite_archive.visitors.recognise("key", NOW)


Erase = Callable[[Archive, Visitor, str], object]


def hide(archive: Archive, visitor: Visitor, conversation: str) -> None:
    """The word hidden in the owner's own copy; its link, which shows it, withdrawn."""
    archive.conversations.hide(visitor, conversation, [by_hand(WORD)])
    for share in archive.shares.mine(visitor):
        archive.shares.revoke(visitor, share.id, NOW)


WAYS: dict[str, Erase] = {
    "delete": lambda a, v, id: a.conversations.delete(v, id),
    "forget": lambda a, v, id: a.visitors.forget(v),
    "hiding": hide,
    "retention": lambda a, v, id: a.sweep(NOW + 31 * DAY, 30),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_deleted_conversation_leaves_no_trace(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor, way: str
) -> None:
    conversation = fill(sqlite_archive, visitor)
    assert files_with(sqlite_settings.home, WORD) != []
    WAYS[way](sqlite_archive, visitor, conversation)
    assert files_with(sqlite_settings.home, WORD) == []
    sqlite_archive.close()
    assert files_with(sqlite_settings.home, WORD) == []


def test_it_leaves_none_either_while_another_process_has_the_file_open(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    conversation = fill(sqlite_archive, visitor)
    with closing(open_archive(sqlite_settings)) as other:
        other.conversations.read(visitor, conversation)
        sqlite_archive.conversations.delete(visitor, conversation)
        assert files_with(sqlite_settings.home, WORD) == []


def test_a_former_title_leaves_no_trace(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    say(sqlite_archive, visitor, "q")
    conversation = newest(sqlite_archive, visitor)
    sqlite_archive.conversations.rename(visitor, conversation, WORD)
    assert files_with(sqlite_settings.home, WORD) != []
    sqlite_archive.conversations.rename(visitor, conversation, "Plain")
    assert files_with(sqlite_settings.home, WORD) == []


def share_of(archive: Archive, visitor: Visitor, snapshot: str) -> str:
    say(archive, visitor, "q")
    return archive.shares.create(visitor, newest(archive, visitor), snapshot, None, NOW, snapshot).id


def test_a_revoked_link_leaves_none_of_what_it_showed(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    share = share_of(sqlite_archive, visitor, WORD * 50)
    assert files_with(sqlite_settings.home, WORD) != []
    sqlite_archive.shares.revoke(visitor, share, NOW)
    assert files_with(sqlite_settings.home, WORD) == []


def test_an_updated_link_leaves_none_of_what_it_showed_before(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    share = share_of(sqlite_archive, visitor, WORD * 50)
    sqlite_archive.shares.update(visitor, share, "{}", None, NOW, "")
    assert files_with(sqlite_settings.home, WORD) == []


def test_a_withdrawn_question_leaves_no_trace(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    waiting = sqlite_archive.turns.begin(visitor, WORD, NOW)
    assert files_with(sqlite_settings.home, WORD) != []
    sqlite_archive.turns.withdraw(visitor, waiting.turn)
    assert files_with(sqlite_settings.home, WORD) == []


def test_a_reason_taken_back_leaves_no_trace(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor
) -> None:
    (turn,) = say(sqlite_archive, visitor, "q")
    sqlite_archive.thumbs.give(visitor, turn.id, "down", WORD, NOW)
    sqlite_archive.thumbs.take_back(visitor, turn.id)
    assert files_with(sqlite_settings.home, WORD) == []


def test_opening_clears_what_a_kill_left_in_the_log(
    sqlite_archive: Archive, sqlite_settings: Settings, visitor: Visitor, tmp_path: Path
) -> None:
    conversation = fill(sqlite_archive, visitor)
    with closing(open_archive(sqlite_settings)) as reader, reader.database.reading() as session:
        # A reader that stays keeps the log from being emptied.
        session.connection().exec_driver_sql("SELECT count(*) FROM turns")
        with sqlite_archive.database.writing() as writing:
            writing.connection().exec_driver_sql("DELETE FROM conversations WHERE id = ?", (conversation,))
    assert files_with(sqlite_settings.home, WORD) != []
    open_archive(sqlite_settings).close()
    assert files_with(sqlite_settings.home, WORD) == []


def test_a_reader_that_stays_holds_nobody_up_for_long(
    sqlite_archive: Archive,
    sqlite_settings: Settings,
    visitor: Visitor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    conversation = fill(sqlite_archive, visitor)
    with closing(open_archive(sqlite_settings)) as reader, reader.database.reading() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM turns")
        sqlite_archive.conversations.delete(visitor, conversation)
        assert "Deleted text stays" in caplog.text
    say(sqlite_archive, visitor, "q")
    sqlite_archive.conversations.delete(visitor, newest(sqlite_archive, visitor))
    assert files_with(sqlite_settings.home, WORD) == []
