"""Library -> findings about form: front matter complete, questions under headings that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.guidance.fields import FIELDS
from ingest.knowledge.findings import Finding
from ingest.knowledge.guide import Guide
from ingest.knowledge.library import Library, PlacedRecord

__all__ = ["check_form"]

_FRONT_MATTER = ("title", "audience", "topics", "reviewed", "questions")
_AUDIENCE = ("student", "technician", "counselor")


def check_form(library: Library) -> Iterator[Finding]:
    """Front matter and questions of guides, and the questions of records."""
    for guide in library.guides:
        yield from _front_matter(guide)
        yield from _questions(guide)
    for placed in library.records:
        yield from _record_questions(placed)


def _front_matter(guide: Guide) -> Iterator[Finding]:
    for key in _FRONT_MATTER:
        if not guide.meta.get(key):
            yield Finding(guide.file, 1, "front-matter", f"`{key}` is missing")
    for who in guide.meta.get("audience") or ():
        if who not in _AUDIENCE:
            message = f"audience {who!r} is not one of: {', '.join(_AUDIENCE)}"
            yield Finding(guide.file, 1, "front-matter", message)


def _questions(guide: Guide) -> Iterator[Finding]:
    asked = guide.meta.get("questions")
    if not isinstance(asked, Mapping):
        return
    headings = {heading.text for heading in guide.headings}
    for heading in asked:
        if heading not in headings:
            message = f"questions for {heading!r}, which is no heading of this guide"
            yield Finding(guide.file, 1, "questions", message)
    for place in guide.headings:
        if not asked.get(place.text):
            message = f"{place.text!r} has no questions in the front matter"
            yield Finding(guide.file, place.line, "questions", message)


def _record_questions(placed: PlacedRecord) -> Iterator[Finding]:
    record = placed.record
    fields = [item.field for item in record.statements] + [item.field for item in record.unknown]
    treated = {FIELDS[record.kind][field] for field in fields}
    for heading in record.questions:
        if heading not in treated:
            message = f"{record.id}: questions under {heading!r}, of which it says nothing"
            yield Finding(placed.file, placed.line, "questions", message)
