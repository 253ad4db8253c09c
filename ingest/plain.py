"""Plain text -> a Document: paragraphs apart by blank lines, list items, one section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.text import sentence_spans
from assistant.types import Sentence, SentenceKind, Source
from ingest.documents import Document, Line, build_section, join_sections

__all__ = ["paragraph_lines", "parse_text"]

_BLANK = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")
_BULLET = re.compile(r"^\s*[-*•–]\s+")
_STEP = re.compile(r"^\s*(\d{1,2})[.)]\s+")


def parse_text(text: str, document_id: str, source: Source) -> Document:
    """Text -> Document; the first short line is its title."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    first = body.split("\n", 1)[0].strip()
    title = first if 0 < len(first) <= 90 else document_id.rsplit("/", 1)[-1]
    full_text, sections = join_sections([build_section((), paragraph_lines(body))])
    return Document(document_id, title, "text", full_text, sections, replace(source, title=title))


def paragraph_lines(text: str) -> list[Line]:
    """The paragraphs and list items of a text; line breaks inside one become spaces."""
    return [line for part in _BLANK.split(text) for line in _block(part.split("\n"))]


def _block(rows: list[str]) -> Iterator[Line]:
    """Lines without a blank one between them -> a paragraph, or items one after another."""
    kind: SentenceKind = "paragraph"
    prefix, run, number = "", list[str](), 0
    for row in rows:
        bullet, step = _BULLET.match(row), _STEP.match(row)
        counts_on = step is not None and int(step.group(1)) in (1, number + 1)
        if bullet or (step and counts_on):
            yield from _line(kind, prefix, run)
            run = []
        if bullet:
            kind, prefix, row = "bullet", "• ", row[bullet.end() :]
        elif step and counts_on:
            number = int(step.group(1))
            kind, prefix, row = "step", f"{number}. ", row[step.end() :]
        run.append(row)
    yield from _line(kind, prefix, run)


def _line(kind: SentenceKind, prefix: str, rows: list[str]) -> Iterator[Line]:
    text = _SPACES.sub(" ", " ".join(rows)).strip()
    if text:
        spans = sentence_spans(text)
        yield Line(kind, prefix, tuple(Sentence(text[a:b], a, b, kind) for a, b in spans), text)
