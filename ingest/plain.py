"""Plain text -> a Document: paragraphs apart by blank lines, one section."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.text import sentence_spans
from assistant.types import Sentence, Source
from ingest.documents import Document, Line, build_section, join_sections

__all__ = ["paragraph_lines", "parse_text"]

_BLANK = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")


def parse_text(text: str, document_id: str, source: Source) -> Document:
    """Text -> Document; the first short line is its title."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    first = body.split("\n", 1)[0].strip()
    title = first if 0 < len(first) <= 90 else document_id.rsplit("/", 1)[-1]
    full_text, sections = join_sections([build_section((), paragraph_lines(body))])
    return Document(document_id, title, "text", full_text, sections, replace(source, title=title))


def paragraph_lines(text: str) -> list[Line]:
    """The paragraphs of a text as lines; line breaks inside a paragraph become spaces."""
    paragraphs = (_SPACES.sub(" ", part).strip() for part in _BLANK.split(text))
    return [
        Line(
            "paragraph",
            "",
            tuple(Sentence(p[start:end], start, end, "paragraph") for start, end in sentence_spans(p)),
            p,
        )
        for p in paragraphs
        if p
    ]
