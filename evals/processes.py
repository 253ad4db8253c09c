"""A command -> a child process, and what it took: wall time and peak memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

__all__ = ["Run", "environment", "peak_megabytes", "run", "techpath"]

_REPOSITORY = Path(__file__).resolve().parent.parent
_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float  # wall time from start to exit
    cpu_seconds: float  # of all its threads and children
    megabytes: float  # peak resident memory, 10^6 bytes
    output: str


def techpath(*arguments: str) -> list[str]:
    """The `techpath` command of this environment with arguments."""
    return [sys.executable, "-m", "assistant.cli", *arguments]


def environment(home: Path) -> dict[str, str]:
    """This process's environment with another TECHPATH_HOME, for a child."""
    return {**os.environ, "TECHPATH_HOME": str(home)}  # noqa: TID251 - handed on, not read


def peak_megabytes() -> float:
    """The greatest memory of this process so far, 10^6 bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE / 1e6


def run(command: Sequence[str], home: Path) -> Run:
    """Run a command to its end.

    Peak memory is the kernel's account of the child (getrusage); it starts from the size of the
    process that started it, so callers measure before they load anything large.

    Raises:
        RuntimeError: the command failed; with what it wrote to standard error.
    """
    with (
        TemporaryFile("w+", encoding="utf-8") as output,
        TemporaryFile("w+", encoding="utf-8") as errors,
    ):
        started = time.perf_counter()
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env=environment(home),
            cwd=_REPOSITORY,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said = _read(errors)[-2000:]
            raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {said}")
        return Run(
            seconds,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * _KILOBYTE / 1e6,
            _read(output),
        )


def _read(file: IO[str]) -> str:
    file.seek(0)
    return file.read()
