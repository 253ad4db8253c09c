"""The knowledge that ships keeps its own rules, covers what was gathered, and copies nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import yaml

from ingest.knowledge.check import check_library
from ingest.knowledge.coverage import COVERAGE, address, load_facts, sentences_by_address
from ingest.knowledge.findings import errors, render
from ingest.knowledge.library import Library, read_library, read_texts

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
FACTS = ROOT.parent / "shared" / "facts"
# The day of the last review: later days bring warnings, which age and not an edit causes.
REVIEWED = date(2026, 12, 1)
COPIED = 0.9  # share of a sentence, 0-1, that stands word for word in a gathered fact
SHORT = 60  # characters; shorter sentences ("The PTCE has 90 questions.") leave no choice of words
RUN = 7  # words; sentences that share no such run are not compared

needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="../shared/facts does not exist here")


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(read_texts(KNOWLEDGE))


def test_the_knowledge_keeps_its_rules(library: Library) -> None:
    failed = errors(check_library(library, REVIEWED))
    assert not failed, render(failed)


def test_every_document_listed_as_carrying_a_fact_exists(library: Library) -> None:
    documents = {guide.file.removesuffix(".md") for guide in library.guides}
    documents |= {placed.file.removesuffix(".yaml") for placed in library.records}
    listed = {name for entry in _coverage().values() for name in entry.get("documents", ())}
    assert listed <= documents


def test_every_fact_has_documents_or_a_reason() -> None:
    for id, entry in _coverage().items():
        assert set(entry) in ({"documents"}, {"left_out"}), id
        assert all(entry.values()), id


@needs_facts
def test_every_gathered_fact_is_listed() -> None:
    assert _coverage().keys() == load_facts(FACTS).keys()


@needs_facts
def test_every_listed_document_cites_the_page_of_its_fact(library: Library) -> None:
    citing = sentences_by_address(library)
    facts = load_facts(FACTS)
    wrong = [
        (id, name)
        for id, entry in _coverage().items()
        for name in entry.get("documents", ())
        if name not in citing[address(facts[id].url)]
    ]
    assert wrong == []


@needs_facts
def test_a_fact_is_left_out_only_where_no_document_cites_its_page(library: Library) -> None:
    citing = sentences_by_address(library)
    facts = load_facts(FACTS)
    left_out = [id for id, entry in _coverage().items() if "left_out" in entry]
    assert [id for id in left_out if address(facts[id].url) in citing] == []


@needs_facts
def test_no_sentence_is_copied_from_a_gathered_fact(library: Library) -> None:
    statements = [fact.statement for fact in load_facts(FACTS).values()]
    runs = defaultdict(set)
    for number, statement in enumerate(statements):
        for run in _runs(statement):
            runs[run].add(number)
    copied = []
    for place, text in _sentences(library):
        for number in {number for run in _runs(text) for number in runs.get(run, ())}:
            match = SequenceMatcher(None, text, statements[number], False).find_longest_match()
            if match.size >= SHORT and match.size / len(text) >= COPIED:
                copied.append(f"{place}: {text}")
    assert not copied, "\n".join(copied)


def _coverage() -> dict[str, dict[str, list[str]]]:
    text = (KNOWLEDGE / COVERAGE).read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return found


def _sentences(library: Library) -> Iterator[tuple[str, str]]:
    for guide in library.guides:
        for sentence in guide.sentences:
            yield f"{guide.file}:{sentence.line}", sentence.text
    for placed in library.records:
        for line, statement in placed.statements:
            yield f"{placed.file}:{line}", statement.says


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of words of the length at which two sentences are worth comparing."""
    words = re.findall(r"[a-z0-9$%.]+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
