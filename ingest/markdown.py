"""Markdown with front matter and footnotes -> a Document.

A footnote mark after a sentence names its sources. In the bundled guides the marks are ids of
`sources.yaml`; in anybody's own files they are left out and the file itself is the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.errors import DocumentError
from assistant.text import sentence_spans
from assistant.types import Sentence, SentenceKind, Source
from ingest.documents import Document, Line, build_section, join_sections

__all__ = ["parse_markdown", "split_front_matter"]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"^\[\^[^\]\s]+\]:.*(?:\n(?:[ \t]+\S.*))*", re.MULTILINE)
_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading or a line, in reading order."""

    level: int  # 1-6 for a heading, 0 for a line
    text: str
    line: Line | None = None


def parse_markdown(
    text: str, document_id: str, source: Source, known_sources: Mapping[str, Source]
) -> Document:
    """Markdown text -> Document; a DocumentError says what is wrong with its front matter."""
    meta, body = split_front_matter(text, document_id)
    items = list(_items(_DEFINITION.sub("", body), known_sources))
    title = str(meta.get("title") or _first_heading(items) or document_id.rsplit("/", 1)[-1])
    questions: Mapping[str, Sequence[str]] = meta.get("questions") or {}
    full_text, sections = join_sections(_sections(items, title, questions))
    bundled = "questions" in meta
    return Document(
        id=document_id,
        title=title,
        kind="guide" if bundled else "markdown",
        text=full_text,
        sections=sections,
        source=replace(source, title=title),
        topics=tuple(str(topic) for topic in meta.get("topics") or ()),
    )


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The YAML mapping between the leading `---` lines, and the rest."""
    match = _FRONT_MATTER.match(text.lstrip("\ufeff"))
    if match is None:
        return {}, text.lstrip("\ufeff")
    try:
        meta = yaml.load(match.group(1), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DocumentError(f"{where}: the front matter is not YAML: {error}") from error
    if meta is not None and not isinstance(meta, dict):
        raise DocumentError(f"{where}: the front matter must be `key: value` lines")
    return meta or {}, text.lstrip("\ufeff")[match.end() :]


def _first_heading(items: Iterable[_Item]) -> str:
    return next((item.text for item in items if item.level), "")


def _sections(
    items: Iterable[_Item], title: str, questions: Mapping[str, Sequence[str]]
) -> Iterator[Any]:
    path: list[tuple[int, str]] = []
    lines: list[Line] = []
    for item in [*items, _Item(1, "")]:
        if item.line is not None:
            lines.append(item.line)
            continue
        if lines:
            headings = [text for _, text in path if text != title]
            asked = questions.get(path[-1][1], ()) if path else ()
            yield build_section(headings, lines, questions=[str(q) for q in asked])
            lines = []
        path = [(level, text) for level, text in path if level < item.level]
        path.append((item.level, item.text))


def _items(body: str, known_sources: Mapping[str, Source]) -> Iterator[_Item]:
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    lists: list[list[Any]] = []  # open lists: [is ordered, next number]
    cells: list[str] = []
    kind: SentenceKind = "paragraph"
    in_head = False
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield _Item(int(token.tag[1]), _plain(tokens[index + 1]))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append([token.type.startswith("ordered"), int(token.attrGet("start") or 1)])
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            kind = "step" if lists[-1][0] else "bullet"
        elif token.type == "thead_open":
            in_head = True
        elif token.type == "thead_close":
            in_head = False
        elif token.type == "tr_close":
            yield _row(cells, "header" if in_head else "row", known_sources)
            cells = []
        elif token.type in ("fence", "code_block"):
            yield from _line(token.content.strip(), "paragraph", "", known_sources)
        elif token.type == "inline" and tokens[index - 1].type in ("th_open", "td_open"):
            cells.append(_plain(token))
        elif token.type == "inline" and tokens[index - 1].type == "paragraph_open":
            prefix = _prefix(kind, lists) if lists else ""
            yield from _line(_plain(token), kind if lists else "paragraph", prefix, known_sources)


def _prefix(kind: SentenceKind, lists: list[list[Any]]) -> str:
    if kind != "step":
        return "• "
    lists[-1][1] += 1
    return f"{lists[-1][1] - 1}. "


def _plain(token: Token) -> str:
    """The visible text of an inline token: link texts, image descriptions, code as it stands."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return _SPACES.sub(" ", "".join(parts)).strip()


def _line(
    marked: str, kind: SentenceKind, prefix: str, known_sources: Mapping[str, Source]
) -> Iterator[_Item]:
    text, marks = _without_marks(marked)
    if text:
        found = _sentences(text, marks, kind, known_sources)
        yield _Item(0, "", Line(kind, prefix, found, text))


def _row(cells: Sequence[str], kind: SentenceKind, known_sources: Mapping[str, Source]) -> _Item:
    text, marks = _without_marks(" | ".join(cells))
    names = tuple(name for _, name in marks if name in known_sources)
    sentence = Sentence(text, 0, len(text), kind, tuple(dict.fromkeys(names)))
    return _Item(0, "", Line(kind, "", (sentence,), text))


def _without_marks(marked: str) -> tuple[str, list[tuple[int, str]]]:
    """Text with footnote marks -> text without, and each mark's place in it."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        text = text.rstrip(" ") if marked[match.end() : match.end() + 1] in ("", " ") else text
        marks.append((len(text), match.group(1)))
        last = match.end()
    return (text + marked[last:]).rstrip(), marks


def _sentences(
    text: str,
    marks: Sequence[tuple[int, str]],
    kind: SentenceKind,
    known_sources: Mapping[str, Source],
) -> tuple[Sentence, ...]:
    found = []
    for start, end in sentence_spans(text):
        names = [name for at, name in marks if start < at <= end and name in known_sources]
        role: SentenceKind = "lead_in" if text.endswith(":") and end == len(text) else kind
        found.append(Sentence(text[start:end], start, end, role, tuple(dict.fromkeys(names))))
    # A sentence without a mark of its own shares the next marked one's, as in printed notes.
    for index in range(len(found) - 2, -1, -1):
        if not found[index].sources and found[index].kind != "lead_in":
            found[index] = replace(found[index], sources=found[index + 1].sources)
    return tuple(found)
