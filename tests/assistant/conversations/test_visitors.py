from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from conversation_samples import DAY, NOW, files_with, newest, say
from sqlalchemy import select

from assistant.conversations.archive import Archive
from assistant.conversations.stored import Visitor
from assistant.conversations.tables import VisitorRow
from assistant.conversations.visitors import CODE_LIFE, new_key


def test_a_key_opens_the_same_visitor_every_time(archive: Archive) -> None:
    key = new_key()
    assert archive.visitors.find(key) is None
    visitor = archive.visitors.recognise(key, NOW)
    assert archive.visitors.recognise(key, NOW + DAY) == archive.visitors.find(key) == visitor
    assert archive.visitors.recognise(new_key(), NOW) != visitor


def test_keys_are_long_and_never_the_same() -> None:
    keys = {new_key() for _ in range(1000)}
    assert len(keys) == 1000
    assert min(map(len, keys)) >= 256 / 6


def test_neither_key_nor_secret_is_stored(sqlite_archive: Archive) -> None:
    file = sqlite_archive.database.file
    assert file is not None
    key = new_key()
    visitor = sqlite_archive.visitors.recognise(key, NOW)
    assert files_with(file.parent, visitor.id) != []
    assert files_with(file.parent, key) == []
    assert not any(visitor.secret in path.read_bytes() for path in file.parent.iterdir())


def test_a_visitor_s_secret_is_not_shown() -> None:
    assert "hush" not in repr(Visitor("id", b"hush"))


