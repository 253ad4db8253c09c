from __future__ import annotations

import hashlib
import secrets

import pytest
from conversation_samples import DAY, NOW, files_with, newest, say
from sqlalchemy import func, select

from assistant.conversations.archive import Archive
from assistant.conversations.limits import MOST_NOTE, MOST_SNAPSHOT
from assistant.conversations.seal import digest
from assistant.conversations.shares import TOKEN_PREFIX, token_in
from assistant.conversations.stored import NewShare, OpenedShare, Share, Visitor
from assistant.conversations.tables import ShareRow
from assistant.errors import NotYoursError, WrongUseError

SNAPSHOT = '{"turns": ["zebra"]}'


@pytest.fixture
def link(archive: Archive, ann: Visitor) -> NewShare:
    """A link of ann's that never ends."""
    say(archive, ann, "q")
    return archive.shares.create(ann, newest(archive, ann), SNAPSHOT, None, NOW, "For you.")


def only(archive: Archive, ann: Visitor) -> Share:
    """Ann's only link."""
    (share,) = archive.shares.mine(ann)
    return share


def test_a_link_shows_its_snapshot_to_whoever_has_the_token(archive: Archive, link: NewShare) -> None:
    opened = archive.shares.open(link.token, NOW + DAY)
    assert opened == OpenedShare(link.id, SNAPSHOT, "For you.", NOW, NOW, None)


def test_openings_are_counted_and_peeks_are_not(archive: Archive, ann: Visitor, link: NewShare) -> None:
    archive.shares.open(link.token, NOW)
    archive.shares.open(link.token, NOW)
    archive.shares.peek(link.token, NOW)
    assert only(archive, ann).opened == 2


def test_the_owner_can_copy_the_link_again_and_the_database_cannot(
    archive: Archive, ann: Visitor, link: NewShare
) -> None:
    assert only(archive, ann).token == link.token
    assert archive.shares.all()[0].token is None
    with archive.database.reading() as session:
        row = session.scalars(select(ShareRow)).one()
        assert link.token not in row.sealed_token
        assert row.token_hash == hashlib.sha256(f"token\0{link.token}".encode()).hexdigest()


def test_a_token_is_found_nowhere_in_the_file(sqlite_archive: Archive) -> None:
    visitor = sqlite_archive.visitors.recognise("key", NOW)
    say(sqlite_archive, visitor, "q")
    link = sqlite_archive.shares.create(visitor, newest(sqlite_archive, visitor), SNAPSHOT, None, NOW)
    file = sqlite_archive.database.file
    assert file is not None
    assert files_with(file.parent, "zebra") != []
    assert files_with(file.parent, link.token.removeprefix(TOKEN_PREFIX)) == []


def test_a_token_has_at_least_128_random_bits_and_a_prefix_that_tells_it(
    archive: Archive, ann: Visitor, link: NewShare
) -> None:
    tokens = {archive.shares.create(ann, newest(archive, ann), "{}", None, NOW).token for _ in range(20)}
    assert len(tokens) == 20
    for token in tokens:
        assert token.startswith(TOKEN_PREFIX)
        assert 6 * len(token.removeprefix(TOKEN_PREFIX)) >= 128  # a character of base 64 is 6 bits


def test_a_token_is_not_shown_by_accident(link: NewShare, archive: Archive, ann: Visitor) -> None:
    assert link.token not in f"{link!r} {archive.shares.mine(ann)!r}"


def test_a_link_closes_at_its_end(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "q")
    link = archive.shares.create(ann, newest(archive, ann), SNAPSHOT, NOW + DAY, NOW)
    assert archive.shares.open(link.token, NOW + DAY / 2) is not None
    assert archive.shares.open(link.token, NOW + DAY) is None
    assert only(archive, ann).state(NOW) == "open"
    assert only(archive, ann).state(NOW + DAY) == "expired"
    assert only(archive, ann).opened == 1


def test_a_revoked_link_stays_closed_and_what_it_showed_is_deleted(
    archive: Archive, ann: Visitor, link: NewShare
) -> None:
    archive.shares.revoke(ann, link.id, NOW + DAY)
    archive.shares.revoke(ann, link.id, NOW + 2 * DAY)
    assert archive.shares.open(link.token, NOW) is None
    share = only(archive, ann)
    assert (share.revoked, share.state(NOW), share.token, share.note) == (NOW + DAY, "revoked", None, "")
    assert archive.shares.snapshot(ann, link.id) == ""
    with pytest.raises(WrongUseError, match="revoked"):
        archive.shares.update(ann, link.id, SNAPSHOT, None, NOW, "")


