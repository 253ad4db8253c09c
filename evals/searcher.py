"""A process that searches while ingests are killed: `evals.crash` starts it.

    python -m evals.searcher watch FILE   searches without end, like a running page
    python -m evals.searcher check FILE   opens the index anew for every line of standard input

FILE holds one question a line. The first writes one search a line, {"generation", "found", "peak"}: the
index that was searched, the passages, and the greatest memory so far. The second writes {"generation",
"vectors", "found"}: the index, how many vectors it holds, and the passages of each question.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.build import build_assistant, build_embedded
from assistant.retrieval.index import open_index
from assistant.settings import Settings, read_settings
from evals.processes import peak_megabytes

__all__ = ["check", "main", "watch"]

_K = 5  # passages a question
_PAUSE = 0.1  # seconds between searches, so that an ingest beside it gets its turn


def watch(settings: Settings, questions: Sequence[str]) -> None:
    """Search until killed, through every switch of the index."""
    assistant = build_assistant(settings)
    while True:
        for question in questions:
            chain = assistant.chain()
            _, passages, _ = chain.search(question, k=_K)
            found = [passage.chunk.id for passage in passages]
            _write({"generation": chain.index.generation, "found": found, "peak": peak_megabytes()})
            time.sleep(_PAUSE)


def check(settings: Settings, questions: Sequence[str]) -> dict[str, Any]:
    """Open the current index and search it once with every question."""
    index = open_index(settings)
    try:
        chain = build_embedded(index)
        found = [[passage.chunk.id for passage in chain.search(question, k=_K)[1]] for question in questions]
        return {"generation": index.generation, "vectors": index.vectors.size, "found": found}
    finally:
        index.close()


def main(arguments: Sequence[str]) -> None:
    """Run one of the two modes."""
    mode, file = arguments
    settings = read_settings()
    questions = Path(file).read_text(encoding="utf-8").splitlines()
    if mode == "watch":
        watch(settings, questions)
    for _ in sys.stdin:
        _write(check(settings, questions))


def _write(data: dict[str, Any]) -> None:
    print(json.dumps(data), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
