from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from shared_samples import FEES, GUIDE, KNOWLEDGE, TODAY, TURNS, reworded, write_statements

from assistant.conversations.redaction import by_hand
from assistant.conversations.snapshot import Snapshot, freeze
from assistant.conversations.staleness import CurrentStatements, Staleness
from assistant.retrieval.passages import Passages
from assistant.types import Chunk

Check = Callable[..., Staleness]
OTHER = replace(GUIDE, id="other", document="guides/other", title="Another")


@pytest.fixture
def open_knowledge(tmp_path: Path) -> Iterator[Callable[[Sequence[Chunk]], Passages]]:
    opened: list[Passages] = []

    def write(chunks: Sequence[Chunk]) -> Passages:
        opened.append(write_statements(tmp_path / f"{len(opened)}.sqlite", chunks))
        return opened[-1]

    yield write
    for passages in opened:
        passages.close()


@pytest.fixture
def check(open_knowledge: Callable[[Sequence[Chunk]], Passages]) -> Check:
    """A function (*chunks, hidden=()) that freezes the sample turns and compares them with other chunks."""

    def compare(*chunks: Chunk, hidden: Sequence[str] = ()) -> Staleness:
        accepted = [by_hand(words) for words in hidden]
        snapshot: Snapshot = freeze(TURNS, "", accepted, open_knowledge(KNOWLEDGE), TODAY)
        return CurrentStatements(open_knowledge(chunks)).compare(snapshot)

    return compare


def statuses(staleness: Staleness) -> list[str]:
    return [state.status for state in staleness.states]


def test_the_same_knowledge_changes_nothing(check: Check) -> None:
    staleness = check(*KNOWLEDGE)
    assert statuses(staleness) == ["same"] * 4
    assert staleness.different == ()
    assert staleness.of(0, 1) == staleness.of(1, 1) == "same"


def test_a_new_figure_is_shown_beside_the_old_one(check: Check) -> None:
    staleness = check(reworded(FEES, "Ohio asks $65 when you apply.", FEES.sentences[1].text), GUIDE)
    assert statuses(staleness) == ["changed", "same", "same", "same"]
    (changed,) = staleness.different
    assert (changed.statement.text, changed.now) == (
        "Ohio asks $50 when you apply.",
        "Ohio asks $65 when you apply.",
    )
    assert staleness.of(0, 1) == "changed"
    assert staleness.of(1, 1) == "same"


def test_a_fields_new_wording_is_found_however_different(check: Check) -> None:
    new = "No fee is due since June 2027."
    staleness = check(reworded(FEES, new, FEES.sentences[1].text), GUIDE)
    assert [state.now for state in staleness.different] == [new]


def test_a_field_that_is_gone_is_withdrawn(check: Check) -> None:
    left = replace(FEES, text=FEES.sentences[0].text, sentences=FEES.sentences[:1])
    assert statuses(check(left, GUIDE)) == ["same", "withdrawn", "same", "same"]


def test_everything_gone_is_withdrawn(check: Check) -> None:
    staleness = check()
    assert statuses(staleness) == ["withdrawn"] * 4
    assert staleness.of(0, 1) == "withdrawn"


def test_a_guides_new_sentence_takes_the_place_of_the_most_similar_one(check: Check) -> None:
    edited = reworded(
        GUIDE, "Yes, you can take the PTCE at home.", "Each try costs $149.", "Bring two photo IDs."
    )
    staleness = check(FEES, edited)
    assert [(s.statement.text, s.now) for s in staleness.different] == [
        ("Each try costs $129.", "Each try costs $149.")
    ]


def test_a_sentence_that_stood_beside_it_before_does_not_replace_it(check: Check) -> None:
    left = reworded(GUIDE, "Yes, you can take the PTCE at home.", "Bring one photo ID.")
    assert statuses(check(FEES, left)) == ["same", "same", "same", "withdrawn"]


def test_a_new_sentence_on_another_matter_does_not_replace_it(check: Check) -> None:
    edited = reworded(
        GUIDE, "Yes, you can take the PTCE at home.", "Parking is free on Sundays.", "Bring one photo ID."
    )
    assert statuses(check(FEES, edited))[3] == "withdrawn"


@pytest.mark.parametrize(
    "chunks",
    [
        (FEES, GUIDE, OTHER),
        (reworded(FEES, *(s.text for s in FEES.sentences), id="new"), replace(GUIDE, id="new2")),
        (
            FEES,
            reworded(GUIDE, GUIDE.sentences[0].text, id="one"),
            reworded(GUIDE, GUIDE.sentences[1].text, GUIDE.sentences[2].text, id="two"),
        ),
        (FEES, reworded(GUIDE, GUIDE.sentences[0].text, GUIDE.sentences[1].text, "Bring two photo IDs.")),
        (FEES, replace(GUIDE, section="At home")),
        (FEES, replace(GUIDE, document="guides/moved")),
        (replace(FEES, sentences=FEES.sentences[::-1]), GUIDE),
        (FEES, reworded(GUIDE, "Yes, you can take the  PTCE at home.", "EACH try costs $129.")),
    ],
    ids=[
        "another document", "other chunk ids", "other chunks", "an uncited sentence", "another heading",
        "a moved file", "another order", "spaces and capitals",
    ],
)  # fmt: skip
def test_what_does_not_touch_the_cited_statements_raises_nothing(
    check: Check, chunks: Sequence[Chunk]
) -> None:
    assert check(*chunks).different == ()


def test_the_same_words_of_another_states_record_do_not_save_a_statement(check: Check) -> None:
    texas = replace(
        FEES,
        id="tx",
        document="records/jurisdiction/tx",
        sentences=tuple(replace(s, record="tx", sources=("ptcb",)) for s in FEES.sentences),
    )
    changed = reworded(FEES, "Ohio asks $65 when you apply.", FEES.sentences[1].text)
    assert statuses(check(changed, texas, GUIDE)) == ["changed", "same", "same", "same"]


def test_hidden_words_do_not_make_a_statement_look_changed(check: Check) -> None:
    staleness = check(*KNOWLEDGE, hidden=["PTCE"])
    assert "[hidden]" in staleness.states[2].statement.text
    assert staleness.different == ()
    edited = reworded(GUIDE, "No, you cannot take the PTCE at home.", GUIDE.sentences[1].text)
    assert statuses(check(FEES, edited, hidden=["PTCE"]))[2] == "changed"
