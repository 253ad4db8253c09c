from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Answer, Block, Citation, Claim, Profile, Source
from ui.answer_text import (
    Segment,
    copy_text,
    date_words,
    segments,
    source_anchor,
    source_dates,
)

SOURCE = Source(
    id="board",
    title="Fees",
    publisher="Board of Pharmacy",
    url="https://board.example/fees",
    tier="law-or-board",
    as_of="2024-12",
    reviewed="2026-11-22",
)
CITATION = Citation(
    number=1,
    source=SOURCE,
    chunk="c1",
    document="records/jurisdiction/oh",
    title="Ohio",
    section="Fees",
    page=3,
    quote="The fee is $50.",
    passage="The fee is $50. Pay online.",
)
FEE = Claim("The fee is $50.", (1,))
PAY = Claim("Pay online.", ())


def answer(*blocks: Block) -> Answer:
    return Answer(
        question="What does it cost?",
        standalone_question="What does it cost?",
        outcome="answered",
        engine="embedded",
        blocks=blocks,
        citations=(CITATION,),
        assumptions=Profile(),
    )


def markdown(*blocks: Block) -> str:
    return "".join(segments(blocks, turn=0)[0].pieces)


def test_a_paragraph_joins_its_claims_with_their_marks() -> None:
    assert markdown(Block("paragraph", (FEE, PAY))) == (
        "The fee is \\$50\\.\u00a0[1](#source-1-1) Pay online\\."
    )


def test_steps_are_numbered_and_bullets_are_not() -> None:
    assert markdown(Block("steps", (PAY, PAY))) == "1. Pay online\\.\n2. Pay online\\."
    assert markdown(Block("bullets", (PAY, PAY))) == "- Pay online\\.\n- Pay online\\."


def test_a_lead_in_stands_before_its_list() -> None:
    assert markdown(Block("bullets", (PAY,), lead_in="How:")) == "How\\:\n\n- Pay online\\."


def test_a_table_keeps_its_cells_apart() -> None:
    table = Block("table", header=("", "A|B"), rows=((Claim("x|y"), FEE),))
    assert markdown(table).split("\n") == [
        "|  | A\\|B |",
        "| --- | --- |",
        "| x\\|y | The fee is \\$50\\.\u00a0[1](#source-1-1) |",
    ]


def test_a_question_to_the_reader_is_set_apart() -> None:
    kinds = [s.kind for s in segments((Block("paragraph", (FEE,)), Block("ask", (PAY,))), 0)]
    assert kinds == ["text", "ask"]


def test_neighbouring_blocks_are_written_as_one() -> None:
    found = segments((Block("paragraph", (PAY,)), Block("bullets", (PAY,))), 0)
    assert found == (Segment("text", ("Pay online\\.", "\n\n", "- Pay online\\.")),)


def test_the_same_number_in_two_turns_leads_to_two_places() -> None:
    assert source_anchor(0, 1) != source_anchor(1, 1)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025", "2025"),
        ("2025-03", "March 2025"),
        ("2025-03-09", "March 9, 2025"),
        ("2025-13", "2025"),
        ("spring", "spring"),
    ],
)
def test_dates_are_said_in_words(date: str, words: str) -> None:
    assert date_words(date) == words


def test_a_source_without_a_date_says_so() -> None:
    undated = replace(CITATION, source=replace(SOURCE, as_of="unknown"))
    assert source_dates(undated, "as of {date}", "checked {date}", "date not given") == (
        "date not given, checked November 22, 2026"
    )


def test_a_lead_in_and_its_paragraph_are_one() -> None:
    assert markdown(Block("paragraph", (PAY,), lead_in="Who decides:")) == ("Who decides\\: Pay online\\.")


def test_a_copy_holds_the_question_the_answer_and_its_references() -> None:
    copied = copy_text(answer(Block("steps", (FEE, PAY), lead_in="Do this:"))).split("\n")
    assert copied[:2] == ["What does it cost?", ""]
    assert "1. The fee is $50. [1]" in copied
    assert copied[-1].startswith("[1] Board of Pharmacy")
    assert copied[-1].endswith("https://board.example/fees")
