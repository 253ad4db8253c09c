"""A corpus or a built index on disk -> its rows, and how two of them differ."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.retrieval.schema import SCHEMA, SCHEMA_VERSION

__all__ = ["CorpusRows", "differences", "lend_vectors", "read_rows"]

_SAME = 1e-4  # of a vector's parts: a text embedded among others differs in the last digits


@dataclass(frozen=True, slots=True)
class CorpusRows:
    """What must be equal when two ingests saw the same files."""

    files: list[Any]
    chunks: list[Any]
    representations: list[Any]
    vectors: npt.NDArray[np.float32]  # one a representation that has one, in their order
    sound: bool  # by SQLite's own check of the file


def read_rows(file: Path) -> CorpusRows:
    """Read a `corpus.sqlite` or a `passages.sqlite`."""
    with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as db:
        vectors = db.execute(
            "SELECT v.vector FROM representations r JOIN vectors v ON v.key = r.text_key ORDER BY r.id"
        )
        return CorpusRows(
            db.execute("SELECT id, sha256 FROM files ORDER BY id").fetchall(),
            db.execute("SELECT id, document, position, body FROM chunks ORDER BY id").fetchall(),
            db.execute("SELECT id, chunk, text_key FROM representations ORDER BY id").fetchall(),
            np.array([np.frombuffer(blob, dtype=np.float32) for (blob,) in vectors]),
            db.execute("PRAGMA integrity_check").fetchall() == [("ok",)],
        )


def differences(found: CorpusRows, wanted: CorpusRows) -> list[str]:
    """What is not as it should be, in words; nothing when all is."""
    said = [
        f"{name} differ"
        for name in ("files", "chunks", "representations")
        if getattr(found, name) != getattr(wanted, name)
    ]
    if found.vectors.shape != wanted.vectors.shape:
        said.append(f"{len(found.vectors)} of {len(wanted.vectors)} vectors")
    elif not np.allclose(found.vectors, wanted.vectors, rtol=0, atol=_SAME):
        said.append("vectors of other texts")
    return said if found.sound else [*said, "damaged pages"]


def lend_vectors(lender: Path, corpus: Path) -> None:
    """Put the vectors of one corpus into a new one, so that the same texts are not embedded again."""
    corpus.parent.mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(corpus)) as db:
        db.executescript(f"{SCHEMA}; PRAGMA user_version = {SCHEMA_VERSION}")
        db.execute("ATTACH ? AS lender", [str(lender)])
        db.execute("INSERT INTO vectors SELECT key, vector FROM lender.vectors")
        db.commit()
