"""A record becomes a page of sentences that know what they state."""

from assistant.guidance.records import parse_record
from assistant.types import Source
from ingest.documents import Document
from ingest.records import record_document

OWN = Source("doc:x", "x", "TechPath", "", "guide", "unknown", "2026-01-01")
TEXAS = {
    "id": "tx", "kind": "jurisdiction", "code": "TX", "name": "Texas", "reviewed": "2026-11-22",
    "questions": {"Renewal": ["how often do texas techs renew"]},
    "statements": [
        {"field": "renewal_cycle", "says": "Texas technicians renew every 2 years. It is a rule.",
         "value": 2, "unit": "years", "source": "board", "confidence": "high",
         "disputed": {"says": "A guide says that it is every year.", "source": "guide"}},
        {"field": "overview", "says": "Texas registers\ntechnicians.", "source": ["board", "law"],
         "confidence": "high"},
    ],
}  # fmt: skip


def texas() -> Document:
    return record_document(parse_record(TEXAS, "test"), OWN)


def test_sections_follow_the_order_of_the_fields_not_of_the_file() -> None:
    assert [section.path for section in texas().sections] == [("Overview",), ("Renewal",)]


def test_each_sentence_keeps_field_value_sources_and_confidence() -> None:
    (overview, renewal) = texas().sections
    assert overview.sentences[0].sources == ("board", "law")
    first = renewal.sentences[0]
    assert (first.record, first.field, first.value, first.sources, first.confidence) == (
        "tx", "renewal_cycle", 2, ("board",), "high",
    )  # fmt: skip


def test_what_another_source_says_stands_beside_it() -> None:
    last = texas().sections[1].sentences[-1]
    assert (last.text, last.sources) == ("A guide says that it is every year.", ("guide",))


def test_sentences_are_quotations_and_line_breaks_are_spaces() -> None:
    document = texas()
    assert document.sections[0].text == "Texas registers technicians."
    for section in document.sections:
        assert document.text[section.start :].startswith(section.text)
        assert all(section.text[s.start : s.end] == s.text for s in section.sentences)


def test_a_document_knows_its_place_and_questions() -> None:
    document = texas()
    assert (document.id, document.jurisdiction, document.record, document.kind) == (
        "records/jurisdiction/tx", "TX", "tx", "record",
    )  # fmt: skip
    assert document.sections[1].questions == ("how often do texas techs renew",)


def test_a_record_says_when_it_was_reviewed_not_when_its_file_was_written() -> None:
    assert texas().source.reviewed == "2026-11-22"
    assert texas().source.id == "doc:records/jurisdiction/tx"
