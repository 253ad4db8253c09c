"""An ingest in a process of its own -> when its phases come, or: killed with SIGKILL at a chosen moment."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.retrieval.index import CURRENT
from assistant.settings import Settings

__all__ = ["PHASES", "Course", "Ingests", "Killed", "Phase", "pointer"]

Phase = Literal["reading", "building", "switched"]
# Documents are read, embedded and stored; the new index is built and proved; it is in force, and what
# it replaced is cleared away.
PHASES: tuple[Phase, ...] = ("reading", "building", "switched")

_LOOK = 0.004  # seconds between two looks at what an ingest has come to


@dataclass(frozen=True, slots=True)
class Course:
    """When the phases of a whole ingest begin and when its process ends, in seconds from its start."""

    reading: float
    building: float
    switched: float
    end: float


@dataclass(frozen=True, slots=True)
class Killed:
    """One ingest that was sent SIGKILL."""

    seconds: float  # from its start
    phase: Phase  # that it was in
    ended: bool  # it had ended before the signal


class Ingests:
    """Runs ingests of one folder, as the whole corpus; close it at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._forker = subprocess.Popen(
            [sys.executable, "-m", "evals.ingester"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what is buffered would not be seen by select
        )

    def complete(self, settings: Settings) -> Course | None:
        """Run one to its end; None when there was nothing to build.

        Raises:
            RuntimeError: it failed; its traceback stands on standard error.
        """
        before, child = pointer(settings), self._start(settings)
        started = time.perf_counter()
        self._until(lambda: _builds(settings, child))
        building = time.perf_counter() - started
        self._until(lambda: pointer(settings) != before)
        switched = time.perf_counter() - started
        self._code()
        end = time.perf_counter() - started
        return Course(0.0, building, switched, end) if pointer(settings) != before else None

    def kill(self, settings: Settings, phase: Phase, share: float, course: Course) -> Killed:
        """Start one and kill it.

        Args:
            settings: its home.
            phase: the moment is counted from the beginning of this phase.
            share: of the time from there to the end of the process, 0..1.
            course: what a whole ingest took.

        Raises:
            RuntimeError: it failed before it was killed.
        """
        before, child = pointer(settings), self._start(settings)
        started = time.perf_counter()
        if phase == "building":
            self._until(lambda: _builds(settings, child))
        elif phase == "switched":
            self._until(lambda: pointer(settings) != before)
        if not self._ended(share * (course.end - getattr(course, phase))):
            with suppress(ProcessLookupError):  # it ends at this moment
                os.kill(child, signal.SIGKILL)
        ended = self._code() == 0
        seconds = time.perf_counter() - started
        if pointer(settings) != before:
            return Killed(seconds, "switched", ended)
        return Killed(seconds, "building" if _builds(settings, child) else "reading", ended)

    def close(self) -> None:
        """End the process that forks."""
        self._forker.communicate()

    def _start(self, settings: Settings) -> int:
        assert self._forker.stdin is not None
        task = {"home": str(settings.home), "folder": str(self._folder)}
        self._forker.stdin.write(f"{json.dumps(task)}\n".encode())
        return self._line()

    def _code(self) -> int:
        code = self._line()
        if code not in (0, -signal.SIGKILL):
            raise RuntimeError(f"An ingest of {self._folder} ended with {code}.")
        return code

    def _line(self) -> int:
        """The next number that the forking process writes."""
        assert self._forker.stdout is not None
        line = self._forker.stdout.readline()
        if not line:
            raise RuntimeError(f"The process that forks ingests ended with {self._forker.wait()}.")
        return int(line)

    def _ended(self, within: float) -> bool:
        """Whether the ingest has ended, or ends within so many seconds."""
        assert self._forker.stdout is not None
        return bool(select.select([self._forker.stdout], [], [], within)[0])

    def _until(self, happened: Callable[[], bool]) -> None:
        while not happened() and not self._ended(_LOOK):
            pass


def pointer(settings: Settings) -> str:
    """The name of the index in force, "" when there is none."""
    file = settings.indexes / CURRENT
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _builds(settings: Settings, child: int) -> bool:
    """Whether the unfinished index of this very process is there."""
    return any(settings.indexes.glob(f"*.new-{child}"))
