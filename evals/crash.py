"""Ingests killed with SIGKILL at random moments -> what went wrong; it should be nothing.

After every kill a fresh opening of the index must answer as before (or hold the new corpus, when the
kill came after the switch). After every completed ingest the corpus must equal the one that an empty
home gets from the same files, vectors included. A process that searches all the while must not die,
nor see half of one index and half of another.
"""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from assistant.settings import Settings, read_settings
from evals.corpus_rows import CorpusRows, differences, lend_vectors, read_rows
from evals.handouts import VARIANTS, questions, write_variant
from evals.killing import PHASES, Course, Ingests, Phase, pointer
from evals.processes import environment

__all__ = ["CrashReport", "crash"]

# What the moments of the kills are counted from, in turn. Half of them are spread evenly over a whole
# ingest; what is short there, the building and what comes after the switch, gets a quarter each.
_AIMS: tuple[Phase, ...] = ("reading", "building", "reading", "switched")

Tell = Callable[[str], None]


@dataclass(slots=True)
class CrashReport:
    """What happened; `faults` says each thing that should not have."""

    kills: int = 0
    phases: dict[Phase, int] = field(default_factory=dict)  # kills in each
    too_late: int = 0  # ingests that had ended before the signal; not among the kills
    completed: int = 0
    chunks: int = 0
    searches: int = 0
    indexes: int = 0  # that the searching process has searched, one after the other
    first_peak: float = 0.0  # memory of the searching process on its first index, 10^6 bytes
    last_peak: float = 0.0  # and its greatest by the end
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def in_words(self) -> str:
        """One paragraph."""
        where = {phase: self.phases.get(phase, 0) for phase in PHASES}
        return (
            f"{self.kills} ingests of a corpus of {self.chunks} chunks were killed: {where['reading']} while "
            f"they read, embedded or stored, {where['building']} while the new index was built, "
            f"{where['switched']} after the switch; {self.too_late} more had ended. "
            f"{self.completed} ingests were completed and compared with a fresh one. The searching process "
            f"made {self.searches} searches on {self.indexes} indexes; its memory peaked at "
            f"{self.first_peak:.0f} MB on the first and at {self.last_peak:.0f} MB by the end. "
            f"{self.seconds / 60:.1f} minutes. Faults: {'; '.join(self.faults) or 'none'}."
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
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="techpath-crash-") as scratch:
        trial = _Trial(Path(scratch), chunks, seed, models, tell)
        report = trial.report
        with trial.searching():
            while report.kills < times:
                trial.kill()
                if report.kills % complete_every == 0 or report.kills == times:
                    trial.complete()
        report.seconds = time.perf_counter() - started
        return report


