"""Real ingests of small folders, in one process that keeps torch loaded between them."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from small_folders import REPOSITORY, IngestFailedError, handout, write_knowledge

from assistant.settings import Settings, read_settings

_PROGRAM = """
import json, sys
from pathlib import Path
from assistant.errors import TechPathError
from assistant.settings import read_settings
from ingest.run import ingest

for line in sys.stdin:
    task = json.loads(line)
    try:
        report = ingest(read_settings(task["environ"]), [Path(f) for f in task["folders"]], task["only"])
        said = {"report": report.to_json()}
    except TechPathError as error:
        said = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(said), flush=True)
"""

Ingest = Callable[..., dict[str, Any]]
MakeSettings = Callable[[Path], Settings]


@pytest.fixture(scope="session")
def ingest() -> Iterator[Ingest]:
    """A function (settings, *folders, only=False) that ingests and gives the report's JSON."""
    child = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    assert child.stdin is not None
    assert child.stdout is not None
    tasks, answers = child.stdin, child.stdout

    def run(settings: Settings, *folders: Path, only: bool = False) -> dict[str, Any]:
        environ = {
            "TECHPATH_HOME": str(settings.home),
            "TECHPATH_KNOWLEDGE": str(settings.knowledge),
        }
        task = {"environ": environ, "folders": [str(folder) for folder in folders], "only": only}
        tasks.write(json.dumps(task) + "\n")
        tasks.flush()
        said = json.loads(answers.readline())
        if "error" in said:
            raise IngestFailedError(said["error"])
        report: dict[str, Any] = said["report"]
        return report

    yield run
    child.stdin.close()
    child.wait(30)
    child.stdout.close()


@pytest.fixture(scope="session")
def exported_models(ingest: Ingest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an exported encoder, made once for all homes."""
    place = tmp_path_factory.mktemp("models")
    (place / "knowledge").mkdir()
    settings = read_settings({
        "TECHPATH_HOME": str(place / "home"),
        "TECHPATH_KNOWLEDGE": str(place / "knowledge"),
    })
    ingest(settings)
    return settings.models


@pytest.fixture
def make_settings(exported_models: Path) -> MakeSettings:
    """A function (folder) that gives settings for a home and a small knowledge base inside it."""

    def make(place: Path) -> Settings:
        home, knowledge = place / "home", place / "knowledge"
        home.mkdir()
        (home / "models").symlink_to(exported_models)
        write_knowledge(knowledge)
        return read_settings({"TECHPATH_HOME": str(home), "TECHPATH_KNOWLEDGE": str(knowledge)})

    return make


@pytest.fixture
def settings(make_settings: MakeSettings, tmp_path: Path) -> Settings:
    """Settings for an empty home beside a small knowledge base."""
    return make_settings(tmp_path)


@pytest.fixture
def handouts(tmp_path: Path) -> Path:
    """A folder of three handouts, two sections in each."""
    folder = tmp_path / "handouts"
    folder.mkdir()
    for name in ("fees", "hours", "rooms"):
        (folder / f"{name}.md").write_text(handout(name), encoding="utf-8")
    return folder
