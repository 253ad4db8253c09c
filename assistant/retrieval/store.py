"""Vectors in a Chroma folder: written once, then only searched. The one file that knows chromadb.

Chroma here is a cache of the SQLite file beside it. Reason, measured on chromadb 1.5.9: a process
killed while it writes can leave a folder that crashes every later opener (chroma-core/chroma#7510,
#7238, #7069). So a folder is written under a name nobody reads, proved by a child process, and
renamed into place; nobody writes to it afterwards.
"""

from __future__ import annotations

import json
import subprocess
import sys
import weakref
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.errors import TechPathError
from assistant.retrieval.memory import release_large_blocks

__all__ = ["DamagedStoreError", "Hit", "Metadata", "VectorStore", "intact", "prove", "seal", "write_store"]

Metadata = Mapping[str, str | bool]

_COLLECTION = "representations"
_BATCH = 2_000
_SEAL = "seal.json"
_EF_SEARCH = 128  # HNSW candidates: with 14,660 vectors recall@50 against brute force was 0.993
# By default the last (or all, if few) of 1,000 vectors are written by whoever opens the folder next,
# which breaks the seal; found on chromadb 1.5.9.
_WRITE_AT_ONCE: Mapping[str, int] = {"sync_threshold": 1, "batch_size": 1}
_PROOF_SECONDS = 120


class DamagedStoreError(TechPathError):
    """The Chroma folder cannot be used and must be written again."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One vector found."""

    id: str
    chunk: str
    similarity: float  # cosine, -1..1


class VectorStore:
    """A sealed Chroma folder, open for searching; closed at the latest when nobody holds it any more.

    Chroma keeps one connection a path for the whole process and hands it out again: what is opened
    must be closed, and a path that was rebuilt meanwhile would be read through the old connection.
    """

    def __init__(self, folder: Path) -> None:
        if not intact(folder):
            raise DamagedStoreError(f"The vector store at {folder} is damaged or missing.")
        import chromadb

        self.folder = folder
        release_large_blocks()
        try:
            client = chromadb.PersistentClient(str(folder), settings=_client_settings())
            self._close = weakref.finalize(self, client.close)  # type: ignore[attr-defined]
            self._close.atexit = False  # the end of the process closes everything
            self._collection = client.get_collection(_COLLECTION, embedding_function=None)
            self.size = self._collection.count()
        except (chromadb.errors.ChromaError, ValueError, OSError) as error:
            raise DamagedStoreError(f"The vector store at {folder}: {error}") from error

    def search(self, vector: npt.NDArray[np.float32], limit: int, where: Metadata | None = None) -> list[Hit]:
        """The nearest vectors by cosine, best first; `where` keeps those with equal metadata.

        Raises:
            DamagedStoreError: the folder was deleted or damaged while it was open.
        """
        if not self.size:
            return []
        import chromadb

        try:
            found = self._collection.query(
                query_embeddings=[vector],  # type: ignore[arg-type]
                n_results=min(limit, self.size),
                where=_where(where),
                include=["distances"],
            )
        except chromadb.errors.ChromaError as error:
            raise DamagedStoreError(f"The vector store at {self.folder}: {error}") from error
        ids = found["ids"][0]
        distances = (found["distances"] or [[]])[0]
        return [
            Hit(id, id.rpartition(":")[0], 1.0 - float(distance))
            for id, distance in zip(ids, distances, strict=True)
        ]

    def close(self) -> None:
        """Let go of the folder's files."""
        self._close()


def write_store(folder: Path, rows: Iterable[tuple[str, npt.NDArray[np.float32], Metadata]]) -> int:
    """Write rows of (id, vector, metadata) into a new folder; returns how many."""
    import chromadb

    client = chromadb.PersistentClient(str(folder), settings=_client_settings())
    collection = client.create_collection(
        _COLLECTION,
        embedding_function=None,
        configuration={"hnsw": {"space": "cosine", "ef_search": _EF_SEARCH, **_WRITE_AT_ONCE}},  # type: ignore[arg-type]
    )
    written = 0
    for batch in _batches(rows):
        ids, vectors, metadatas = zip(*batch, strict=True)
        collection.add(ids=list(ids), embeddings=list(vectors), metadatas=[dict(m) for m in metadatas])
        written += len(batch)
    client.close()  # type: ignore[attr-defined]
    return written


def seal(folder: Path) -> None:
    """Record the checksum of every file that no reader changes.

    Opening a folder makes Chroma touch its SQLite file, so of that one only the presence counts.
    """
    (folder / _SEAL).write_text(json.dumps(_fingerprints(folder), indent=1), encoding="utf-8")


def intact(folder: Path) -> bool:
    """Whether the folder is whole: sealed, and every file as it was sealed."""
    try:
        sealed = json.loads((folder / _SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(sealed == _fingerprints(folder))


def prove(folder: Path, probes: Sequence[tuple[str, Sequence[float]]], expected: int) -> None:
    """Open the folder in a child process, count, and look up known vectors.

    A folder that crashes its opener crashes the child, not us. Raises DamagedStoreError.
    """
    task = json.dumps({"folder": str(folder), "probes": list(probes), "expected": expected})
    child = subprocess.run(
        [sys.executable, "-m", "assistant.retrieval.proof"],
        input=task,
        capture_output=True,
        text=True,
        timeout=_PROOF_SECONDS,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    if child.returncode != 0:
        raise DamagedStoreError(f"The new vector store did not pass its proof: {child.stderr.strip()[-500:]}")


def _fingerprints(folder: Path) -> dict[str, list[int]]:
    found = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name == _SEAL or path.name.endswith(("-wal", "-shm", "-journal")):
            continue
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".sqlite3":
            found[name] = [_sqlite_header(path)]
        else:
            data = path.read_bytes()
            found[name] = [len(data), zlib.crc32(data)]
    return found


def _sqlite_header(path: Path) -> int:
    """The checksum of the bytes that name the format and the page size; they never change."""
    with path.open("rb") as file:
        return zlib.crc32(file.read(18))


def _client_settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False, allow_reset=False)


def _where(where: Metadata | None) -> Any:
    if not where:
        return None
    parts = [{key: {"$eq": value}} for key, value in where.items()]
    return parts[0] if len(parts) == 1 else {"$and": parts}


def _batches(rows: Iterable[Any]) -> Iterable[list[Any]]:
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
