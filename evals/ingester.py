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
from typing import NoReturn

from assistant.cli import main as techpath

__all__ = ["main"]

_IMPORTED = ("chromadb", "ingest.chunks", "ingest.commands", "ingest.parse", "sentence_transformers")


def main() -> None:
    """Fork until standard input ends."""
    for module in _IMPORTED:
        importlib.import_module(module)
    for line in sys.stdin:
        task = json.loads(line)
        child = os.fork()
        if child == 0:
            _ingest(task["home"], task["folder"])
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _ingest(home: str, folder: str) -> NoReturn:
    """What the forked process does: `techpath ingest --only FOLDER`, and no more."""
    os.environ["TECHPATH_HOME"] = home  # noqa: TID251 - set for the command, not read
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # its report; ours is read by a program
    sys.argv = ["techpath", "ingest", "--only", folder]
    code = 1
    try:
        techpath()
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
