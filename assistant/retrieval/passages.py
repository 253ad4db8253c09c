"""The SQLite file of one index -> chunks, sentences, statements and sources. Read only.

`ingest/corpus.py` writes it; `schema.py` holds its tables.
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

from assistant.retrieval.kept import Kept
from assistant.types import Chunk, Sentence, Source

__all__ = [
    "Passages",
    "StatementRow",
    "chunk_from_json",
    "chunk_to_json",
]

_MOST_KEPT = 8_192  # chunks, or records; more than the bundled knowledge has


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
        self._chunks = Kept(self._read_chunks, _MOST_KEPT)
        self._sentence_vectors = Kept(self._read_sentence_vectors, _MOST_KEPT)
        self._statements = Kept(self._read_statements, _MOST_KEPT)
        self._sources = {
            id: Source(**json.loads(body)) for id, body in self._rows("SELECT id, body FROM sources")
        }

    def source(self, id: str) -> Source:
        """The source of this id."""
        return self._sources[id]

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """Chunks by id; an unknown id is left out."""
        return self._chunks.of(ids)

    def sentence_vectors(self, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Chunk id -> array (sentences, 384) for chunks whose sentences were embedded."""
        return self._sentence_vectors.of(ids)

    def vectors_of(self, ids: Sequence[str]) -> dict[str, npt.NDArray[np.float32]]:
        """Chunk id -> array (representations, 384); the first is that of the chunk's own text."""
        sql = _in(
            "SELECT r.id, v.vector FROM representations r JOIN vectors v ON v.key = r.text_key "
            "WHERE r.chunk IN",
            ids,
        )
        named = ((*id.rpartition(":")[::2], blob) for id, blob in self._rows(sql, ids))
        numbered = sorted((chunk, int(number), blob) for chunk, number, blob in named)
        found: dict[str, list[npt.NDArray[np.float32]]] = {}
        for chunk, _, blob in numbered:
            found.setdefault(chunk, []).append(np.frombuffer(blob, dtype=np.float32))
        return {id: np.stack(vectors) for id, vectors in found.items()}

    def statements(self, record: str, fields: Sequence[str] = ()) -> list[StatementRow]:
        """A record's sentences; of these fields, in their order, or of all, in page order."""
        rows = self._statements.of([record]).get(record, ())
        if not fields:
            return list(rows)
        wanted = [row for row in rows if row.sentence.field in fields]
        return sorted(wanted, key=lambda row: fields.index(row.sentence.field or ""))

    def has_record(self, record: str) -> bool:
        """Whether anything is known of this record."""
        return bool(self._statements.of([record]))

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

    def places_of_chunks(self) -> list[tuple[str, str, str]]:
        """(id, document, code of the place spoken of or nothing) of every chunk, in reading order."""
        sql = "SELECT id, document, coalesce(jurisdiction, '') FROM chunks ORDER BY document, position"
        return self._rows(sql)

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

    def _read_chunks(self, ids: list[str]) -> dict[str, Chunk]:
        rows = self._rows(_in("SELECT id, body FROM chunks WHERE id IN", ids), ids)
        return {id: chunk_from_json(body) for id, body in rows}

    def _read_sentence_vectors(self, ids: list[str]) -> dict[str, npt.NDArray[np.float32]]:
        sql = _in(
            "SELECT id, sentence_vectors FROM chunks WHERE sentence_vectors IS NOT NULL AND id IN",
            ids,
        )
        return {
            id: np.frombuffer(blob, dtype=np.float16).reshape(-1, 384).astype(np.float32)
            for id, blob in self._rows(sql, ids)
        }

    def _read_statements(self, records: list[str]) -> dict[str, tuple[StatementRow, ...]]:
        sql = (
            "SELECT s.sentence, s.chunk FROM statements s JOIN chunks c ON c.id = s.chunk "
            "WHERE s.record = ? ORDER BY c.position, s.sentence"
        )
        found = {}
        for record in records:
            places = self._rows(sql, [record])
            chunks = self.chunks([chunk for _, chunk in places])
            rows = [StatementRow((chunks[id], chunks[id].sentences[number])) for number, id in places]
            if rows:
                found[record] = tuple(rows)
        return found

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


@lru_cache(maxsize=_MOST_KEPT)  # chunks are frozen, and a new index holds most of those of the one before
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
