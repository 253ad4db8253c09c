"""The folder of indexes -> the current index, opened; a newer one is noticed, a damaged cache mended.

An index is one folder that never changes once it is current: `passages.sqlite` (everything, vectors
included), `bm25/`, `chroma/` and `manifest.json`. The file `current` names the one in force and is
replaced in one step. A vector store that had to be mended takes a new name beside the others.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
from filelock import FileLock

from assistant.errors import IndexMissingError
from assistant.retrieval.encoder import Encoder
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.passages import Passages
from assistant.retrieval.store import (
    DamagedStoreError,
    Hit,
    Metadata,
    VectorStore,
    prove,
    seal,
    write_store,
)
from assistant.settings import Settings

__all__ = [
    "CURRENT",
    "Index",
    "IndexWatcher",
    "current_folder",
    "make_vector_store",
    "newest_store",
    "open_index",
]

CURRENT = "current"
_STORE = "chroma"
_PROBES = 5


class Index:
    """One complete index, open for searching; its files are closed when nobody holds it any more."""

    def __init__(self, folder: Path, models: Path, former: Index | None = None) -> None:
        """Open an index.

        Args:
            folder: the index.
            models: where the exported encoders lie.
            former: the index before it; an encoder that is the same is not loaded again.
        """
        self.folder = folder
        self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self._mending = threading.Lock()
        name = self.manifest["encoder"]
        kept = former.encoder if former and former.manifest["encoder"] == name else None
        with ThreadPoolExecutor(1) as beside:  # the encoder loads while Chroma is imported and opened
            encoder = beside.submit(lambda: kept or Encoder(models / name))
            self.passages = Passages(folder / "passages.sqlite")
            self.lexical = LexicalIndex(folder / "bm25")
            self.vectors = _open_vectors(folder, self.passages)
            self.encoder: Encoder = encoder.result()

    @property
    def generation(self) -> str:
        """The index's name."""
        return self.folder.name

    def nearest(
        self, vector: npt.NDArray[np.float32], limit: int, where: Metadata | None = None
    ) -> list[Hit]:
        """The nearest vectors, as `VectorStore.search`; a store damaged meanwhile is mended first."""
        store = self.vectors
        try:
            return store.search(vector, limit, where)
        except DamagedStoreError:
            with self._mending:
                if self.vectors is store:  # another thread has not mended it meanwhile
                    self.vectors = _open_vectors(self.folder, self.passages)
        return self.vectors.search(vector, limit, where)

    def close(self) -> None:
        """Let go of its files."""
        self.passages.close()
        self.vectors.close()


class IndexWatcher:
    """Hands out the current index, and opens the new one when an ingest has switched."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._index: Index | None = None

    def get(self) -> Index:
        """The current index; costs one small file read when nothing has changed."""
        folder = current_folder(self._settings)
        with self._lock:
            if self._index is None or self._index.folder != folder:
                # The old one is not closed here, for another thread may be reading it: the last to let
                # go of it closes it.
                self._index = Index(folder, self._settings.models, self._index)
            return self._index


def open_index(settings: Settings) -> Index:
    """The current index, opened; IndexMissingError says what to do when there is none."""
    return Index(current_folder(settings), settings.models)


def current_folder(settings: Settings) -> Path:
    """The folder of the index in force."""
    pointer = settings.indexes / CURRENT
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        name = ""
    folder = settings.indexes / name
    if not name or not (folder / "manifest.json").is_file():
        raise IndexMissingError(f"There is no index in {settings.indexes}. Run: techpath ingest")
    return folder


def newest_store(folder: Path) -> Path:
    """Where the index in this folder has its vector store, or would have its first one."""
    written = [path for path in folder.glob(f"{_STORE}*") if path.is_dir() and not path.suffix]
    return max(written, default=folder / _STORE)


def make_vector_store(folder: Path, passages: Passages) -> None:
    """Write, seal and prove a new vector store from the vectors in the passages file, then rename it in."""
    fresh = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    written = write_store(fresh, passages.vector_rows())
    seal(fresh)
    rows = passages.vector_rows()
    probes = [(id, vector.tolist()) for (id, vector, _), _ in zip(rows, range(_PROBES), strict=False)]
    prove(fresh, probes, written)
    fresh.rename(folder)


def _open_vectors(folder: Path, passages: Passages) -> VectorStore:
    """Open the vector store; one that is damaged or gone is written again, without embedding."""
    try:
        return VectorStore(newest_store(folder))
    except DamagedStoreError:
        with FileLock(folder / f"{_STORE}.lock"):
            try:
                return VectorStore(newest_store(folder))  # another process has mended it meanwhile
            except DamagedStoreError:
                return VectorStore(_mend(folder, passages))


def _mend(folder: Path, passages: Passages) -> Path:
    """Write the vector store again, under a new name: a path that Chroma has open stays as it was to it."""
    unsound = [path for path in folder.glob(f"{_STORE}*") if path.is_dir()]
    mended = folder / f"{_STORE}-{time.time_ns()}"
    make_vector_store(mended, passages)
    for path in unsound:
        shutil.rmtree(path, ignore_errors=True)
    return mended
