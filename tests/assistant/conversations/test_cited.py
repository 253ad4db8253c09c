from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from assistant_samples import BOARD
from shared_samples import (
    CERTIFIER,
    EXAM_ANSWER,
    FEE_ANSWER,
    FEES,
    GUIDE,
    KNOWLEDGE,
    answer,
    cite,
    write_statements,
)

from assistant.conversations.cited import cited_statements, plain_form, repeats, sentence_mark
from assistant.retrieval.passages import Passages
from assistant.types import Answer, Block, Claim


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Passages]:
    opened = write_statements(tmp_path_factory.mktemp("cited") / "passages.sqlite", KNOWLEDGE)
    yield opened
    opened.close()


def texts(given: Answer, passages: Passages | None) -> list[str]:
    return [statement.text for statement in cited_statements(given, 0, passages)]


def test_a_records_statements_know_their_record_field_and_sources(passages: Passages) -> None:
    first, second = cited_statements(FEE_ANSWER, 3, passages)
    assert (first.turn, first.record, first.field, first.sources) == (3, "oh", "application_fee", ("board",))
    assert (second.text, second.field, second.numbers) == ("Renewing in Ohio costs $75.", "renewal_fee", (1,))
    assert {sentence_mark(s.text) for s in FEES.sentences} == set(first.neighbours)


def test_a_sentence_between_two_cited_ones_is_not_cited(passages: Passages) -> None:
    said = Block(
        "bullets", (Claim("You can take the PTCE at home.", (1,)), Claim("Bring one photo ID.", (1,)))
    )
    given = answer("?", [said], [cite(1, GUIDE, CERTIFIER, 0, 2)])
    assert texts(given, passages) == ["Yes, you can take the PTCE at home.", "Bring one photo ID."]


def test_what_a_model_says_in_its_own_words_rests_on_the_whole_quote(passages: Passages) -> None:
    said = Block("paragraph", (Claim("Each try costs $129.", (1,)), Claim("At home works too.", (1,))))
    given = answer("?", [said], [cite(1, GUIDE, CERTIFIER, 0, 1)])
    assert texts(given, passages) == [sentence.text for sentence in GUIDE.sentences[:2]]


def test_a_statement_of_two_sources_is_one_statement_with_two_numbers(passages: Passages) -> None:
    said = Block("paragraph", (Claim("Each try costs $129.", (1, 2)),))
    given = answer("?", [said], [cite(1, GUIDE, CERTIFIER, 1), cite(2, GUIDE, BOARD, 1)])
    (statement,) = cited_statements(given, 0, passages)
    assert (statement.numbers, statement.sources) == ((1, 2), ("ptcb", "board"))


def test_a_table_row_that_is_one_sentence_is_found_in_its_cells() -> None:
    row = replace(
        GUIDE,
        text="Fee | $129",
        sentences=(replace(GUIDE.sentences[0], text="Fee | $129", start=0, end=10, kind="row"),),
    )
    table = Block("table", header=("What", "Cost"), rows=((Claim("Fee"), Claim("$129", (1,))),))
    assert texts(answer("?", [table], [cite(1, row, CERTIFIER, 0)]), None) == ["Fee | $129"]


def test_a_chunk_that_is_gone_gives_the_sentences_of_its_quote() -> None:
    (first, second) = cited_statements(EXAM_ANSWER, 0, None)
    assert [first.text, second.text] == [sentence.text for sentence in GUIDE.sentences[:2]]
    assert (first.record, first.document, first.section) == (None, "guides/exam", GUIDE.section)
    assert len(first.neighbours) == len(GUIDE.sentences)


def test_no_answer_has_no_statements() -> None:
    assert cited_statements(None, 0, None) == []


def test_wordings_are_compared_without_case_spaces_and_typographic_marks() -> None:
    assert plain_form("It’s  $50 –\nper Year") == "it's $50 - per year"
    assert sentence_mark("It’s $50") == sentence_mark("it's  $50") != sentence_mark("it's $5")
    assert repeats("Yes. You can take it.", "No, but you can take it.")
    assert not repeats("You can take it.", "You cannot take it.")
