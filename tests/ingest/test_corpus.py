"""The corpus changes file by file, whole or not at all, and keeps vectors by their text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.types import Source
from ingest.chunks import chunk_document
from ingest.corpus import Corpus, ParsedFile, text_key
from ingest.plain import parse_text

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus(tmp_path / "corpus.sqlite") as opened:
        opened.set_collections({"mine": str(tmp_path)})
        yield opened


def parsed(name: str, text: str) -> ParsedFile:
    document = parse_text(text, f"mine/{name}", replace(OWN, id=f"doc:mine/{name}"))
    chunks = tuple(chunk_document(document))
    return ParsedFile(f"mine/{name}", "mine", text_key(text), ((document, chunks),))


def put(corpus: Corpus, file: ParsedFile) -> list[str]:
    """Store a file with a vector for each chunk; returns the texts embedded."""
    texts = {chunk.id: (chunk.text,) for _, chunks in file.documents for chunk in chunks}
    flat = [text for row in texts.values() for text in row]
    corpus.add_vectors(flat, np.ones((len(flat), 384), dtype=np.float32))
    corpus.put_file(file, texts)
    return flat


def test_a_file_replaces_its_former_self(corpus: Corpus) -> None:
    put(corpus, parsed("a.txt", "One."))
    put(corpus, parsed("a.txt", "Two."))
    assert corpus.files() == {"mine/a.txt": text_key("Two.")}
    assert corpus.documents() == {"mine/a.txt": "mine/a.txt"}


def test_a_file_that_fails_half_way_leaves_what_was_there(corpus: Corpus) -> None:
    put(corpus, parsed("a.txt", "One."))
    with pytest.raises(KeyError):
        corpus.put_file(parsed("a.txt", "Two."), texts={})  # its chunk has no texts
    assert corpus.files() == {"mine/a.txt": text_key("One.")}


def test_texts_with_a_vector_are_not_missing_and_each_text_is_missing_once(corpus: Corpus) -> None:
    put(corpus, parsed("a.txt", "One."))
    assert corpus.missing_vectors(["One.", "Two.", "Two."]) == ["Two."]


def test_vectors_come_back_in_the_order_asked(corpus: Corpus) -> None:
    rows = np.arange(2 * 384, dtype=np.float32).reshape(2, 384)
    corpus.add_vectors(["a", "b"], rows)
    assert np.array_equal(corpus.vectors(["b", "a", "b"]), rows[[1, 0, 1]])


def test_a_sweep_forgets_only_vectors_of_texts_that_are_gone(corpus: Corpus) -> None:
    (kept,) = put(corpus, parsed("a.txt", "One."))
    (gone,) = put(corpus, parsed("b.txt", "Two."))
    corpus.delete_file("mine/b.txt")
    corpus.sweep()
    assert corpus.missing_vectors([kept, gone]) == [gone]


def test_a_collection_that_is_left_out_takes_its_files_along(corpus: Corpus) -> None:
    put(corpus, parsed("a.txt", "One."))
    corpus.set_collections({"other": "/elsewhere"})
    assert (corpus.files(), corpus.documents()) == ({}, {})


def test_the_state_changes_with_files_and_sources_and_comes_back_with_them(corpus: Corpus) -> None:
    put(corpus, parsed("a.txt", "One."))
    before = corpus.state()
    put(corpus, parsed("a.txt", "Two."))
    assert corpus.state() != before
    put(corpus, parsed("a.txt", "One."))
    assert corpus.state() == before
    corpus.set_sources([replace(OWN, id="board", title="Rules")])
    assert corpus.state() != before


def test_a_copy_for_serving_leaves_out_vectors_that_no_search_reads(corpus: Corpus, tmp_path: Path) -> None:
    put(corpus, parsed("a.txt", "One."))
    corpus.add_vectors(["a sentence"], np.ones((1, 384), dtype=np.float32))
    corpus.copy_to(tmp_path / "copy.sqlite")
    with Corpus(tmp_path / "copy.sqlite") as copy:
        assert copy.missing_vectors(["One.", "a sentence"]) == ["a sentence"]
        assert copy.files() == corpus.files()
    assert corpus.missing_vectors(["a sentence"]) == []


def test_a_file_of_another_layout_is_read_again(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "corpus.sqlite"
    with Corpus(path) as corpus:
        corpus.set_collections({"mine": str(tmp_path)})
        put(corpus, parsed("a.txt", "One."))
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 999")
    database.close()
    with Corpus(path) as corpus:
        assert corpus.files() == {}
