from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conversation_samples import DAY, NOW, newest, say
from typer import Typer
from typer.testing import CliRunner, Result

from assistant.conversations.archive import Archive
from assistant.conversations.commands import backup_app, feedback_app, restore_app, share_app
from assistant.conversations.stored import NewShare, Visitor
from assistant.errors import NotYoursError, WrongUseError
from assistant.settings import Settings

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function (app, *arguments) that runs a command on the archive's database."""
    monkeypatch.setenv("TECHPATH_HOME", str(settings.home))
    if settings.database_url:
        monkeypatch.setenv("TECHPATH_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("COLUMNS", "160")

    def call(app: Typer, *arguments: str) -> Result:
        result = CliRunner().invoke(app, list(arguments))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def link(archive: Archive, ann: Visitor) -> NewShare:
    """A link of ann's, opened once."""
    (turn,) = say(archive, ann, "What does [red]it[/red] cost?")
    archive.thumbs.give(ann, turn.id, "down", "The fee is old.", NOW)
    made = archive.shares.create(ann, newest(archive, ann), "{}", None, NOW, "private note")
    archive.shares.open(made.token, NOW)
    return made


def test_backup_and_restore_say_what_they_did(
    archive: Archive, ann: Visitor, link: NewShare, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "b.sqlite"
    said = run(backup_app, str(file)).stdout
    assert said == f"Saved in {file}: conversations 1, turns 1, links 1, thumbs 1.\n"
    archive.conversations.delete(ann, newest(archive, ann))
    said = run(restore_app, str(file)).stdout
    assert said.startswith(f"Restored from {file}: conversations 1, ")
    (before,) = re.findall(r"before is in (.*?);", said)
    assert Path(before).is_file()
    assert len(archive.conversations.mine(ann, NOW)) == 1


def test_links_are_listed_without_what_they_show(link: NewShare, run: Run) -> None:
    said = run(share_app, "list").stdout
    assert link.id in said
    assert all(word in said for word in ("2026-11-22", "never", "open", "1"))
    assert not any(hidden in said for hidden in (link.token, "private note"))


def test_links_are_listed_for_programs(archive: Archive, ann: Visitor, link: NewShare, run: Run) -> None:
    archive.shares.create(ann, newest(archive, ann), "{}", NOW, NOW - DAY)
    listed = json.loads(run(share_app, "list", "--json").stdout)
    assert [list(share) for share in listed] == [
        ["id", "created", "updated", "expires", "state", "opened"]
    ] * 2
    assert [(share["opened"], share["expires"]) for share in listed] == [
        (1, None),
        (0, "2026-11-22T09:30:00+00:00"),
    ]


def test_a_link_is_closed_by_its_address(archive: Archive, link: NewShare, run: Run) -> None:
    said = run(share_app, "revoke", f"https://t.example/s/{link.token}").stdout
    assert said == f"Link {link.id} is closed, and what it showed is deleted. Times opened: 1.\n"
    assert archive.shares.peek(link.token, NOW) is None
    with pytest.raises(NotYoursError, match="no such link"):
        run(share_app, "revoke", "nonsense")


def test_feedback_is_listed_as_text(link: NewShare, run: Run) -> None:
    said = run(feedback_app, "list").stdout
    assert all(word in said for word in ("What does [red]it[/red] cost?", "The fee is old.", "down"))


def test_feedback_is_exported_one_object_a_line(link: NewShare, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "feedback.jsonl"
    assert run(feedback_app, "export", str(file)).stdout == f"Saved in {file}: thumbs 1.\n"
    (line,) = file.read_text(encoding="utf-8").splitlines()
    entry = json.loads(line)
    assert (entry["thumb"], entry["chunks"], entry["generation"]) == ("down", ["c1"], "g1")
    assert entry["given"] == "2026-11-22T09:30:00+00:00"
    assert json.loads(run(feedback_app, "export", "-").stdout) == entry


def test_feedback_that_cannot_be_written_is_said(link: NewShare, run: Run, tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="cannot be written"):
        run(feedback_app, "export", str(tmp_path / "no" / "such" / "folder"))


def test_where_there_is_nothing_it_says_so(archive: Archive, run: Run) -> None:
    assert run(share_app, "list").stdout == "There are no links.\n"
    assert json.loads(run(share_app, "list", "--json").stdout) == []
    assert run(feedback_app, "list").stdout == "There is no feedback yet.\n"
    assert run(feedback_app, "export", "-").stdout == ""
