"""A process that forks ingests, one for each line of standard input: `evals.killing` starts it.

    python -m evals.ingester

A line is {"home", "folder"}. It answers with the number of the ingest's process, and with its exit code
when that has ended. It has imported everything beforehand: an ingest begins with its first step, and no
kill falls into imports.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

from assistant.settings import Settings, read_settings
from ingest.run import ingest

__all__ = ["main"]

_IMPORTED = ("chromadb", "ingest.chunks", "ingest.parse", "sentence_transformers")


def main() -> None:
    """Fork until standard input ends."""
    for module in _IMPORTED:
        importlib.import_module(module)
    for line in sys.stdin:
        task = json.loads(line)
        child = os.fork()
        if child == 0:
            _ingest(read_settings({"TECHPATH_HOME": task["home"]}), Path(task["folder"]))
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _ingest(settings: Settings, folder: Path) -> None:
    """What the forked process does; it does not return into the loop of the other."""
    code = 1
    try:
        ingest(settings, [folder], only=True)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