class _Trial:
    """A folder, a home, and what a fresh ingest makes of each variant of the folder."""

    def __init__(self, scratch: Path, chunks: int, seed: int, models: Path | None, tell: Tell) -> None:
        self.report = CrashReport()
        self._tell = tell
        self._random = random.Random(seed)
        self._scratch, self._chunks, self._seed = scratch, chunks, seed
        self._folder = scratch / "handouts"
        self._questions = scratch / "questions.txt"
        self._questions.write_text("\n".join(questions(seed)), encoding="utf-8")
        self._settings = _settings(scratch / "home")
        if models:
            shutil.copytree(models, self._settings.models)
        self._ingests = Ingests(self._folder)
        self._variant = 0
        write_variant(self._folder, chunks, 0, seed)
        self._tell("Taking in the corpus for the first time")
        self._ingests.complete(self._settings)
        self._fresh = {0: read_rows(self._settings.corpus)}
        self.report.chunks = len(self._fresh[0].chunks)
        self._change()
        self._course = _built(self._ingests.complete(self._settings))
        self._compare_rows("the first change", self._settings.corpus)

    @contextlib.contextmanager
    def searching(self) -> Iterator[None]:
        """Keep a process searching, and one that opens the index anew when asked."""
        log = self._scratch / "searches.jsonl"
        with contextlib.closing(self._ingests), log.open("w", encoding="utf-8") as output:
            watcher = self._start("watch", output)
            self._checker = self._start("check", subprocess.PIPE, stdin=subprocess.PIPE)
            self._answers = self._check()
            try:
                yield
                if watcher.poll() is not None:
                    self._fault(f"the searching process ended with {watcher.returncode}")
            finally:
                for process in (watcher, self._checker):
                    process.kill()
                    process.communicate()
        self._judge_searches(log)

    def kill(self) -> None:
        """Change the folder, start an ingest, kill it, and look whether the index still answers."""
        report = self.report
        self._change()
        aim = _AIMS[(report.kills + report.too_late) % len(_AIMS)]
        killed = self._ingests.kill(self._settings, aim, self._random.random(), self._course)
        if killed.ended:
            report.too_late += 1
            where = "an ingest that had ended"
            self._compare_completed()
        else:
            report.kills += 1
            report.phases[killed.phase] = report.phases.get(killed.phase, 0) + 1
            where = f"kill {report.kills}"
            self._compare_answers(where, killed.phase == "switched")
        faults = "; ".join(report.faults) or "none"
        self._tell(f"{where}: after {killed.seconds:.2f} s, {killed.phase}; faults so far: {faults}")

    def complete(self) -> None:
        """Run the next ingest to its end and compare with a fresh one."""
        self._course = self._ingests.complete(self._settings) or self._course
        self._compare_completed()

    def _change(self) -> None:
        self._variant = (self._variant + 1) % VARIANTS
        write_variant(self._folder, self._chunks, self._variant, self._seed)

    def _compare_completed(self) -> None:
        self.report.completed += 1
        where = f"completion {self.report.completed}"
        self._compare_rows(where, self._settings.corpus)
        self._compare_rows(where, self._passages())
        left = [path.name for path in self._settings.home.rglob("*.new-*")]
        if left:
            self._fault(f"{where}: left behind: {', '.join(left)}")
        self._answers = self._check()
        if self._answers["vectors"] != len(self._fresh_rows().representations):
            self._fault(f"{where}: {self._answers['vectors']} vectors in the store")

    def _compare_answers(self, where: str, switched: bool) -> None:
        answers = self._check()
        if not switched and answers != self._answers:
            self._fault(f"{where}: the former index answers otherwise")
        if switched:
            self._compare_rows(where, self._passages())
        self._answers = answers

    def _compare_rows(self, where: str, file: Path) -> None:
        for difference in differences(read_rows(file), self._fresh_rows()):
            self._fault(f"{where}: {difference} in {file.name}")

    def _judge_searches(self, log: Path) -> None:
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines(True)[:-1]]
        self.report.searches = len(lines)
        indexes = [line["generation"] for line in lines]
        self.report.indexes = len(set(indexes))
        self.report.first_peak = max(line["peak"] for line in lines if line["generation"] == indexes[0])
        self.report.last_peak = lines[-1]["peak"]
        wholes = [{id for id, *_ in rows.chunks} for rows in self._fresh.values()]
        for found in {tuple(line["found"]) for line in lines}:
            if not found:
                self._fault("a search found nothing")
            elif not any(whole.issuperset(found) for whole in wholes):
                self._fault(f"a search found what no one index holds: {', '.join(found)}")

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

    def _fresh_rows(self) -> CorpusRows:
        """What an empty home gets from the folder as it is; it is lent vectors: no text is embedded twice."""
        if self._variant not in self._fresh:
            settings = _settings(self._scratch / f"fresh-{self._variant}")
            lend_vectors(self._settings.corpus, settings.corpus)
            settings.models.symlink_to(self._settings.models)
            self._ingests.complete(settings)
            self._fresh[self._variant] = read_rows(settings.corpus)
            shutil.rmtree(settings.home)
        return self._fresh[self._variant]

    def _passages(self) -> Path:
        return self._settings.indexes / pointer(self._settings) / "passages.sqlite"

    def _fault(self, words: str) -> None:
        self.report.faults.append(words)

    def _start(
        self, mode: str, output: IO[str] | int, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "evals.searcher", mode, str(self._questions)],
            env=environment(self._settings.home),
            stdin=stdin,
            stdout=output,
            encoding="utf-8",
        )


def _settings(home: Path) -> Settings:
    return read_settings({"TECHPATH_HOME": str(home)})


def _built(course: Course | None) -> Course:
    assert course is not None, "the first ingest into a home builds its index"
    return course
