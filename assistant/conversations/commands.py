"""The commands `techpath backup`, `restore`, `share` and `feedback`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.backup import Kept, back_up, restore
from assistant.conversations.stored import FeedbackEntry, Share
from assistant.conversations.wording import CommandWording
from assistant.errors import WrongUseError
from assistant.settings import read_settings

__all__ = ["backup_app", "feedback_app", "restore_app", "share_app"]

backup_app = typer.Typer(add_completion=False)
restore_app = typer.Typer(add_completion=False)
share_app = typer.Typer(add_completion=False, no_args_is_help=True, help="Look after shared links.")
feedback_app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Read what people say of answers."
)

_BEFORE = "conversations-before-restore.sqlite"


@backup_app.command(epilog="Example: techpath backup conversations-2026-11.sqlite")
def backup_command(
    file: Annotated[Path, typer.Argument(help="The file to write; an older one of this name is replaced.")],
) -> None:
    """Save all conversations, links and feedback in one file, while pages are open."""
    with _archive() as archive:
        kept = back_up(archive.database, file)
    print(CommandWording.BACKED_UP.format(file=file, kept=_in_words(kept)))


@restore_app.command(epilog="Example: techpath restore conversations-2026-11.sqlite")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `techpath backup` has written.")],
) -> None:
    """Put a backup in the place of all conversations, links and feedback, while pages are open."""
    before = read_settings().home / _BEFORE
    before.parent.mkdir(parents=True, exist_ok=True)
    with _archive() as archive:
        kept = restore(archive.database, file, before)
    print(CommandWording.RESTORED.format(file=file, kept=_in_words(kept), before=before))


@share_app.command("list", epilog="Example: techpath share list")
def share_list(
    as_json: Annotated[bool, typer.Option("--json", help="Print the links as JSON.")] = False,
) -> None:
    """List every link: when it was made, when it ends, how often it was opened. Not what it shows."""
    now = datetime.now(UTC)
    with _archive() as archive:
        shares = archive.shares.all()
    if as_json:
        print(json.dumps([_share_to_json(share, now) for share in shares], indent=2))
    elif shares:
        Console().print(_share_table(shares, now))
    else:
        print(CommandWording.NO_LINKS)


@share_app.command("revoke", epilog="Example: techpath share revoke https://techpath.example/s/tpl_…")
def share_revoke(
    link: Annotated[str, typer.Argument(help="The link's id, or its whole address.")],
) -> None:
    """Close anybody's link for good, and delete what it showed."""
    with _archive() as archive:
        share = archive.shares.revoke_any(link, datetime.now(UTC))
    print(CommandWording.REVOKED.format(id=share.id, opened=share.opened))


@feedback_app.command("list", epilog="Example: techpath feedback list --most 20")
def feedback_list(
    most: Annotated[int, typer.Option(min=1, help="How many, the newest first.")] = 50,
) -> None:
    """Show thumbs and reasons with their questions, the newest first."""
    with _archive() as archive:
        entries = archive.thumbs.all(most)
    if entries:
        Console().print(_feedback_table(entries))
    else:
        print(CommandWording.NO_FEEDBACK)


@feedback_app.command("export", epilog="Example: techpath feedback export feedback.jsonl")
def feedback_export(
    file: Annotated[str, typer.Argument(help="The file to write, or - for standard output.")],
) -> None:
    """Write all feedback, one JSON object a line: for a spreadsheet, or to make test cases of."""
    with _archive() as archive:
        entries = archive.thumbs.all()
    lines = "".join(f"{json.dumps(_entry_to_json(entry), ensure_ascii=False)}\n" for entry in entries)
    if file == "-":
        sys.stdout.write(lines)
        return
    try:
        Path(file).write_text(lines, encoding="utf-8")
    except OSError as error:
        raise WrongUseError(f"{file} cannot be written: {error.strerror}.") from error
    print(CommandWording.EXPORTED.format(count=len(entries), file=file))


@contextmanager
def _archive() -> Iterator[Archive]:
    archive = open_archive(read_settings())
    try:
        yield archive
    finally:
        archive.close()


def _in_words(kept: Kept) -> str:
    return CommandWording.KEPT.format(**asdict(kept))


def _share_table(shares: tuple[Share, ...], now: datetime) -> Table:
    table = Table("Id", "Made", "Ends", "State", "Opened")
    for share in shares:
        ends = "never" if share.expires is None else share.expires.date().isoformat()
        made = share.created.date().isoformat()
        table.add_row(share.id, made, ends, share.state(now), str(share.opened))
    return table


def _feedback_table(entries: tuple[FeedbackEntry, ...]) -> Table:
    table = Table("Given", "Thumb", "Question", "Reason", "Outcome")
    for entry in entries:
        given = entry.given.date().isoformat()
        # Text and not markup: somebody may have typed [red].
        table.add_row(given, entry.thumb, escape(entry.question), escape(entry.reason), entry.outcome)
    return table


def _share_to_json(share: Share, now: datetime) -> dict[str, Any]:
    return {
        "id": share.id,
        "created": share.created.isoformat(),
        "updated": share.updated.isoformat(),
        "expires": share.expires.isoformat() if share.expires else None,
        "state": share.state(now),
        "opened": share.opened,
    }


def _entry_to_json(entry: FeedbackEntry) -> dict[str, Any]:
    return {**asdict(entry), "given": entry.given.isoformat(), "chunks": list(entry.chunks)}
