"""What all tests share: the index of the bundled knowledge, and a running page on it.

Embedding the whole knowledge takes minutes, so the index is kept in pytest's own cache between
sessions and brought up to date at the start of each; tests get a copy of it, made for the session.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.settings import Settings, read_settings

REPOSITORY = Path(__file__).resolve().parent.parent
_INGEST = """
import sys
from pathlib import Path
from assistant.settings import read_settings
from ingest.run import ingest

ingest(read_settings(), [Path(folder) for folder in sys.argv[1:]], only=len(sys.argv) > 1)
"""
_SERVE = """
from assistant.settings import read_settings
from ui.server import serve

serve(read_settings())
"""
_START_SECONDS = 60.0
_WORKER_MEMORY = 3 * 2**30  # bytes; one that runs the evaluation takes most of it
_SHARED = {"knowledge_home", "knowledge_settings", "page_address"}

IngestInto = Callable[..., None]
StartPage = Callable[[Path], str]


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, where memory allows: much of the time goes by waiting for a browser."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min((os.cpu_count() or 1) + 1, memory // _WORKER_MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that none is left over for one worker at the end.

    A test that waits for the shared index is timed without that wait.
    """
    long = {
        item.path for item in items if any(item.iter_markers("slow")) or any(item.iter_markers("browser"))
    }
    items.sort(key=lambda item: item.path not in long)
    for item in items:
        if _SHARED & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.timeout(300, func_only=True))


def pytest_configure(config: pytest.Config) -> None:
    """Keep away what the desk of a developer has set."""
    for name in [name for name in os.environ if name.startswith("TECHPATH_") or name == "PORT"]:
        del os.environ[name]


@pytest.fixture(scope="session")
def ingest_into() -> IngestInto:
    """A function (home, *folders) that ingests in a process of its own; with folders, only those.

    The process keeps torch, its memory and its warnings out of the tests.
    """

    def run(home: Path, *folders: Path) -> None:
        _run(_INGEST, home, *map(str, folders))

    return run


@pytest.fixture(scope="session")
def knowledge_home(
    ingest_into: IngestInto,
    pytestconfig: pytest.Config,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A TECHPATH_HOME that holds the current index of knowledge/. Read it; never write to it."""
    assert pytestconfig.cache is not None
    kept = pytestconfig.cache.mkdir("techpath-home")
    home = tmp_path_factory.mktemp("techpath") / "home"
    with FileLock(kept.with_suffix(".lock")):
        ingest_into(kept)
        shutil.copytree(kept, home)
    return home


@pytest.fixture(scope="session")
def knowledge_settings(knowledge_home: Path) -> Settings:
    """Settings for `knowledge_home`."""
    return read_settings({"TECHPATH_HOME": str(knowledge_home)})


@pytest.fixture(scope="session")
def start_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartPage]:
    """A function (home) that starts the page on a free port and gives its address."""
    started: list[subprocess.Popen[bytes]] = []

    def start(home: Path) -> str:
        port = _free_port()
        log = (tmp_path_factory.mktemp("page") / "log").open("wb")
        environment = {**_environment(home), "PORT": str(port)}
        command = [sys.executable, "-c", _SERVE]
        started.append(subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=log, stderr=log))
        log.close()
        address = f"http://localhost:{port}"
        _wait_for(f"{address}/healthz", started[-1], Path(log.name))
        return address

    yield start
    for process in started:
        process.terminate()
    for process in started:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def page_address(start_page: StartPage, knowledge_home: Path) -> str:
    """The address of a running page on the bundled knowledge."""
    return start_page(knowledge_home)


def _run(program: str, home: Path, *arguments: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=REPOSITORY,
        env=_environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "TECHPATH_HOME": str(home)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"The page did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")
