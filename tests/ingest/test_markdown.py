"""Markdown becomes sections of plain text whose sentences know their sources."""

import pytest

from assistant.errors import DocumentError
from assistant.types import Source
from ingest.documents import Document
from ingest.markdown import parse_markdown, split_front_matter

OWN = Source("doc:x", "x", "me", "", "your-document", "2026-01-01", "2026-01-01")
KNOWN = {id: Source(id, id, "P", "", "certifier", "2026", "2026-01-01") for id in ("a", "b")}


def parse(text: str) -> Document:
    return parse_markdown(text, "guides/x", OWN, KNOWN)


def sources_by_sentence(document: Document) -> dict[str, tuple[str, ...]]:
    return {s.text: s.sources for section in document.sections for s in section.sentences}


def test_a_heading_path_names_every_level_but_the_title() -> None:
    document = parse("# Guide\n\nIntro.\n\n## Fees\n\nText.\n\n### Late\n\nMore.\n\n## Age\n\nEnd.")
    assert document.title == "Guide"
    assert [section.path for section in document.sections] == [
        (), ("Fees",), ("Fees", "Late"), ("Age",),
    ]  # fmt: skip


def test_setext_headings_count_as_headings() -> None:
    document = parse("Guide\n=====\n\nFees\n----\n\nIt costs $5.")
    assert (document.title, document.sections[0].path) == ("Guide", ("Fees",))


def test_a_number_sign_in_code_is_no_heading() -> None:
    document = parse("# Guide\n\n```\n# not a heading\n```\n")
    assert document.sections[0].text == "# not a heading"


def test_a_footnote_mark_names_the_source_of_the_sentence_before_it() -> None:
    found = sources_by_sentence(parse("First one.[^a] Second one. [^b][^a]\n\n[^a]: note\n"))
    assert found == {"First one.": ("a",), "Second one.": ("b", "a")}


def test_a_sentence_without_a_mark_shares_the_next_marked_ones_sources() -> None:
    assert sources_by_sentence(parse("First one. Second one.[^a]"))["First one."] == ("a",)


def test_marks_in_table_cells_and_headings_are_not_seen() -> None:
    document = parse("# Guide\n\n## Fees[^a]\n\n| Fee | Sum |\n|---|---|\n| Exam[^a] | $5[^b] |\n")
    section = document.sections[0]
    assert section.path == ("Fees",)
    assert section.text == "Fee | Sum\n\nExam | $5"
    assert [(s.kind, s.sources) for s in section.sentences] == [("header", ()), ("row", ("a", "b"))]


def test_nested_lists_keep_the_numbers_of_the_outer_one() -> None:
    text = "1. One\n   - inner\n\n   More of one.\n\n2. Two\n"
    document = parse(text)
    lines = [line for line in document.text.split("\n") if line]
    assert lines == ["1. One", "• inner", "More of one.", "2. Two"]


def test_an_ordered_list_starts_where_it_says() -> None:
    assert parse("0. zero\n1. one").text == "0. zero\n1. one"


def test_a_sentence_that_ends_in_a_colon_leads_in() -> None:
    document = parse("You need:\n\n- a diploma\n")
    assert [s.kind for s in document.sections[0].sentences] == ["lead_in", "bullet"]


def test_comments_scripts_and_tags_are_not_text() -> None:
    text = "A.\n\n<!-- secret\n\nnote -->\n\n<script>steal()</script>\n\n<div>Seen &amp; kept.</div>\n"
    assert parse(text).text == "A.\n\nSeen & kept."


def test_links_show_their_text_and_a_line_break_is_a_space() -> None:
    assert parse("See [the board](https://x.gov)<br>today.").text == "See the board today."


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(end: str) -> None:
    text = "---\ntitle: T\n---\n# T\n\nOne.[^a]\n\n[^a]: note\n"
    assert parse("\ufeff" + text.replace("\n", end)).text == parse(text).text == "One."


@pytest.mark.parametrize(
    "meta",
    ["title: [", "- a list", "reviewed: 2026-13-45", "questions: [one]\ntitle: x"],
    ids=["broken", "a list", "no such day", "questions without headings"],
)
def test_wrong_front_matter_is_reported_in_one_line(meta: str) -> None:
    with pytest.raises(DocumentError, match="guides/x") as caught:
        parse(f"---\n{meta}\n---\nText.")
    assert "\n" not in str(caught.value)


def test_a_paragraph_between_two_rules_is_text() -> None:
    assert split_front_matter("---\nJust a line\n---\nRest", "x")[0] == {}
    assert "Just a line" in parse("---\n\nJust a line\n\n---\n\nRest").text


def test_only_documents_with_known_sources_can_be_guides() -> None:
    text = "---\nquestions:\n  Fees: [how much]\n---\n# G\n\n## Fees\n\nIt is $5."
    assert parse(text).kind == "guide"
    own = parse_markdown(text, "mine/x", OWN, {})
    assert (own.kind, own.sections[0].questions) == ("markdown", ("how much",))


def test_one_topic_without_a_list_is_one_topic() -> None:
    assert parse("---\ntopics: pay\n---\nText.").topics == ("pay",)


def test_a_very_long_line_is_read_whole() -> None:
    words = "word " * 40_000
    assert len(parse(words).text) == len(words.strip())


def test_a_heading_without_questions_has_none() -> None:
    for section in parse("# Guide\n\nIntro.\n\n## Fees\n\nText.").sections:
        assert section.questions == ()


def test_a_guide_says_when_it_was_reviewed_and_anybodys_own_file_when_it_was_written() -> None:
    front = "---\nreviewed: 2026-11-22\nquestions: {}\n---\n# Guide\n\nText.[^a]\n"
    assert parse(front).source.reviewed == "2026-11-22"
    assert parse_markdown(front, "mine/x", OWN, {}).source.reviewed == OWN.reviewed
