from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from assistant_samples import ANSWER, BOARD, CITATION

from assistant.render import block_markdown, markdown, references
from assistant.types import Block, BlockKind, Claim

ONE, TWO = Claim("First.", (1,)), Claim("Second.", (1, 2))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("paragraph", "First. [1] Second. [1][2]"),
        ("bullets", "- First. [1]\n- Second. [1][2]"),
        ("steps", "1. First. [1]\n2. Second. [1][2]"),
        ("ask", "First. [1] Second. [1][2]"),
        ("notice", "First. [1] Second. [1][2]"),
    ],
)
def test_each_kind_of_block_has_its_form(kind: BlockKind, text: str) -> None:
    assert block_markdown(Block(kind, (ONE, TWO))) == text


def test_a_lead_in_runs_into_a_paragraph_and_stands_above_a_list() -> None:
    assert block_markdown(Block("paragraph", (ONE,), "Who decides:")) == "Who decides: First. [1]"
    assert block_markdown(Block("bullets", (ONE,), "For example:")) == "For example:\n\n- First. [1]"


def test_a_table_has_a_header_a_rule_and_equal_rows() -> None:
    table = Block("table", header=("", "Ohio"), rows=((Claim("Fee"), ONE), (Claim("a|b"), TWO)))
    assert block_markdown(table).splitlines() == [
        "|  | Ohio |",
        "| --- | --- |",
        "| Fee | First. [1] |",
        "| a/b | Second. [1][2] |",
    ]


def test_a_table_without_a_header_gets_an_empty_one() -> None:
    assert block_markdown(Block("table", rows=((ONE, TWO),))).startswith("|  |  |\n| --- | --- |\n")


def test_a_claim_without_citations_has_no_mark() -> None:
    assert block_markdown(Block("ask", (Claim("Which state?"),))) == "Which state?"


def test_blocks_are_set_apart_by_an_empty_line() -> None:
    assert markdown(ANSWER) == "The fee is $50. [1] Pay online.\n\nWhich state are you in?"
    assert markdown(replace(ANSWER, blocks=())) == ""


def test_a_reference_names_publisher_title_page_date_and_address() -> None:
    assert references(ANSWER) == (
        "[1] Ohio Board of Pharmacy: Technician fees, p. 3 (as of 2026-05). https://board.example/fees"
    )


def test_a_reference_without_a_date_says_when_it_was_read() -> None:
    undated = replace(CITATION, page=None, source=replace(BOARD, as_of="unknown", url=""))
    said = references(replace(ANSWER, citations=(undated,)))
    assert said == "[1] Ohio Board of Pharmacy: Technician fees (date not given, read 2026-11-01)."


def test_references_stand_one_a_line_in_order() -> None:
    second = replace(CITATION, number=2)
    lines = references(replace(ANSWER, citations=(CITATION, second))).splitlines()
    assert [line[:3] for line in lines] == ["[1]", "[2]"]


def test_a_reference_that_is_overdue_for_review_says_whom_to_check_with() -> None:
    fresh = references(ANSWER, date(2026, 12, 1))
    late = references(ANSWER, date(2029, 1, 1))
    assert "check with" not in fresh
    assert "check with Ohio Board of Pharmacy." in late
