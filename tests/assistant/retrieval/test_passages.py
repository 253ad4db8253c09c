from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from assistant_samples import BOARD, make_chunk, make_sentences

from assistant.retrieval.index import Index
from assistant.retrieval.passages import Passages, chunk_from_json, chunk_to_json
from assistant.types import Chunk

FULL = make_chunk(
    "full",
    "The fee is $50. It is due on March 31.",
    kind="record",
    page=3,
    questions=("how much", "¿cuánto?"),
    topics=("fees",),
    jurisdiction="OH",
    sentences=make_sentences(
        "The fee is $50. It is due on March 31.",
        sources=("board", "law"),
        record="oh",
        field="application_fee",
        value=("a", "b"),
        confidence="high",
    ),
)


@pytest.mark.parametrize(
    "chunk",
    [
        FULL,
        make_chunk("bare", "One.", section="", source=""),
        make_chunk("silent", "", sentences=()),
        *(replace(FULL, sentences=(replace(FULL.sentences[0], value=value),)) for value in (True, False, 0, 2.5, "", "x", ("a",), None)),
    ],
    ids=["everything", "least", "no text", "true", "false", "zero", "float", "empty", "text", "list", "none"],
)  # fmt: skip
def test_a_chunk_survives_the_round_trip(chunk: Chunk) -> None:
    assert chunk_from_json(chunk_to_json(chunk)) == chunk


def test_what_is_empty_is_not_written() -> None:
    body = json.loads(chunk_to_json(make_chunk("bare", "One.")))
    assert not {"page", "questions", "topics", "jurisdiction"} & set(body)


@pytest.fixture(scope="module")
def passages(write_passages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Passages]:  # type: ignore[no-untyped-def]
    other = make_chunk("other", "Ask the board.", document=FULL.document)
    opened = write_passages(tmp_path_factory.mktemp("passages") / "passages.sqlite", [FULL, other])
    yield opened
    opened.close()


def test_chunks_are_found_by_id_and_unknown_ids_left_out(passages: Passages) -> None:
    assert passages.chunks(["full", "gone"]) == {"full": FULL}
    assert passages.chunks([]) == {}


def test_a_document_is_read_in_its_order(passages: Passages) -> None:
    assert [chunk.id for chunk in passages.chunks_of_document(FULL.document)] == ["full", "other"]
    assert passages.documents() == [(FULL.document, "A guide", "record")]
    assert passages.count() == 2


def test_a_source_is_found_by_its_id(passages: Passages) -> None:
    assert passages.source("board") == BOARD


def test_statements_are_those_of_the_record_and_field(passages: Passages) -> None:
    assert [row.sentence for row in passages.statements("oh")] == list(FULL.sentences)
    assert [row.chunk for row in passages.statements("oh", ["application_fee"])] == [FULL, FULL]
    assert passages.statements("oh", ["ratio"]) == []
    assert passages.has_record("oh")
    assert not passages.has_record("tx")


def test_each_sentence_has_its_vector(passages: Passages) -> None:
    vectors = passages.sentence_vectors(["full", "gone"])
    assert {id: array.shape for id, array in vectors.items()} == {"full": (2, 384)}


def test_each_representation_carries_what_filters_ask_for(passages: Passages) -> None:
    rows = {id: metadata for id, _, metadata in passages.vector_rows()}
    assert sorted(rows) == ["full:0", "full:1", "full:2", "other:0"]
    assert rows["full:1"] == {
        "jurisdiction": "OH", "kind": "record", "document": FULL.document, "topic:fees": True,
    }  # fmt: skip
    assert rows["other:0"]["jurisdiction"] == ""


def test_bm25_reads_the_questions_and_the_speller_does_not(passages: Passages) -> None:
    ids, texts, prose = passages.lexical_texts()
    assert ids == ["full", "other"]
    assert "how much" in texts[0]
    assert "how much" not in prose[0]
    assert all(FULL.text in text for text in (texts[0], prose[0]))


def test_the_file_is_never_written_to(passages: Passages, index: Index) -> None:
    for opened in (passages, index.passages):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            opened._connection.execute("DELETE FROM chunks")


def test_every_sentence_of_the_real_index_stands_where_it_says(index: Index) -> None:
    for document, _, _ in index.passages.documents():
        for chunk in index.passages.chunks_of_document(document):
            assert all(chunk.text[s.start : s.end] == s.text for s in chunk.sentences), chunk.id


def test_every_source_that_the_real_index_names_is_known(index: Index) -> None:
    named = {
        source
        for document, _, _ in index.passages.documents()
        for chunk in index.passages.chunks_of_document(document)
        for source in [chunk.source, *(s for sentence in chunk.sentences for s in sentence.sources)]
    }
    assert all(index.passages.source(id).id == id for id in named)
