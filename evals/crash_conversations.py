"""Writers of conversations killed with SIGKILL at random moments -> what went wrong; it should be nothing.

A child process keeps turns from several threads and reports each one on its output as soon as the
archive has acknowledged it. While it writes, this process reads what they keep. After the kill all
that was acknowledged must be there, whole; nothing may be shown that is not whole; and what was
acknowledged as deleted must be gone.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.stored import Visitor
from assistant.errors import NotYoursError
from assistant.settings import Settings, read_settings
from assistant.types import Answer, Block, Citation, Claim, Profile, Source
from evals.processes import environment

__all__ = ["ConversationCrashReport", "crash_conversations", "write_until_killed"]

_LATEST = 1.0  # seconds from the first acknowledged turn to the kill, at most
_TURNS = 6  # of a conversation, before a client begins another
_KEPT = 3  # conversations of a client, before it deletes the oldest
_PASSAGE = 4_000  # characters, so that an answer fills several pages of the database
_CHILD = "import sys; from evals.crash_conversations import write_until_killed as write; write(*sys.argv[1:])"
_SOURCE = Source("s", "A rule", "A board", "https://board.example", "law-or-board", "2026-05", "2026-11-01")


@dataclass(slots=True)
class ConversationCrashReport:
    """What happened; `faults` says each thing that should not have."""

    kills: int = 0
    acknowledged: int = 0  # turns
    deleted: int = 0  # conversations
    reads: int = 0  # of conversations, while they were written
    waiting: int = 0  # questions without an answer, left by the kills
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """One paragraph."""
        return (
            f"The writing process was killed {self.kills} times. It had acknowledged {self.acknowledged} "
            f"turns and {self.deleted} deletions; {self.waiting} questions were left waiting. Conversations "
            f"were read {self.reads} times while they were written. {self.seconds / 60:.1f} minutes. "
            f"Faults: {'; '.join(self.faults) or 'none'}."
        )


@dataclass(slots=True)
class _Told:
    """What the writers have acknowledged."""

    turns: dict[str, str] = field(default_factory=dict)  # turn -> conversation
    leaving: set[str] = field(default_factory=set)  # conversations about to be deleted
    gone: set[str] = field(default_factory=set)  # conversations acknowledged as deleted


def crash_conversations(
    times: int,
    seed: int,
    clients: int = 8,
    database_url: str = "",
    tell: Callable[[str], None] = lambda words: None,
) -> ConversationCrashReport:
    """Kill a process of writing clients `times` times, and look after each.

    Args:
        times: how many kills.
        seed: of the moments.
        clients: threads that write.
        database_url: an empty PostgreSQL database; "" takes a SQLite file of its own.
        tell: hears of every kill.
    """
    moments = random.Random(seed)
    report, told = ConversationCrashReport(), _Told()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="techpath-crash-") as home:
        given = {"TECHPATH_HOME": home, "TECHPATH_DATABASE_URL": database_url}
        settings = read_settings(given)
        with closing(open_archive(settings)) as archive:
            for number in range(1, times + 1):
                lines = _killed(given, clients, moments, lambda: _look(archive, clients, report))
                _note(lines, told)
                _compare(archive, clients, number, told, report)
                report.kills += 1
                tell(f"{number}: {len(told.turns)} turns; faults so far: {len(report.faults)}")
        _check_file(settings, report)
    report.acknowledged, report.deleted = len(told.turns), len(told.gone)
    report.seconds = time.perf_counter() - started
    return report


def write_until_killed(clients: str, first: str) -> None:
    """What the child process does: write from so many threads, and never end.

    Args:
        clients: how many threads.
        first: a number that no run before has used.
    """
    archive = open_archive(read_settings())
    threads = [
        threading.Thread(target=_write, args=(archive, client, int(first)), daemon=True)
        for client in range(int(clients))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(archive: Archive, client: int, number: int) -> None:
    """One client: conversations of some turns, now and then an edited question or a deletion."""
    visitor = _visitor(archive, client)
    while True:
        _delete_oldest(archive, visitor)
        waiting = archive.turns.begin(visitor, f"question {number}", _now())
        for _ in range(_TURNS):
            turn = archive.turns.answer(visitor, waiting.turn, _made(waiting.question), "g", _now())
            print(f"answered {turn.id} {waiting.conversation}\n", end="", flush=True)
            number += 1
            asked = f"question {number}"
            if number % 5:
                waiting = archive.turns.ask(visitor, waiting.conversation, asked, _now())
            else:
                waiting = archive.turns.edit(visitor, turn.id, asked, _now())


def _delete_oldest(archive: Archive, visitor: Visitor) -> None:
    listed = archive.conversations.mine(visitor, _now())
    if len(listed) > _KEPT:
        oldest = listed[-1].id
        print(f"deleting - {oldest}\n", end="", flush=True)
        archive.conversations.delete(visitor, oldest)
        print(f"deleted - {oldest}\n", end="", flush=True)


def _killed(
    given: dict[str, str], clients: int, moments: random.Random, meanwhile: Callable[[], None]
) -> list[str]:
    """Start the child, let it write for a while, kill it -> what it has acknowledged."""
    first = str(moments.randrange(10**6))
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(clients), first],
        stdout=subprocess.PIPE,
        env={**environment(Path(given["TECHPATH_HOME"])), **given},
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None
    lines = [child.stdout.readline()]
    if not lines[0]:
        raise RuntimeError(f"The writing process has ended with {child.wait()}.")
    rest = threading.Thread(target=lambda: lines.extend(child.stdout or ()))
    rest.start()
    end = time.monotonic() + moments.uniform(0, _LATEST)
    while time.monotonic() < end:
        meanwhile()
    child.send_signal(signal.SIGKILL)
    child.wait()
    rest.join()
    child.stdout.close()
    return lines


def _note(lines: list[str], told: _Told) -> None:
    for line in lines:
        if not line.endswith("\n") or not line.strip():
            continue  # cut by the kill: nobody has read it
        what, turn, conversation = line.split()
        if what == "answered":
            told.turns[turn] = conversation
        else:
            (told.leaving if what == "deleting" else told.gone).add(conversation)


def _look(archive: Archive, clients: int, report: ConversationCrashReport) -> None:
    """Read, as a second tab does, what is just being written."""
    visitor = _visitor(archive, report.reads % clients)
    for summary in archive.conversations.mine(visitor, _now(), most=1):
        report.reads += 1
        with suppress(NotYoursError):  # deleted meanwhile
            _check_whole(archive, visitor, summary.id, report)


def _compare(
    archive: Archive, clients: int, number: int, told: _Told, report: ConversationCrashReport
) -> None:
    there: set[str] = set()
    listed: set[str] = set()
    report.waiting = 0
    for client in range(clients):
        visitor = _visitor(archive, client)
        for summary in archive.conversations.mine(visitor, _now(), most=10**6):
            listed.add(summary.id)
            there |= _check_whole(archive, visitor, summary.id, report)
            report.waiting += archive.conversations.read(visitor, summary.id).unanswered is not None
    lost = [turn for turn, of in told.turns.items() if turn not in there and of not in told.leaving]
    if lost:
        report.faults.append(f"kill {number}: {len(lost)} acknowledged turns are lost")
    if told.gone & listed:
        report.faults.append(f"kill {number}: {len(told.gone & listed)} deleted conversations are back")


def _check_whole(
    archive: Archive, visitor: Visitor, conversation: str, report: ConversationCrashReport
) -> set[str]:
    """The ids of a conversation's turns, each compared with what was written."""
    turns = archive.conversations.whole(visitor, conversation)
    torn = [turn.id for turn in turns if turn.answer != _made(turn.question)]
    if torn:
        report.faults.append(f"{len(torn)} turns are not as they were written")
    return {turn.id for turn in turns}


def _check_file(settings: Settings, report: ConversationCrashReport) -> None:
    """SQLite's own check of the file, page by page and index by index."""
    with closing(open_archive(settings)) as archive:
        if archive.database.file is None:
            return
        with archive.database.driver() as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        report.faults.append(f"the file is damaged: {verdict}")


def _visitor(archive: Archive, client: int) -> Visitor:
    return archive.visitors.recognise(f"client-{client}", _now())


def _made(question: str) -> Answer:
    """The answer to a question; long, so that half of it would be seen."""
    quote = f"The answer to {question}."
    passage = (f"{quote} " * (_PASSAGE // len(quote)))[:_PASSAGE]
    citation = Citation(1, _SOURCE, "c", "d", "A rule", "", None, quote, passage)
    blocks = (Block("paragraph", (Claim(quote, (1,)),)),)
    return Answer(question, question, "answered", "embedded", blocks, (citation,), Profile())


def _now() -> datetime:
    return datetime.now(UTC)
