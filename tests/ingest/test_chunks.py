"""Chunks quote their document exactly, and change only where the document changes."""

import random

import pytest

from assistant.types import Source
from ingest.chunks import chunk_document
from ingest.documents import Document
from ingest.markdown import parse_markdown

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")
KNOWN = {"a": Source("a", "a", "P", "", "certifier", "2026", "2026-01-01")}


def parse(text: str) -> Document:
    return parse_markdown(text, "mine/x.md", OWN, KNOWN)


def random_markdown(chance: random.Random) -> str:
    """Headings, paragraphs, lists and tables of every length, some without a full stop."""
    words = ["tech", "PTCB", "e.g.", "fee", "$5", "é", "renew;", "(a)", "20", "x" * 300]

    def sentence() -> str:
        run = " ".join(chance.choices(words, k=chance.randrange(1, 60)))
        return run + chance.choice([".", "?", "", ":", ".[^a]"])

    def block() -> str:
        kind = chance.randrange(5)
        if kind == 0:
            return f"{'#' * chance.randrange(1, 5)} Heading {chance.randrange(9)}"
        if kind == 1:
            return "\n".join(f"- {sentence()}" for _ in range(chance.randrange(1, 9)))
        if kind == 2:
            return "| A | B |\n|---|---|\n" + "| one | two |\n" * chance.randrange(1, 80)
        return " ".join(sentence() for _ in range(chance.randrange(1, 9)))

    return "\n\n".join(block() for _ in range(chance.randrange(1, 15)))


@pytest.mark.parametrize("seed", range(60))
def test_every_chunk_and_sentence_is_a_quotation(seed: int) -> None:
    document = parse(random_markdown(random.Random(seed)))
    for chunk in chunk_document(document):
        assert chunk.text == document.text[chunk.start : chunk.end]
        assert len(chunk.text) <= 1000
        for sentence in chunk.sentences:
            assert chunk.text[sentence.start : sentence.end] == sentence.text != ""


@pytest.mark.parametrize("seed", range(60))
def test_a_chunk_lies_within_one_section_and_no_sentence_is_lost(seed: int) -> None:
    document = parse(random_markdown(random.Random(seed)))
    chunks = chunk_document(document)
    for chunk in chunks:
        homes = [
            s for s in document.sections
            if s.start <= chunk.start and chunk.end <= s.start + len(s.text)
        ]  # fmt: skip
        assert [" > ".join(section.path) for section in homes] == [chunk.section]
    for section in document.sections:
        for sentence in section.sentences:
            bare = "".join(sentence.text.split())
            found = "".join("".join(s.text.split()) for c in chunks for s in c.sentences)
            assert bare in found


@pytest.mark.parametrize("seed", range(60))
def test_ids_are_unique(seed: int) -> None:
    ids = [chunk.id for chunk in chunk_document(parse(random_markdown(random.Random(seed))))]
    assert len(ids) == len(set(ids))


def test_ids_stay_when_another_section_changes() -> None:
    before = chunk_document(parse("# G\n\n## A\n\nOld text.\n\n## B\n\nKept text."))
    after = chunk_document(parse("# G\n\n## A\n\nMuch longer new text here.\n\n## B\n\nKept text."))
    assert before[0].id != after[0].id
    assert before[1].id == after[1].id


def test_a_cut_sentence_keeps_its_source() -> None:
    document = parse("word " * 500 + "end.[^a]")
    chunks = chunk_document(document)
    assert len(chunks) > 1
    assert {s.sources for chunk in chunks for s in chunk.sentences} == {("a",)}
