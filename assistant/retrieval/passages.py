"""The SQLite file of one index -> chunks, sentences, statements and sources. Read only.

`ingest/corpus.py` writes this schema; `SCHEMA` is kept here because every reader needs it.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.types import Chunk, Sentence, Source

__all__ = [
    "SCHEMA",
    "SCHEMA_VERSION",
    "Passages",
    "StatementRow",
    "chunk_from_json",
    "chunk_to_json",
]

SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS collections(id TEXT PRIMARY KEY, folder TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files(
  id TEXT PRIMARY KEY, collection TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents(
  id TEXT PRIMARY KEY, file TEXT NOT NULL REFERENCES files(id) ON DELETE CASCADE,
  title TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_of_file ON documents(file);
CREATE TABLE IF NOT EXISTS sources(id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chunks(
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, jurisdiction TEXT, kind TEXT NOT NULL, body TEXT NOT NULL,
  sentence_vectors BLOB);
CREATE INDEX IF NOT EXISTS chunks_of_document ON chunks(document, position);
CREATE TABLE IF NOT EXISTS representations(
  id TEXT PRIMARY KEY, chunk TEXT NOT NULL REFERENCES chunks(id) ON DELETE CASCADE,
  text_key TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS representations_of_chunk ON representations(chunk);
CREATE TABLE IF NOT EXISTS statements(
  chunk TEXT NOT NULL REFERENCES chunks(id) ON DELETE CASCADE, sentence INTEGER NOT NULL,
  record TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (record, field, chunk, sentence));
CREATE TABLE IF NOT EXISTS records(
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors(key TEXT PRIMARY KEY, vector BLOB NOT NULL);
"""


class StatementRow(tuple[Chunk, Sentence]):
    """A record's sentence together with the chunk that holds it."""

    __slots__ = ()

    @property
    def chunk(self) -> Chunk:
        """The chunk that holds the sentence."""
        return self[0]

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self[1]


