"""What the tests of the assistant share: the real index, opened once, and small ones of their own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from assistant_samples import BOARD

from assistant.answering.likeness import load_likeness
from assistant.answering.nearest import MIDDLES_FILE, write_middles
from assistant.answering.vocabulary import Vocabulary, load_vocabulary
from assistant.build import Assistant, build_assistant
from assistant.retrieval.encoder import Encoder
from assistant.retrieval.index import CURRENT, Index, make_vector_store, open_index
from assistant.retrieval.lexical import write_lexical_index
from assistant.retrieval.passages import Passages, chunk_to_json
from assistant.retrieval.schema import SCHEMA
from assistant.settings import Settings, read_settings
from assistant.types import Chunk

WritePassages = Callable[[Path, Sequence[Chunk]], Passages]
WriteIndex = Callable[[Path, str, Sequence[Chunk]], Settings]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The vocabulary of the package."""
    return load_vocabulary()


@pytest.fixture(scope="session")
def index(knowledge_settings: Settings) -> Iterator[Index]:
    """The index of the bundled knowledge, open for reading."""
    opened = open_index(knowledge_settings)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def cities(index: Index) -> Mapping[str, str]:
    """City -> state, as the index carries it."""
    found: dict[str, str] = json.loads((index.folder / "gazetteer.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def assistant(knowledge_settings: Settings) -> Assistant:
    """The assistant on the bundled knowledge."""
    return build_assistant(knowledge_settings)


@pytest.fixture(scope="session")
def write_passages(index: Index) -> WritePassages:
    """A function (file, chunks) that writes and opens a passages file with real vectors."""

    def write(file: Path, chunks: Sequence[Chunk]) -> Passages:
        with sqlite3.connect(file) as connection:
            _fill(connection, chunks, index.encoder)
        connection.close()
        return Passages(file)

    return write


@pytest.fixture(scope="session")
def write_index(write_passages: WritePassages, index: Index, knowledge_settings: Settings) -> WriteIndex:
    """A function (home, name, chunks) that makes a small index, in force, and gives its settings."""

    def write(home: Path, name: str, chunks: Sequence[Chunk]) -> Settings:
        settings = read_settings({"TECHPATH_HOME": str(home)})
        folder = settings.indexes / name
        folder.mkdir(parents=True)
        if not settings.models.exists():
            settings.models.symlink_to(knowledge_settings.models)
        passages = write_passages(folder / "passages.sqlite", chunks)
        write_lexical_index(folder / "bm25", *passages.lexical_texts())
        make_vector_store(folder / "chroma", passages)
        write_middles(folder / MIDDLES_FILE, passages, load_likeness())
        passages.close()
        _write_json(folder / "gazetteer.json", {"cleveland": "OH"})
        _write_json(folder / "manifest.json", {"encoder": index.manifest["encoder"]})
        (settings.indexes / CURRENT).write_text(name, encoding="utf-8")
        return settings

    return write


def _fill(connection: sqlite3.Connection, chunks: Sequence[Chunk], encoder: Encoder) -> None:
    connection.executescript(SCHEMA)
    connection.execute("INSERT INTO sources VALUES (?, ?)", (BOARD.id, json.dumps(asdict(BOARD))))
    connection.execute("INSERT INTO collections VALUES ('c', 'c')")
    connection.execute("INSERT INTO files VALUES ('f', 'c', 'x')")
    for chunk in chunks:
        connection.execute(
            "INSERT OR IGNORE INTO documents VALUES (?, 'f', ?, ?, ?)",
            (chunk.document, chunk.title, chunk.kind, chunk.source),
        )
    for position, chunk in enumerate(chunks):
        _add(connection, position, chunk, encoder)


def _add(connection: sqlite3.Connection, position: int, chunk: Chunk, encoder: Encoder) -> None:
    sentences = encoder.encode([sentence.text for sentence in chunk.sentences])
    connection.execute(
        "INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?)",
        (chunk.id, chunk.document, position, chunk.jurisdiction, chunk.kind, chunk_to_json(chunk),
         sentences.astype(np.float16).tobytes()),
    )  # fmt: skip
    for number, text in enumerate([chunk.text, *chunk.questions]):
        name = f"{chunk.id}:{number}"
        connection.execute("INSERT INTO vectors VALUES (?, ?)", (name, encoder.encode_one(text).tobytes()))
        connection.execute("INSERT INTO representations VALUES (?, ?, ?)", (name, chunk.id, name))
    for number, sentence in enumerate(chunk.sentences):
        if sentence.record:
            row = (chunk.id, number, sentence.record, sentence.field)
            connection.execute("INSERT INTO statements VALUES (?, ?, ?, ?)", row)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")
