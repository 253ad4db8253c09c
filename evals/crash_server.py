"""The page's server killed with SIGKILL at random moments under writing visitors -> what went wrong.

Visitors ask over the page's own websocket. A turn counts as shown from the first moment at which a
part of its answer is on a visitor's page. After each kill the server is started again: all that was
shown must be kept whole, and the page must show whole turns only.
"""

from __future__ import annotations

import random
import re
import socket
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.stored import StoredTurn
from assistant.settings import read_settings
from evals.processes import environment, techpath
from evals.visiting import Gone, Visit

__all__ = ["ServerCrashReport", "crash_server"]

_LATEST = 4.0  # seconds from the first answer on a page to the kill, at most
_START = 180.0  # seconds for a server to be ready
_TURNS = 6  # of a conversation, before a visitor begins another
_KEY = "visitor-of-the-crash-test-number-{:03}"
_MARK = re.compile(r"#source-(\d+)-(\d+)\)")
_STATES = tuple(sorted(place_name(code) for code in JURISDICTIONS))

_Shown = dict[tuple[str, str], int]  # (conversation, question) -> the visitor who saw an answer to it


@dataclass(slots=True)
class ServerCrashReport:
    """What happened; `faults` says each thing that should not have."""

    kills: int = 0
    shown: int = 0  # turns of which a part was on a visitor's page
    pages: int = 0  # pages looked at after a start
    waiting: int = 0  # questions without an answer, left by the kills
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """One paragraph."""
        return (
            f"The server was killed {self.kills} times. {self.shown} turns had been shown, in part or "
            f"whole; {self.waiting} questions were left waiting. {self.pages} pages were looked at after a "
            f"new start. {self.seconds / 60:.1f} minutes. Faults: {'; '.join(self.faults) or 'none'}."
        )


def crash_server(
    times: int,
    seed: int,
    clients: int = 8,
    database_url: str = "",
    tell: Callable[[str], None] = lambda words: None,
) -> ServerCrashReport:
    """Kill a server under asking visitors `times` times, and look after each.

    Args:
        times: how many kills.
        seed: of the moments.
        clients: visitors that ask at the same time.
        database_url: an empty PostgreSQL database; "" takes a SQLite file of its own.
        tell: hears of every kill.
    """
    moments = random.Random(seed)
    report, shown = ServerCrashReport(), _Shown()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="techpath-crash-") as folder:
        home = _home(Path(folder))
        given = {"TECHPATH_HOME": str(home), "TECHPATH_DATABASE_URL": database_url}
        with closing(open_archive(read_settings(given))) as archive:
            for number in range(1, times + 1):
                with _serving(given) as (port, server):
                    _compare(archive, shown, clients, report)
                    _look(archive, port, clients, report)
                    _kill_amid(server, port, clients, moments, shown)
                report.kills = number
                tell(f"{number}: {len(shown)} turns shown; faults so far: {len(report.faults)}")
            with _serving(given) as (port, server):
                _compare(archive, shown, clients, report)
                _look(archive, port, clients, report)
    report.shown, report.seconds = len(shown), time.perf_counter() - started
    return report


def _home(folder: Path) -> Path:
    """A home of its own for conversations, on the current index."""
    settings = read_settings()
    for part in (settings.indexes, settings.models):
        (folder / part.name).symlink_to(part)
    return folder


@contextmanager
def _serving(given: dict[str, str]) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A server that is ready; it is killed at the end, if it has not been."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
    variables = {**environment(Path(given["TECHPATH_HOME"])), **given, "PORT": str(port)}
    server = subprocess.Popen(
        techpath("serve"), env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_ready(server, port)
        yield port, server
    finally:
        server.kill()
        server.wait()


def _wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not become ready.")


def _kill_amid(
    server: subprocess.Popen[bytes], port: int, clients: int, moments: random.Random, shown: _Shown
) -> None:
    """Let the visitors ask, kill the server at some moment, and wait until all have noticed."""
    answered = threading.Event()
    visitors = [
        threading.Thread(target=_ask_until_gone, args=(port, client, shown, answered))
        for client in range(clients)
    ]
    for visitor in visitors:
        visitor.start()
    answered.wait(_START)
    time.sleep(moments.uniform(0, _LATEST))
    server.kill()
    for visitor in visitors:
        visitor.join()


def _ask_until_gone(port: int, client: int, shown: _Shown, answered: threading.Event) -> None:
    """One visitor: conversations of some turns, and a note of every answer as soon as a part of it shows."""
    try:
        while True:
            with closing(Visit(port, _KEY.format(client))) as visit:
                for number, state in enumerate(random.sample(_STATES, _TURNS), start=1):
                    question = f"How do I become a pharmacy technician in {state}?"
                    for text in visit.ask(question):
                        if f"#source-{number}-" in text:
                            shown[visit.conversation, question] = client
                            answered.set()
    except Gone:
        return


def _compare(archive: Archive, shown: _Shown, clients: int, report: ServerCrashReport) -> None:
    """All that was shown is kept."""
    kept: set[tuple[str, str]] = set()
    report.waiting = 0
    for visitor in (archive.visitors.recognise(_KEY.format(client), _now()) for client in range(clients)):
        for summary in archive.conversations.mine(visitor, _now(), most=10**6):
            found = archive.conversations.read(visitor, summary.id)
            kept |= {(summary.id, turn.question) for turn in found.turns}
            report.waiting += found.unanswered is not None
    lost = set(shown) - kept
    if lost:
        report.faults.append(f"kill {report.kills}: {len(lost)} turns that were shown are lost")


def _look(archive: Archive, port: int, clients: int, report: ServerCrashReport) -> None:
    """The page of each visitor's last conversation shows whole turns, and no other."""
    for client in range(clients):
        key = _KEY.format(client)
        visitor = archive.visitors.recognise(key, _now())
        for summary in archive.conversations.mine(visitor, _now(), most=1):
            with closing(Visit(port, key, summary.id)) as visit:
                marks = {(int(turn), int(n)) for text in visit.shown for turn, n in _MARK.findall(text)}
            report.pages += 1
            if marks != _marks(archive.conversations.read(visitor, summary.id).turns):
                report.faults.append(f"kill {report.kills}: a page shows turns that are not whole")


def _marks(turns: tuple[StoredTurn, ...]) -> set[tuple[int, int]]:
    """(place of the turn from 1, number of the citation) of all citations."""
    return {
        (place, citation.number)
        for place, turn in enumerate(turns, start=1)
        for citation in turn.answer.citations
    }


def _now() -> datetime:
    return datetime.now(UTC)
