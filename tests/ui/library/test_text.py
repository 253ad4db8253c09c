"""Chunks become sections, lists and tables, and sources get their numbers."""

from __future__ import annotations

from library_samples import chunk

from assistant.types import Claim
from ui.library.text import document_text


def shapes(*chunks: object) -> list[tuple[str, int]]:
    text = document_text(chunks)  # type: ignore[arg-type]
    return [(part.shape, len(part.items)) for section in text.sections for part in section.parts]


def test_sentences_without_a_break_are_one_paragraph() -> None:
    text = document_text([chunk(("paragraph", "One.", ("a",)), ("paragraph", "+Two.", ("b",)))])
    assert text.sections[0].parts[0].items == (((Claim("One.", (1,)), Claim("Two.", (2,))),),)


def test_items_of_a_list_stand_together_and_paragraphs_apart() -> None:
    lines = [
        ("bullet", "One.", ()),
        ("bullet", "Two.", ()),
        ("paragraph", "Three.", ()),
        ("paragraph", "Four.", ()),
    ]
    assert shapes(chunk(*lines)) == [("bullets", 2), ("paragraph", 1), ("paragraph", 1)]


def test_a_source_keeps_the_number_of_its_first_mention() -> None:
    text = document_text([
        chunk(("paragraph", "One.", ("a", "b"))),
        chunk(("paragraph", "Two.", ("b",)), ("step", "Three.", ("c", "a")), section="Next"),
    ])
    assert text.sources == ("a", "b", "c")
    marks = [part.items[0][0][0].citations for section in text.sections for part in section.parts]
    assert marks == [(1, 2), (2,), (3, 1)]


def test_a_section_that_was_cut_in_two_is_one_again() -> None:
    text = document_text([chunk(("step", "One.", ()), section="S"), chunk(("step", "Two.", ()), section="S")])
    assert [section.heading for section in text.sections] == ["S"]
    assert len(text.sections[0].parts[0].items) == 2


def test_a_row_has_cells_and_its_marks_in_the_last_one() -> None:
    part = (
        document_text([chunk(("header", "Item | Cost", ()), ("row", "CPhT | $55", ("a",)))])
        .sections[0]
        .parts[0]
    )
    assert part.has_header
    assert [[cell[0].text for cell in row] for row in part.items] == [["Item", "Cost"], ["CPhT", "$55"]]
    assert [cell[0].citations for cell in part.items[1]] == [(), (1,)]


def test_a_document_without_sources_is_its_own() -> None:
    assert document_text([chunk(("paragraph", "One.", ()), source="doc:mine")]).sources == ("doc:mine",)
