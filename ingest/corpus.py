"""The truth of the index: one SQLite file with documents, chunks and vectors.

A file's documents change in one transaction. Vectors are kept by the hash of their text, so that a
killed run, a moved heading or a renamed file costs no second embedding.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.retrieval.passages import chunk_from_json, chunk_to_json
from assistant.retrieval.schema import SCHEMA, SCHEMA_VERSION
from assistant.types import Chunk, Source
from ingest.documents import Document, embeds_sentences

__all__ = ["Corpus", "ParsedFile", "text_key"]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """One file read and cut: what its transaction writes."""

    id: str
    collection: str
    sha256: str
    documents: tuple[tuple[Document, tuple[Chunk, ...]], ...]


def text_key(text: str) -> str:
    """The key of a text's vector."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Corpus:
    """The SQLite file, open for one writer."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._prepare()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, SCHEMA_VERSION):
            # Everything here comes from files; an older layout is dropped and read again.
            tables = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in tables:
                self._db.execute(f'DROP TABLE IF EXISTS "{name}"')
        self._db.executescript(SCHEMA)
        self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    # -- what is there ---------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """File id -> SHA-256."""
        return dict(self._db.execute("SELECT id, sha256 FROM files"))

    def documents(self) -> dict[str, str]:
        """Document id -> id of the file it came from."""
        return dict(self._db.execute("SELECT id, file FROM documents"))

    def collections(self) -> dict[str, str]:
        """Collection id -> folder."""
        return dict(self._db.execute("SELECT id, folder FROM collections ORDER BY id"))

    def state(self) -> str:
        """One hash over everything a built index depends on."""
        rows = self._db.execute("SELECT id, sha256 FROM files ORDER BY id").fetchall()
        rows += self._db.execute("SELECT id, body FROM sources ORDER BY id").fetchall()
        return text_key(json.dumps([SCHEMA_VERSION, rows]))

    def missing_vectors(self, texts: Iterable[str]) -> list[str]:
        """Those of the texts that have no vector yet, each once."""
        wanted = {text_key(text): text for text in texts}
        have = {key for (key,) in self._db.execute("SELECT key FROM vectors")}
        return [text for key, text in wanted.items() if key not in have]

    def vectors(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The stored vectors of these texts, shape (len(texts), 384)."""
        keys = [text_key(text) for text in texts]
        found = {}
        for key in keys:
            row = self._db.execute("SELECT vector FROM vectors WHERE key = ?", [key]).fetchone()
            found[key] = np.frombuffer(row[0], dtype=np.float32)
        return np.stack([found[key] for key in keys])

    # -- what changes ----------------------------------------------------------------------

    def add_vectors(self, texts: Sequence[str], vectors: npt.NDArray[np.float32]) -> None:
        """Keep the vectors of some texts, in one transaction."""
        rows = [(text_key(t), v.tobytes()) for t, v in zip(texts, vectors, strict=True)]
        with _Transaction(self._db):
            self._db.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)

    def set_collections(self, collections: Mapping[str, str]) -> None:
        """Make these the collections; the documents of any other are deleted."""
        with _Transaction(self._db):
            for id in self.collections().keys() - collections.keys():
                self._db.execute("DELETE FROM collections WHERE id = ?", [id])
            self._db.executemany(
                "INSERT INTO collections VALUES (?, ?) "
                "ON CONFLICT(id) DO UPDATE SET folder = excluded.folder",
                list(collections.items()),
            )

    def set_sources(self, sources: Iterable[Source]) -> None:
        """Bring the sources given up to date."""
        rows = [(source.id, _json(source)) for source in sources]
        with _Transaction(self._db):
            self._db.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?)", rows)

    def put_file(self, file: ParsedFile, texts: Mapping[str, tuple[str, ...]]) -> None:
        """Write one file's documents in place of its former ones, in one transaction.

        Args:
            file: what was read.
            texts: chunk id -> the texts embedded for it; the first is the chunk's own.
        """
        with _Transaction(self._db):
            self._db.execute("DELETE FROM files WHERE id = ?", [file.id])
            self._db.execute("INSERT INTO files VALUES (?, ?, ?)", [file.id, file.collection, file.sha256])
            for document, chunks in file.documents:
                self._put_document(file.id, document, chunks, texts)

    def delete_file(self, id: str) -> None:
        """Remove a file and all that came from it."""
        with _Transaction(self._db):
            self._db.execute("DELETE FROM files WHERE id = ?", [id])

    def sweep(self) -> None:
        """Forget vectors of texts that stand nowhere any more."""
        with _Transaction(self._db):
            self._db.execute("CREATE TEMP TABLE IF NOT EXISTS used(key TEXT PRIMARY KEY)")
            self._db.execute("DELETE FROM used")
            self._db.execute("INSERT OR IGNORE INTO used SELECT text_key FROM representations")
            bodies = self._db.execute("SELECT body FROM chunks WHERE sentence_vectors IS NOT NULL")
            keys = {
                text_key(sentence.text)
                for (body,) in bodies.fetchall()
                for sentence in chunk_from_json(body).sentences
            }
            self._db.executemany("INSERT OR IGNORE INTO used VALUES (?)", [(key,) for key in keys])
            self._db.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM used)")

    def copy_to(self, path: Path) -> None:
        """Write a compact copy without the vectors that serving does not read."""
        self._db.execute("VACUUM INTO ?", [str(path)])
        with contextlib.closing(sqlite3.connect(path)) as copy:
            copy.execute("DELETE FROM vectors WHERE key NOT IN (SELECT text_key FROM representations)")
            copy.commit()
            copy.execute("VACUUM")

    def _put_document(
        self,
        file: str,
        document: Document,
        chunks: Sequence[Chunk],
        texts: Mapping[str, tuple[str, ...]],
    ) -> None:
        run = self._db.execute
        run(
            "INSERT OR REPLACE INTO sources VALUES (?, ?)",
            [document.source.id, _json(document.source)],
        )
        run(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
            [document.id, file, document.title, document.kind, document.source.id],
        )
        if document.record_body:
            run("INSERT INTO records VALUES (?, ?, ?)", [document.record, document.id, document.record_body])
        for position, chunk in enumerate(chunks):
            run(
                "INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    chunk.id,
                    document.id,
                    position,
                    chunk.jurisdiction,
                    chunk.kind,
                    chunk_to_json(chunk),
                    self._sentence_vectors(chunk),
                ],
            )
            for number, text in enumerate(texts[chunk.id]):
                run(
                    "INSERT INTO representations VALUES (?, ?, ?)",
                    [f"{chunk.id}:{number}", chunk.id, text_key(text)],
                )
            for number, sentence in enumerate(chunk.sentences):
                if sentence.record and sentence.field:
                    run(
                        "INSERT INTO statements VALUES (?, ?, ?, ?)",
                        [chunk.id, number, sentence.record, sentence.field],
                    )

    def _sentence_vectors(self, chunk: Chunk) -> bytes | None:
        if not embeds_sentences(chunk) or not chunk.sentences:
            return None
        vectors = self.vectors([sentence.text for sentence in chunk.sentences])
        return vectors.astype(np.float16).tobytes()


class _Transaction:
    """BEGIN IMMEDIATE ... COMMIT, or ROLLBACK when the block raises."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, error: type[BaseException] | None, *rest: object) -> None:
        self._db.execute("ROLLBACK" if error else "COMMIT")


def _json(source: Source) -> str:
    return json.dumps(asdict(source), ensure_ascii=False)
