from __future__ import annotations

from datetime import timedelta

from conversation_samples import DAY, NOW, newest, say

from assistant.conversations.archive import Archive
from assistant.conversations.stored import Swept, Visitor


def test_a_sweep_keeps_conversations_unless_told_for_how_long(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "old", at=NOW - 1000 * DAY)
    say(archive, ann, "new")
    assert archive.sweep(NOW, None) == Swept(0, 0, 0)
    assert archive.sweep(NOW, 30) == Swept(1, 0, 0)
    assert [row.title for row in archive.conversations.mine(ann, NOW)] == ["new"]


def test_a_sweep_removes_codes_that_have_ended(archive: Archive, ann: Visitor) -> None:
    code = archive.visitors.issue_code(ann, NOW)
    assert archive.sweep(code.expires - timedelta(seconds=1), None).codes == 0
    assert archive.sweep(code.expires, None).codes == 1


def test_a_sweep_removes_visitors_who_keep_nothing_and_never_came_back(
    archive: Archive, ann: Visitor, ben: Visitor
) -> None:
    say(archive, ben, "q")
    assert archive.sweep(NOW + 400 * DAY, None).visitors == 0
    assert archive.sweep(NOW + 401 * DAY, None).visitors == 1
    assert archive.visitors.find("key of ann") is None
    assert newest(archive, ben)


def test_an_archive_that_answers_passes_its_check(archive: Archive) -> None:
    archive.check()
