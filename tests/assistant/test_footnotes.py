from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.build import Assistant
from assistant.errors import KnowledgeError
from assistant.footnotes import footnotes
from assistant.guidance.cited import Cited, quoted
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages


@pytest.fixture(scope="module")
def shelf(assistant: Assistant) -> Shelf:
    return assistant.shelf()


@pytest.fixture(scope="module")
def passages(assistant: Assistant) -> Passages:
    return assistant.index().passages


def test_every_statement_of_every_record_can_be_cited_verbatim(shelf: Shelf, passages: Passages) -> None:
    lines = [quoted(record, item) for record in shelf.records.values() for item in record.statements]
    made = footnotes(lines, passages)
    assert [citation.number for citation in made.citations] == list(range(1, len(made.citations) + 1))
    for citation in made.citations:
        assert citation.quote in citation.passage
        assert citation.quote
    for line in lines:
        quotes = {made.citations[number - 1].quote for number in made.claim(line).citations}
        assert any(line.text.startswith(quote) for quote in quotes), line.text


def test_numbers_follow_the_reading_order_and_repeat(shelf: Shelf, passages: Passages) -> None:
    ohio, texas = shelf.records["oh"], shelf.records["tx"]
    first = quoted(texas, texas.statements[0])
    second = quoted(ohio, ohio.statements[0])
    both = Cited("Both.", second.support + first.support)
    made = footnotes([first, second, both], passages)
    assert made.claim(first).citations[0] == 1
    assert set(made.claim(both).citations) == {
        *made.claim(first).citations,
        *made.claim(second).citations,
    }
    assert made.claim(Cited("Ours.")).citations == ()


def test_a_statement_that_the_index_does_not_hold_is_refused(shelf: Shelf, passages: Passages) -> None:
    ohio = shelf.records["oh"]
    line = quoted(ohio, ohio.statements[0])
    strange = replace(line, support=(replace(line.support[0], says="Ohio pays you."),))
    with pytest.raises(KnowledgeError, match="oh: .* Run: techpath ingest"):
        footnotes([strange], passages)
