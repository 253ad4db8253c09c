"""A plan's document -> Markdown with a box to tick at each step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.plan_files.document import Document, Section
from assistant.render import reference
from assistant.types import Citation
from assistant.wording_plan import PlanWording

__all__ = ["plan_markdown"]

_MARKED = re.compile(r"([\\`*_<>])")


def plan_markdown(document: Document, today: date) -> str:
    """One Markdown page; sources whose review is overdue on `today` say whom to ask."""
    return "\n".join(_lines(document, today)) + "\n"


def _lines(document: Document, today: date) -> Iterator[str]:
    yield from (f"# {_escaped(document.title)}", "", _escaped(document.lead), "")
    for section in document.sections:
        yield from (*_section(section), "")
    if document.table:
        yield from (f"## {PlanWording.COSTS}", "", *_table(document), "")
        yield from (f"- {_escaped(total)}" for total in document.totals)
        yield from ("", _escaped(PlanWording.COSTS_NOTE), "")
    yield from (f"## {PlanWording.SOURCES}", "")
    yield from (_source(citation, today) for citation in document.citations)
    yield from ("", f"*{PlanWording.NOTICE}*")


def _section(section: Section) -> Iterator[str]:
    box = "" if section.ticked is None else "[x] " if section.ticked else "[ ] "
    yield from (f"## {box}{_escaped(section.heading)}", "")
    for entry in section.entries:
        yield f"- **{entry.label}:** {_escaped(entry.text)}" if entry.label else f"- {_escaped(entry.text)}"


def _source(citation: Citation, today: date) -> str:
    """A source on a line of its own; its address stays as it is, so that it can be followed."""
    url = citation.source.url
    text = _escaped(reference(citation, today).removesuffix(url).rstrip())
    return f"{text} <{url}>  " if url else f"{text}  "


def _table(document: Document) -> Iterator[str]:
    header, *rows = document.table
    yield _row(header)
    yield _row(("---",) * len(header))
    yield from (_row(row) for row in rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_escaped(cell).replace('|', '/') for cell in cells)} |"


def _escaped(text: str) -> str:
    return _MARKED.sub(r"\\\1", text)
