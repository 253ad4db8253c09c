"""Queries are looked up alone or together, with the same result."""

from __future__ import annotations

import pytest

from assistant.answering.answerable import load_calibration
from assistant.answering.intents import load_intents
from assistant.answering.lookup import Lookup
from assistant.answering.understand import Query
from assistant.answering.vocabulary import load_vocabulary
from assistant.build import Assistant
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import Filters

QUESTIONS = (
    "How many CE hours does Ohio ask for, and what does renewing cost?",
    "How many CE hours does Ohio ask for?",
    "what does renewing cost in Ohio",
)


@pytest.fixture(scope="module")
def lookup(index: Index) -> Lookup:
    return Lookup(index, load_vocabulary(), load_calibration(), load_intents())


@pytest.fixture(scope="module")
def queries(assistant: Assistant) -> list[Query]:
    return [assistant.chain().consider(question).query for question in QUESTIONS]


def test_queries_looked_up_together_find_what_each_finds_alone(lookup: Lookup, queries: list[Query]) -> None:
    first, others = lookup.look_together(queries[0], queries[1:])
    for together, query in zip((first, *others), queries, strict=True):
        alone = lookup.look(query)
        assert together.query is query
        assert [p.chunk.id for p in together.found] == [p.chunk.id for p in alone.found]
        assert together.answerable == pytest.approx(alone.answerable, abs=1e-3)


def test_a_query_may_be_looked_up_with_no_other_beside_it(lookup: Lookup, queries: list[Query]) -> None:
    seen, others = lookup.look_together(queries[1], [])
    assert others == []
    assert seen.found[0].chunk.document == "records/jurisdiction/oh"


def test_more_passages_are_given_when_more_are_asked_for(lookup: Lookup, queries: list[Query]) -> None:
    assert len(lookup.look(queries[1], 30).found) == 30


def test_a_filter_holds_for_the_whole_record_too(lookup: Lookup, queries: list[Query]) -> None:
    found = lookup.look(queries[1], filters=Filters(kind="guide")).found
    assert found
    assert {passage.chunk.kind for passage in found} == {"guide"}
