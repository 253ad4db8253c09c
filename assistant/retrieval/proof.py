"""A child process that opens a vector store and fails loudly: `store.prove` runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from assistant.retrieval.store import VectorStore

_SAME = 0.999  # cosine of a vector with itself as stored, less rounding


def main() -> None:
    """Read the task from standard input; the exit code is the verdict."""
    task = json.load(sys.stdin)
    store = VectorStore(Path(task["folder"]))
    if store.size != task["expected"]:
        sys.exit(f"holds {store.size} vectors, {task['expected']} were written")
    for id, vector in task["probes"]:
        hits = store.search(np.array(vector, dtype=np.float32), limit=3)
        if not hits or hits[0].similarity < _SAME:
            sys.exit(f"the vector of {id} is not found")


if __name__ == "__main__":
    main()
