"""The text of a guide -> its front matter, headings and sentences, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from assistant.text import sentence_spans
from ingest.markdown import split_front_matter

__all__ = ["Guide", "GuideSentence", "Heading", "read_guide"]

_MARK = re.compile(r"[ ]?\[\^([^\]\s]+)\]")
_LIST_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_RULER = re.compile(r"[|\-: ]+")
_Kind = Literal["text", "item", "row", "header", "lead_in"]


@dataclass(frozen=True, slots=True)
class GuideSentence:
    """One sentence or table row as it stands in the file."""

    line: int  # 1-based
    heading: str  # the nearest heading above it
    text: str  # without footnote marks; cells of a row joined by " | "
    sources: tuple[str, ...]  # the ids that its own footnote marks name
    kind: _Kind


@dataclass(frozen=True, slots=True)
class Heading:
    """A question or topic that the guide answers."""

    line: int  # 1-based
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide, with lines to point at."""

    file: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    sentences: tuple[GuideSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    kind: Literal["blank", "heading", "row", "item", "text"]


def read_guide(file: str, text: str) -> Guide:
    """Markdown -> Guide; a DocumentError says what is wrong with its front matter."""
    meta, body = split_front_matter(text, file)
    above = text.count("\n") - body.count("\n")
    lines = [_line(number, line) for number, line in enumerate(body.split("\n"), above + 1)]
    headings = [_heading(line) for line in lines if line.kind == "heading"]
    return Guide(
        file=file,
        meta=meta,
        headings=tuple(heading for heading in headings if heading.text != meta.get("title")),
        sentences=tuple(_sentences(lines)),
    )


def _line(number: int, text: str) -> _Line:
    if not text.strip():
        return _Line(number, "", "blank")
    if text.startswith("#"):
        return _Line(number, text, "heading")
    if text.lstrip().startswith("|"):
        return _Line(number, text.strip(), "row")
    if item := _LIST_ITEM.match(text):
        return _Line(number, text[item.end() :].strip(), "item")
    return _Line(number, text.strip(), "text")


def _heading(line: _Line) -> Heading:
    return Heading(line.number, line.text.lstrip("#").strip())


def _sentences(lines: list[_Line]) -> Iterator[GuideSentence]:
    heading = ""
    for kind, group in groupby(lines, key=lambda line: line.kind):
        run = list(group)
        if kind == "heading":
            heading = _heading(run[-1]).text
        elif kind == "row":
            yield from _rows(run, heading)
        elif kind == "item":
            for line in run:
                yield from _split(line.text, line.number, heading, "item")
        elif kind == "text":
            joined = " ".join(line.text for line in run)
            yield from _split(joined, run[0].number, heading, "text")


def _rows(lines: list[_Line], heading: str) -> Iterator[GuideSentence]:
    headed = len(lines) > 1 and _RULER.fullmatch(lines[1].text) is not None
    for index, line in enumerate(lines):
        if _RULER.fullmatch(line.text):
            continue
        text, marks = _without_marks(line.text.strip("|"))
        cells = " | ".join(cell.strip() for cell in text.split("|"))
        names = tuple(dict.fromkeys(name for _, name in marks))
        yield GuideSentence(line.number, heading, cells, names, "header" if headed and index == 0 else "row")


def _split(marked: str, line: int, heading: str, kind: _Kind) -> Iterator[GuideSentence]:
    text, marks = _without_marks(marked)
    for start, end in sentence_spans(text):
        names = tuple(dict.fromkeys(name for at, name in marks if start < at <= end))
        leads = end == len(text) and text.endswith(":")
        yield GuideSentence(line, heading, text[start:end], names, "lead_in" if leads else kind)


def _without_marks(marked: str) -> tuple[str, list[tuple[int, str]]]:
    """Text with footnote marks -> the text, and each mark's place in it."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((len(text), match.group(1)))
        last = match.end()
    return (text + marked[last:]).strip(), marks
