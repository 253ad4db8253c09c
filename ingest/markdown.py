"""Markdown with front matter and footnotes -> a Document.

A footnote mark after a sentence names its sources. In the bundled guides the marks are ids of
`sources.yaml`; in anybody's own files they are left out and the file itself is the source.
"""

from __future__ import annotations

import html
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

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"^\[\^[^\]\s]+\]:.*(?:\n(?:[ \t]+\S.*))*", re.MULTILINE)
_SPACES = re.compile(r"[ \t\n]+")
_UNSEEN_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)|</?[a-z!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)


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
    questions = meta.get("questions") or {}
    if not isinstance(questions, dict):
        raise DocumentError(f"{document_id}: `questions` must map headings to lists of questions")
    full_text, sections = join_sections(_sections(items, title, questions))
    bundled = "questions" in meta and bool(known_sources)
    return Document(
        id=document_id,
        title=title,
        kind="guide" if bundled else "markdown",
        text=full_text,
        sections=sections,
        source=replace(source, title=title, reviewed=_reviewed(meta, source) if bundled else source.reviewed),
        topics=_strings(meta.get("topics")),
    )


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """The YAML mapping between the leading `---` lines, and the rest."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    try:
        meta = yaml.load(match.group(1), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise DocumentError(f"{where}: the front matter is not YAML: {reason}") from error
    if isinstance(meta, str):  # two rules with a paragraph between them
        return {}, text
    if meta is not None and not isinstance(meta, dict):
        raise DocumentError(f"{where}: the front matter must be `key: value` lines")
    return meta or {}, text[match.end() :]


def _reviewed(meta: Mapping[str, Any], source: Source) -> str:
    """The day on which a person last compared a guide, as it says itself; else the file's own."""
    return str(meta.get("reviewed") or source.reviewed)


def _strings(value: Any) -> tuple[str, ...]:
    """A list in the front matter; a lone value counts as a list of one."""
    items = value if isinstance(value, list) else [value]
    return tuple(str(item) for item in items if item is not None)


def _first_heading(items: Iterable[_Item]) -> str:
    return next((item.text for item in items if item.level), "")


def _sections(items: Iterable[_Item], title: str, questions: Mapping[str, Sequence[str]]) -> Iterator[Any]:
    path: list[tuple[int, str]] = []
    lines: list[Line] = []
    for item in [*items, _Item(1, "")]:
        if item.line is not None:
            lines.append(item.line)
            continue
        if lines:
            headings = [text for _, text in path if text != title]
            asked = questions.get(path[-1][1]) if path else None
            yield build_section(headings, lines, questions=_strings(asked))
            lines = []
        path = [(level, text) for level, text in path if level < item.level]
        path.append((item.level, item.text))


def _items(body: str, known_sources: Mapping[str, Source]) -> Iterator[_Item]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    lists = _OpenLists()
    cells: list[str] = []
    in_head = False
    for before, token in zip([Token("", "", 0), *tokens], tokens, strict=False):
        lists.see(token)
        if token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_close":
            yield from _row(cells, "header" if in_head else "row", known_sources)
            cells = []
        elif token.type in ("fence", "code_block"):
            yield from _line(token.content.strip(), "paragraph", "", known_sources)
        elif token.type == "html_block":
            text = html.unescape(_UNSEEN_HTML.sub(" ", token.content))
            yield from _line(_SPACES.sub(" ", text).strip(), "paragraph", "", known_sources)
        elif token.type == "inline" and before.type == "heading_open":
            yield _Item(int(before.tag[1]), _without_marks(_plain(token))[0])
        elif token.type == "inline" and before.type in ("th_open", "td_open"):
            cells.append(_plain(token))
        elif token.type == "inline" and before.type == "paragraph_open":
            yield from _line(_plain(token), *lists.mark(), known_sources)


class _OpenLists:
    """The lists that are open at a place in the document, and whether an item has just begun."""

    def __init__(self) -> None:
        self._open: list[tuple[bool, int]] = []  # ordered, number of the item at hand
        self._begun = False

    def see(self, token: Token) -> None:
        """Follow one token."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            first = token.attrGet("start")
            self._open.append((
                token.type.startswith("o"),
                (1 if first is None else int(first)) - 1,
            ))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._open.pop()
        elif token.type == "list_item_open":
            ordered, number = self._open[-1]
            self._open[-1] = (ordered, number + 1)
            self._begun = True

    def mark(self) -> tuple[SentenceKind, str]:
        """Kind and prefix of the next paragraph; an item's second one has neither."""
        begun, self._begun = self._begun, False
        if not self._open or not begun:
            return "paragraph", ""
        ordered, number = self._open[-1]
        return ("step", f"{number}. ") if ordered else ("bullet", "• ")


def _plain(token: Token) -> str:
    """The visible text of an inline token: link texts, image descriptions, code as it stands."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content.startswith("<br"):
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


def _row(cells: Sequence[str], kind: SentenceKind, known_sources: Mapping[str, Source]) -> Iterator[_Item]:
    if not any(cells):
        return
    text, marks = _without_marks(" | ".join(cells).strip())
    names = tuple(name for _, name in marks if name in known_sources)
    sentence = Sentence(text, 0, len(text), kind, tuple(dict.fromkeys(names)))
    yield _Item(0, "", Line(kind, "", (sentence,), text))


def _without_marks(marked: str) -> tuple[str, list[tuple[int, str]]]:
    """Text with footnote marks -> text without, and each mark's place in it."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        text = text.rstrip(" ") if marked[match.end() : match.end() + 1] in ("", " ") else text
        marks.append((len(text.rstrip()), match.group(1)))
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