class Passages:
    """One index's passages. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._sources = {
            id: Source(**json.loads(body)) for id, body in self._rows("SELECT id, body FROM sources")
        }

    def source(self, id: str) -> Source:
        """The source of this id."""
        return self._sources[id]

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """Chunks by id; an unknown id is left out."""
        rows = self._rows(_in("SELECT id, body FROM chunks WHERE id IN", ids), ids)
        return {id: chunk_from_json(body) for id, body in rows}

    def sentence_vectors(self, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Chunk id -> array (sentences, 384) for chunks whose sentences were embedded."""
        sql = _in(
            "SELECT id, sentence_vectors FROM chunks WHERE sentence_vectors IS NOT NULL AND id IN",
            ids,
        )
        return {
            id: np.frombuffer(blob, dtype=np.float16).astype(np.float32).reshape(-1, 384)
            for id, blob in self._rows(sql, ids)
        }

    def vectors_of(self, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Chunk id -> array (representations, 384); the first is that of the chunk's own text."""
        sql = _in(
            "SELECT r.id, v.vector FROM representations r JOIN vectors v ON v.key = r.text_key "
            "WHERE r.chunk IN",
            ids,
        )
        numbered = [(*id.rpartition(":")[::2], blob) for id, blob in self._rows(sql, ids)]
        found: dict[str, list[npt.NDArray[np.float32]]] = {}
        for chunk, _, blob in sorted(numbered, key=lambda row: (row[0], int(row[1]))):
            found.setdefault(chunk, []).append(np.frombuffer(blob, dtype=np.float32))
        return {id: np.stack(vectors) for id, vectors in found.items()}

    def statements(self, record: str, fields: Sequence[str] = ()) -> list[StatementRow]:
        """A record's sentences; of these fields, in their order, or of all, in page order."""
        sql = (
            "SELECT s.field, s.sentence, c.body FROM statements s JOIN chunks c ON c.id = s.chunk "
            "WHERE s.record = ? ORDER BY c.position, s.sentence"
        )
        chunks: dict[str, Chunk] = {}
        rows = []
        for field, sentence, body in self._rows(sql, [record]):
            if fields and field not in fields:
                continue
            chunk = chunks.setdefault(body, chunk_from_json(body))
            rows.append(StatementRow((chunk, chunk.sentences[sentence])))
        if fields:
            rows.sort(key=lambda row: fields.index(row.sentence.field or ""))
        return rows

    def has_record(self, record: str) -> bool:
        """Whether anything is known of this record."""
        return bool(self._rows("SELECT 1 FROM statements WHERE record = ? LIMIT 1", [record]))

    def records(self) -> list[str]:
        """Every record as the JSON that it was stored as, by id."""
        return [body for (body,) in self._rows("SELECT body FROM records ORDER BY id")]

    def sources(self) -> dict[str, Source]:
        """Every source by id."""
        return dict(self._sources)

    def chunks_of_document(self, document: str) -> list[Chunk]:
        """A document's chunks in reading order."""
        sql = "SELECT body FROM chunks WHERE document = ? ORDER BY position"
        return [chunk_from_json(body) for (body,) in self._rows(sql, [document])]

    def documents(self) -> list[tuple[str, str, str]]:
        """(id, title, kind) of every document, by id."""
        return self._rows("SELECT id, title, kind FROM documents ORDER BY id")

    def count(self) -> int:
        """How many chunks there are."""
        return int(self._rows("SELECT count(*) FROM chunks")[0][0])

    def vector_rows(self) -> Iterator[tuple[str, npt.NDArray[np.float32], dict[str, str | bool]]]:
        """Every representation as (id, vector, metadata): what the vector store holds."""
        sql = (
            "SELECT r.id, v.vector, c.jurisdiction, c.kind, c.document, c.body FROM representations r "
            "JOIN chunks c ON c.id = r.chunk JOIN vectors v ON v.key = r.text_key ORDER BY r.id"
        )
        for id, blob, jurisdiction, kind, document, body in self._rows(sql):
            metadata: dict[str, str | bool] = {
                "jurisdiction": jurisdiction or "",
                "kind": kind,
                "document": document,
            }
            metadata |= {f"topic:{topic}": True for topic in json.loads(body).get("topics", ())}
            yield id, np.frombuffer(blob, dtype=np.float32), metadata

    def lexical_texts(self) -> tuple[list[str], list[str], list[str]]:
        """Chunk ids; for each what BM25 reads (title, heading, questions, text); and its prose.

        The prose leaves the questions out: they are written as people type, slips included.
        """
        ids, texts, prose = [], [], []
        for id, body in self._rows("SELECT id, body FROM chunks ORDER BY document, position"):
            chunk = chunk_from_json(body)
            ids.append(id)
            texts.append("\n".join((chunk.title, chunk.section, *chunk.questions, chunk.text)))
            prose.append("\n".join((chunk.title, chunk.section, chunk.text)))
        return ids, texts, prose

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self, sql: str, arguments: Sequence[Any] = ()) -> list[Any]:
        with self._lock:
            return self._connection.execute(sql, arguments).fetchall()


def chunk_to_json(chunk: Chunk) -> str:
    """A chunk as JSON; fields that are empty are left out, so that files stay small."""
    body = {key: value for key, value in asdict(chunk).items() if value not in (None, (), "")}
    body["sentences"] = [
        {key: value for key, value in item.items() if value not in (None, ())}
        for item in body.get("sentences", ())
    ]
    return json.dumps(body, ensure_ascii=False)


@lru_cache(maxsize=8_192)  # chunks are frozen, and the same ones answer most questions
def chunk_from_json(body: str) -> Chunk:
    """The chunk that `chunk_to_json` wrote."""
    data = json.loads(body)
    data["sentences"] = tuple(_sentence(item) for item in data["sentences"])
    data["questions"] = tuple(data.get("questions", ()))
    data["topics"] = tuple(data.get("topics", ()))
    return Chunk(**{"title": "", "section": "", "text": "", "page": None, **data})


def _sentence(item: dict[str, Any]) -> Sentence:
    value = item.get("value")
    item["value"] = tuple(value) if isinstance(value, list) else value
    item["sources"] = tuple(item.get("sources", ()))
    return Sentence(**item)


def _in(sql: str, values: Iterable[str]) -> str:
    return f"{sql} ({','.join('?' for _ in values)})"
