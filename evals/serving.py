"""Settings -> a page that runs on their index, with conversations of its own."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import WrongUseError
from assistant.settings import Settings
from evals.processes import environment, techpath

__all__ = ["served"]

_START_SECONDS = 60.0


@contextmanager
def served(
    settings: Settings, variables: Mapping[str, str] | None = None, once: str = "readyz"
) -> Iterator[str]:
    """The page's address, once it answers; the page runs in a process of its own.

    Args:
        settings: whose index it reads; its conversations are kept in a place that goes with it.
        variables: of its environment, beside those of this process.
        once: the check that it must pass; "healthz" as soon as its port answers.

    Raises:
        WrongUseError: it does not answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for part in (settings.indexes, settings.models, settings.corpus):
            (home / part.name).symlink_to(part)
        port = _free_port()
        env = {**environment(home), "PORT": str(port), **(variables or {})}
        with subprocess.Popen(techpath("serve"), env=env, stdout=subprocess.DEVNULL) as child:
            try:
                address = f"http://localhost:{port}"
                _await(f"{address}/{once}")
                yield address
            finally:
                child.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _await(url: str) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise WrongUseError(f"the page did not answer within {_START_SECONDS:.0f} s")
