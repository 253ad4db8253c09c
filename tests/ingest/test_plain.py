"""Plain text becomes paragraphs and list items."""

from assistant.types import Source
from ingest.plain import paragraph_lines, parse_text

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")


def test_a_blank_line_parts_paragraphs_and_a_line_break_does_not() -> None:
    document = parse_text("Title\n\nOne\ntwo.\r\n\r\nThree.", "notes/x.txt", OWN)
    assert document.text == "Title\n\nOne two.\n\nThree."
    assert (document.title, document.kind) == ("Title", "text")


def test_a_long_first_line_is_no_title() -> None:
    assert parse_text("word " * 40, "notes/x.txt", OWN).title == "x.txt"


def test_list_items_stand_apart() -> None:
    lines = paragraph_lines("You need:\n- a diploma\n  or a GED\n- a fee\n1) Apply.\n2) Wait.")
    assert [(line.kind, line.prefix, line.text) for line in lines] == [
        ("paragraph", "", "You need:"),
        ("bullet", "• ", "a diploma or a GED"),
        ("bullet", "• ", "a fee"),
        ("step", "1. ", "Apply."),
        ("step", "2. ", "Wait."),
    ]


def test_a_figure_at_a_lines_start_is_no_step() -> None:
    assert len(paragraph_lines("The limit is\n12. Then ask.")) == 1


def test_text_without_words_has_no_sections() -> None:
    assert parse_text(" \n\n ", "notes/x.txt", OWN).sections == ()