def test_a_link_can_show_something_else_under_the_same_address(
    archive: Archive, ann: Visitor, link: NewShare
) -> None:
    archive.shares.open(link.token, NOW)
    archive.shares.update(ann, link.id, '{"new": 1}', NOW + DAY, NOW + DAY / 2, "Look again.")
    opened = archive.shares.open(link.token, NOW + DAY / 2)
    assert opened == OpenedShare(link.id, '{"new": 1}', "Look again.", NOW, NOW + DAY / 2, NOW + DAY)
    assert only(archive, ann).opened == 2


def test_an_expired_link_opens_again_with_a_later_end(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "q")
    link = archive.shares.create(ann, newest(archive, ann), SNAPSHOT, NOW, NOW - DAY)
    assert archive.shares.peek(link.token, NOW) is None
    archive.shares.update(ann, link.id, SNAPSHOT, NOW + DAY, NOW, "")
    assert archive.shares.peek(link.token, NOW) is not None


@pytest.mark.parametrize(
    ("snapshot", "note"),
    [("", ""), ("x" * (MOST_SNAPSHOT + 1), ""), ("{}", "x" * (MOST_NOTE + 1))],
    ids=["empty", "long", "long note"],
)
def test_what_is_shared_is_neither_empty_nor_endless(
    archive: Archive, ann: Visitor, snapshot: str, note: str
) -> None:
    say(archive, ann, "q")
    with pytest.raises(WrongUseError):
        archive.shares.create(ann, newest(archive, ann), snapshot, None, NOW, note)
    assert archive.shares.mine(ann) == ()


def test_tokens_that_are_nearly_right_open_nothing(archive: Archive, link: NewShare) -> None:
    token = link.token
    other = "A" if token[-1] != "A" else "B"
    near = [
        token[:-1], f"{token}A", f"{token[:-1]}{other}", token.removeprefix(TOKEN_PREFIX), token.swapcase(),
        f" {token}", f"{token}\n", f"{token}%", f"{token[:-1]}%", f"{token[:-1]}_'", "", TOKEN_PREFIX, link.id,
        digest("token", token), token + "\0", "x" * 100_000,
    ]  # fmt: skip
    assert [wrong for wrong in near if archive.shares.open(wrong, NOW) is not None] == []
    assert archive.shares.open(token, NOW) is not None


def test_of_100_000_random_tokens_none_opens_anything(archive: Archive, ann: Visitor, link: NewShare) -> None:
    for _ in range(10):
        archive.shares.create(ann, newest(archive, ann), SNAPSHOT, None, NOW)
    tokens = [f"{TOKEN_PREFIX}{secrets.token_urlsafe(24)}" for _ in range(100_000)]
    hashes = [digest("token", token) for token in tokens]
    known = digest("token", link.token)
    with archive.database.reading() as session:
        for start in range(0, len(hashes), 10_000):
            part = hashes[start : start + 10_000]
            hits = select(func.count()).where(ShareRow.token_hash.in_([*part, known]))
            assert session.scalar(hits) == 1, "only the known one"
    assert [token for token in tokens[:500] if archive.shares.open(token, NOW) is not None] == []


def test_the_administrator_sees_every_link_but_not_what_it_shows(
    archive: Archive, ann: Visitor, ben: Visitor, link: NewShare
) -> None:
    say(archive, ben, "q")
    archive.shares.create(ben, newest(archive, ben), SNAPSHOT, None, NOW + DAY, "private note")
    listed = archive.shares.all()
    assert [share.created for share in listed] == [NOW + DAY, NOW]
    assert [(share.token, share.note) for share in listed] == [(None, ""), (None, "")]


@pytest.mark.parametrize("by", ["id", "token", "address"])
def test_the_administrator_can_close_any_link(archive: Archive, link: NewShare, by: str) -> None:
    which = {"id": link.id, "token": link.token, "address": f"https://t.example/s/{link.token}?x=1"}[by]
    assert archive.shares.revoke_any(which, NOW).revoked == NOW
    assert archive.shares.open(link.token, NOW) is None


@pytest.mark.parametrize("which", ["", "%", "nonsense", f"{TOKEN_PREFIX}{'A' * 32}"])
def test_closing_a_link_that_is_not_there_is_said(archive: Archive, link: NewShare, which: str) -> None:
    with pytest.raises(NotYoursError, match="no such link"):
        archive.shares.revoke_any(which, NOW)
    assert archive.shares.open(link.token, NOW) is not None


def test_a_token_is_found_in_an_address() -> None:
    token = f"{TOKEN_PREFIX}{'a-_9' * 8}"
    assert token_in(f"see https://t.example/s/{token}#top") == token
    assert token_in("https://t.example/s/") is None
