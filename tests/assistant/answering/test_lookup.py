"""Queries are looked up alone, or several at once as parts of one, with the same best result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.answerable import load_calibration
from assistant.answering.intents import load_intents
from assistant.answering.lookup import Lookup
from assistant.answering.understand import Query
from assistant.answering.vocabulary import load_vocabulary
from assistant.build import Assistant
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import Filters
from assistant.types import Profile

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


def test_parts_looked_up_briefly_find_what_each_finds_alone(lookup: Lookup, queries: list[Query]) -> None:
    for brief, query in zip(lookup.look_briefly(queries), queries, strict=True):
        alone = lookup.look(query)
        assert brief.query.question == query.question
        assert brief.found[0].chunk.id == alone.found[0].chunk.id
        assert brief.answerable == pytest.approx(alone.answerable, abs=0.1)


def test_no_parts_are_nothing_to_look_up(lookup: Lookup) -> None:
    assert lookup.look_briefly([]) == []


def test_the_field_asked_for_is_told_where_a_place_is_spoken_of(lookup: Lookup, queries: list[Query]) -> None:
    assert lookup.look(queries[2]).query.field == "renewal_fee"
    nowhere = replace(queries[2], states=(), target=None, profile=Profile(), field=None)
    assert lookup.look(nowhere).query.field is None


def test_more_passages_are_given_when_more_are_asked_for(lookup: Lookup, queries: list[Query]) -> None:
    assert len(lookup.look(queries[1], 30).found) == 30


def test_a_filter_holds_for_the_whole_record_too(lookup: Lookup, queries: list[Query]) -> None:
    found = lookup.look(queries[1], filters=Filters(kind="guide")).found
    assert found
    assert {passage.chunk.kind for passage in found} == {"guide"}
