"""A Record -> a Document: one section per heading, one sentence per statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.guidance.fields import FIELDS
from assistant.guidance.records import Record, Statement
from assistant.text import sentence_spans
from assistant.types import Sentence, Source
from ingest.documents import Document, Line, Section, build_section, join_sections

__all__ = ["record_document"]

_TITLES = {
    "jurisdiction": "{name}: rules for pharmacy technicians",
    "wages": "{name}",
}


def record_document(record: Record, source: Source) -> Document:
    """A record as a page for people; sentences keep the field and value that they state."""
    text, sections = join_sections(_sections(record))
    id = f"records/{record.kind}/{record.id}"
    title = _TITLES.get(record.kind, "{name}").format(name=record.name)
    return Document(
        id=id,
        title=title,
        kind="record",
        text=text,
        sections=sections,
        # A file holds many records, so that each is a source of its own, with the day of its own review.
        source=replace(source, id=f"doc:{id}", title=title, reviewed=record.reviewed),
        topics=(record.kind,),
        jurisdiction=record.code,
        record=record.id,
        record_body=record.model_dump_json(exclude_defaults=True),
    )


def _sections(record: Record) -> Iterator[Section]:
    headings = dict.fromkeys(FIELDS[record.kind].values())
    for heading in headings:
        fields = [field for field, where in FIELDS[record.kind].items() if where == heading]
        lines = [line for statement in record.statements_of(*fields) for line in _lines(record, statement)]
        if lines:
            asked = record.questions.get(heading, [])
            yield build_section([heading], lines, questions=asked)


def _lines(record: Record, statement: Statement) -> Iterator[Line]:
    yield _line(record, statement, statement.says, tuple(statement.source))
    if statement.disputed:
        yield _line(record, statement, statement.disputed.says, tuple(statement.disputed.source))


def _line(record: Record, statement: Statement, text: str, sources: tuple[str, ...]) -> Line:
    value = tuple(statement.value) if isinstance(statement.value, list) else statement.value
    text = " ".join(text.split())
    found = tuple(
        Sentence(
            text[start:end],
            start,
            end,
            "paragraph",
            sources,
            record=record.id,
            field=statement.field,
            value=value,
            confidence=statement.confidence,
        )
        for start, end in sentence_spans(text)
    )
    return Line("paragraph", "", found, text)
