"""Ingests killed with SIGKILL at random moments -> what went wrong; it should be nothing.

After every kill a fresh opening of the index must answer as before (or as the new corpus, when the
kill came after the switch). After every completed ingest the corpus must equal the one that an
empty home gets from the same files. A process that searches all the while must not die.
"""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from evals.handouts import VARIANTS, questions, write_variant
from evals.processes import environment, run, techpath

__all__ = ["CrashReport", "crash"]

# The moments of a kill as shares of how long an ingest takes: anywhere, and in turn with that in the
# last part, where the index is built, proved and switched.
_ANYWHERE, _AT_THE_END = (0.0, 1.05), (0.8, 1.15)
_SAME_ROWS = {
    "chunks": "SELECT id, document, position, body FROM chunks ORDER BY id",
    "representations": "SELECT id, chunk, text_key FROM representations ORDER BY id",
    "files": "SELECT id, sha256 FROM files ORDER BY id",
    "without vector": (
        "SELECT r.id FROM representations r LEFT JOIN vectors v ON v.key = r.text_key WHERE v.key IS NULL"
    ),
}

Rows = dict[str, list[Any]]
Tell = Callable[[str], None]


@dataclass(slots=True)
class CrashReport:
    """What happened; `faults` says each thing that should not have."""

    kills: int = 0
    before_switch: int = 0  # killed while the former index was in force
    after_switch: int = 0  # killed between the switch and the end of the process
    too_late: int = 0  # the ingest had ended before the signal
    completed: int = 0
    chunks: int = 0
    searches: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """One paragraph."""
        return (
            f"{self.kills} ingests of a corpus of {self.chunks} chunks were killed: "
            f"{self.before_switch} before the switch, {self.after_switch} after it; "
            f"{self.too_late} had ended. {self.completed} ingests were completed and compared with "
            f"a fresh one. The searching process made {self.searches} searches. "
            f"{self.seconds / 60:.1f} minutes. "
            f"Faults: {'; '.join(self.faults) or 'none'}."
        )


def crash(
    times: int,
    chunks: int,
    seed: int,
    tell: Tell = lambda words: None,
    complete_every: int = 1,
    models: Path | None = None,
) -> CrashReport:
    """Kill `times` ingests of a generated corpus.

    Args:
        times: how many kills.
        chunks: the least size of the corpus.
        seed: of the texts and of the moments.
        tell: hears of every kill.
        complete_every: after so many kills an ingest is completed and compared.
        models: an exported encoder to copy, so that no home needs to export its own.
    """
    with tempfile.TemporaryDirectory(prefix="techpath-crash-") as scratch:
        trial = _Trial(Path(scratch), chunks, seed, models)
        started = time.perf_counter()
        with trial.searching():
            for number in range(1, times + 1):
                trial.kill(number)
                if number % complete_every == 0 or number == times:
                    trial.complete()
                faults = "; ".join(trial.report.faults)
                tell(f"{number}: {trial.last}; faults so far: {faults or 'none'}")
        trial.report.seconds = time.perf_counter() - started
        return trial.report