def test_tabs_that_open_at_once_get_one_visitor(archive: Archive) -> None:
    key, found = new_key(), []
    threads = [
        threading.Thread(target=lambda: found.append(archive.visitors.recognise(key, NOW))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1


def test_when_somebody_was_seen_is_written_once_a_day(archive: Archive, ann: Visitor) -> None:
    def seen() -> object:
        with archive.database.reading() as session:
            return session.scalar(select(VisitorRow.seen).where(VisitorRow.id == ann.id))

    archive.visitors.recognise("key of ann", NOW + timedelta(hours=23))
    assert seen() == NOW
    archive.visitors.recognise("key of ann", NOW + DAY)
    assert seen() == NOW + DAY


def test_a_code_takes_a_visitor_to_another_device_with_all_that_both_kept(
    archive: Archive, ann: Visitor
) -> None:
    say(archive, ann, "on the first device")
    other = archive.visitors.recognise("key of the phone", NOW)
    say(archive, other, "on the phone")
    link = archive.shares.create(other, newest(archive, other), "{}", None, NOW)
    code = archive.visitors.issue_code(ann, NOW)
    assert archive.visitors.redeem_code(code.code, "key of the phone", NOW) == ann
    assert archive.visitors.recognise("key of the phone", NOW) == ann
    listed = {row.title for row in archive.conversations.mine(ann, NOW)}
    assert listed == {"on the first device", "on the phone"}
    assert [share.token for share in archive.shares.mine(ann)] == [link.token]
    assert archive.shares.peek(link.token, NOW) is not None


def test_a_device_that_kept_nothing_needs_no_visitor_of_its_own(archive: Archive, ann: Visitor) -> None:
    code = archive.visitors.issue_code(ann, NOW)
    assert archive.visitors.redeem_code(code.code, "new key", NOW) == ann
    assert archive.visitors.find("new key") == ann


def test_what_a_third_device_opens_too_stays_with_it(archive: Archive, ann: Visitor, ben: Visitor) -> None:
    say(archive, ben, "ben's")
    second = archive.visitors.issue_code(ben, NOW)
    archive.visitors.redeem_code(second.code, "ben's phone", NOW)
    code = archive.visitors.issue_code(ann, NOW)
    archive.visitors.redeem_code(code.code, "ben's phone", NOW)
    assert archive.visitors.find("ben's phone") == ann
    assert [row.title for row in archive.conversations.mine(ben, NOW)] == ["ben's"]
    assert archive.conversations.mine(ann, NOW) == ()


def test_a_code_works_once(archive: Archive, ann: Visitor, ben: Visitor) -> None:
    code = archive.visitors.issue_code(ann, NOW)
    archive.visitors.redeem_code(code.code, "phone", NOW)
    assert archive.visitors.redeem_code(code.code, "key of ben", NOW) is None
    assert archive.visitors.find("key of ben") == ben


def test_of_many_that_redeem_a_code_at_once_one_gets_in(archive: Archive, ann: Visitor) -> None:
    code = archive.visitors.issue_code(ann, NOW)
    found: list[Visitor | None] = []

    def redeem(key: str) -> None:
        found.append(archive.visitors.redeem_code(code.code, key, NOW))

    threads = [threading.Thread(target=redeem, args=(f"device {n}",)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(bool, found)) == [False, False, False, False, True]


def test_a_code_ends_with_its_life_and_when_a_new_one_is_made(archive: Archive, ann: Visitor) -> None:
    code = archive.visitors.issue_code(ann, NOW)
    assert code.expires == NOW + CODE_LIFE
    assert archive.visitors.redeem_code(code.code, "phone", NOW + CODE_LIFE) is None
    fresh = archive.visitors.issue_code(ann, NOW)
    assert archive.visitors.redeem_code(code.code, "phone", NOW) is None
    assert archive.visitors.redeem_code(fresh.code, "phone", NOW) == ann


def test_a_code_is_read_as_people_type_it(archive: Archive, ann: Visitor) -> None:
    for typed in (str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("0", "o").replace("1", "l")):  # fmt: skip
        code = archive.visitors.issue_code(ann, NOW)
        assert archive.visitors.redeem_code(f" {typed(code.code)}\n", "phone", NOW) == ann


@pytest.mark.parametrize("code", ["", "hello", "AAAA-AAAA-AAAA", "U" * 12, "A" * 10_000, "☂" * 12])
def test_what_is_no_code_opens_nothing(archive: Archive, ann: Visitor, code: str) -> None:
    archive.visitors.issue_code(ann, NOW)
    assert archive.visitors.redeem_code(code, "phone", NOW) is None
    assert archive.visitors.find("phone") is None


def test_codes_are_stored_by_hash_only(sqlite_archive: Archive) -> None:
    visitor = sqlite_archive.visitors.recognise("key", NOW)
    code = sqlite_archive.visitors.issue_code(visitor, NOW).code
    file = sqlite_archive.database.file
    assert file is not None
    assert files_with(file.parent, code) == files_with(file.parent, code.replace("-", "")) == []


def test_an_account_is_no_browser_s_key(archive: Archive) -> None:
    account = archive.visitors.recognise_account("https://id.example", "42", NOW)
    assert archive.visitors.recognise_account("https://id.example", "42", NOW) == account
    forged = archive.visitors.recognise("account\nhttps://id.example\n42", NOW)
    assert forged.id != account.id


def test_signing_in_can_bring_along_what_the_browser_kept(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "before signing in")
    archive.thumbs.give(ann, turn.id, "up", "", NOW)
    account = archive.visitors.recognise_account("https://id.example", "42", NOW)
    archive.visitors.bring(ann, account)
    assert archive.conversations.mine(ann, NOW) == ()
    assert set(archive.thumbs.of(account, newest(archive, account))) == {turn.id}
    archive.visitors.bring(account, account)
    assert len(archive.conversations.mine(account, NOW)) == 1


def test_a_visitor_can_be_forgotten_with_all_that_is_theirs(
    archive: Archive, ann: Visitor, ben: Visitor
) -> None:
    say(archive, ann, "ann's")
    archive.shares.create(ann, newest(archive, ann), "{}", None, NOW)
    say(archive, ben, "ben's")
    archive.visitors.forget(ann)
    assert archive.visitors.find("key of ann") is None
    assert (archive.conversations.mine(ann, NOW), archive.shares.all()) == ((), ())
    assert len(archive.conversations.mine(ben, NOW)) == 1