class _Trial:
    """A folder, a home, and what a fresh ingest makes of each variant of the folder."""

    def __init__(self, scratch: Path, chunks: int, seed: int, models: Path | None) -> None:
        self.report = CrashReport()
        self.last = ""
        self._random = random.Random(seed)
        self._scratch, self._chunks, self._seed, self._models = scratch, chunks, seed, models
        self._folder, self._home = scratch / "handouts", scratch / "home"
        self._questions = scratch / "questions.txt"
        self._questions.write_text("\n".join(questions(seed)), encoding="utf-8")
        self._references: dict[int, Rows] = {}
        self._variant = 0
        started = time.perf_counter()
        self._reference(0)
        self._duration = time.perf_counter() - started  # until a completed ingest tells better
        shutil.copytree(self._fresh_home(0), self._home)
        self._models = self._home / "models"
        self.report.chunks = len(self._references[0]["chunks"])

    @contextlib.contextmanager
    def searching(self) -> Iterator[None]:
        """Keep a process searching, and one that opens the index anew when asked."""
        log = self._scratch / "searches.jsonl"
        with log.open("w", encoding="utf-8") as output:
            watcher = self._start("watch", output)
            self._checker = self._start("check", subprocess.PIPE, stdin=subprocess.PIPE)
            self._answers = self._check()
            try:
                yield
                if watcher.poll() is not None:
                    code = watcher.returncode
                    self.report.faults.append(f"the searching process ended with {code}")
            finally:
                for process in (watcher, self._checker):
                    process.kill()
                    process.communicate()
        lines = log.read_text(encoding="utf-8").splitlines()
        self.report.searches = len(lines)
        empty = sum('"found": []' in line for line in lines)
        if empty:
            self.report.faults.append(f"{empty} searches found nothing")

    def kill(self, number: int) -> None:
        """Change the folder, start an ingest, kill it, and look whether the index still answers."""
        self._change()
        pointer = self._pointer()
        earliest, latest = _ANYWHERE if number % 2 else _AT_THE_END
        moment = self._random.uniform(earliest, latest) * self._duration
        child = subprocess.Popen(
            self._command(),
            env=environment(self._home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(moment)
        ended = child.poll() is not None
        child.send_signal(signal.SIGKILL)
        child.wait()
        self.report.kills += not ended
        self.report.too_late += ended
        switched = self._pointer() != pointer
        self.report.before_switch += not ended and not switched
        self.report.after_switch += not ended and switched
        self.last = f"killed after {moment:.2f} s, {'after' if switched else 'before'} the switch"
        self._compare_answers(f"kill {number}", switched)

    def complete(self) -> None:
        """Run the next ingest to its end and compare with a fresh one."""
        pointer = self._pointer()
        seconds = run(self._command(), self._home).seconds
        if self._pointer() != pointer:  # one that found nothing left to do does not tell how long it takes
            self._duration = seconds
        self.report.completed += 1
        where = f"completion {self.report.completed}"
        wanted = self._reference(self._variant)
        self._compare_rows(where, wanted, self._home / "corpus.sqlite")
        indexes = self._home / "indexes"
        self._compare_rows(where, wanted, indexes / self._pointer() / "passages.sqlite")
        left = [path.name for path in self._home.rglob("*.new-*")]
        if left:
            self.report.faults.append(f"{where}: left behind: {', '.join(left)}")
        self._answers = self._check()
        if self._answers["vectors"] != len(wanted["representations"]):
            self.report.faults.append(f"{where}: {self._answers['vectors']} vectors in the store")

    def _compare_answers(self, where: str, switched: bool) -> None:
        answers = self._check()
        if not switched and answers != self._answers:
            self.report.faults.append(f"{where}: the former index answers otherwise")
        if switched:
            passages = self._home / "indexes" / self._pointer() / "passages.sqlite"
            self._compare_rows(where, self._reference(self._variant), passages)
        self._answers = answers

    def _compare_rows(self, where: str, wanted: Rows, file: Path) -> None:
        found = _rows(file)
        for name, rows in wanted.items():
            if found[name] != rows:
                self.report.faults.append(f"{where}: {name} differ in {file.name}")

    def _check(self) -> dict[str, Any]:
        assert self._checker.stdin is not None
        assert self._checker.stdout is not None
        with contextlib.suppress(BrokenPipeError):  # it has died; its exit code says how
            self._checker.stdin.write("\n")
            self._checker.stdin.flush()
        line = self._checker.stdout.readline()
        if not line:
            code = self._checker.wait()
            raise RuntimeError(f"The process that opens the index anew has ended with {code}.")
        answers: dict[str, Any] = json.loads(line)
        return answers

    def _change(self) -> None:
        self._variant = (self._variant + 1) % VARIANTS
        write_variant(self._folder, self._chunks, self._variant, self._seed)

    def _reference(self, variant: int) -> Rows:
        """What a fresh home gets from this variant; made once, from the folder as it now is."""
        if variant not in self._references:
            write_variant(self._folder, self._chunks, variant, self._seed)
            home = self._fresh_home(variant)
            if self._models:
                shutil.copytree(self._models, home / "models")
            run(self._command(), home)
            self._references[variant] = _rows(home / "corpus.sqlite")
        return self._references[variant]

    def _fresh_home(self, variant: int) -> Path:
        return self._scratch / f"fresh-{variant}"

    def _command(self) -> list[str]:
        return techpath("ingest", "--only", str(self._folder), "--json")

    def _pointer(self) -> str:
        return (self._home / "indexes" / "current").read_text(encoding="utf-8")

    def _start(
        self, mode: str, output: IO[str] | int, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "evals.searcher", mode, str(self._questions)],
            env=environment(self._home),
            stdin=stdin,
            stdout=output,
            encoding="utf-8",
        )


def _rows(file: Path) -> Rows:
    with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
        rows = {name: db.execute(sql).fetchall() for name, sql in _SAME_ROWS.items()}
        rows["check"] = db.execute("PRAGMA integrity_check").fetchall()
        return rows
