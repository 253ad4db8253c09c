"""The bundled knowledge -> a printable handbook: `python -m ingest.handbook [KNOWLEDGE [PDF]]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.guidance.records import Record, load_records
from assistant.settings import read_settings
from assistant.types import Source
from ingest.documents import Document, Section
from ingest.files import BUNDLED, find_files, load_sources
from ingest.handbook_page import Pages
from ingest.handbook_states import HEADER, NOTE, WIDTHS, state_rows
from ingest.markdown import split_front_matter
from ingest.parse import parse_file

__all__ = ["main", "write_handbook"]

_TITLE = "TechPath handbook"
# guide folder -> its chapter's title, in the order of a career. Settings, specialties and pay are left
# to the page: a printed handbook must stay short enough to print.
_CHAPTERS = {
    "becoming": "Becoming a pharmacy technician",
    "certification": "Certification and exams",
    "renewal": "Renewal and continuing education",
    "scope": "What technicians may do",
    "moving-states": "Moving to another state",
    "counselors": "For counselors and teachers",
}
_COVER = (
    "What high school graduates, technicians and counselors ask about a career in pharmacy: how to "
    "start, certification, renewal, what technicians may do, and the rules of each state.",
    "Small figures below each section name its sources, which are listed at the end.",
    "Rules and fees change. Before you pay or decide, ask the board, certifier or school that the "
    "section names. This handbook is no legal or medical advice.",
)
_STEP = re.compile(r"^(\d+\.) (.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Chapter:
    title: str
    documents: tuple[Document, ...]


def main(arguments: Sequence[str]) -> None:
    """Write the handbook of a knowledge folder; by default the bundled one, into that folder."""
    knowledge = Path(arguments[0]) if arguments else read_settings().knowledge
    target = Path(arguments[1]) if len(arguments) > 1 else knowledge / "handbook.pdf"
    write_handbook(knowledge, target)
    print(f"{target}: {target.stat().st_size / 2**20:.1f} MB")


def write_handbook(knowledge: Path, target: Path) -> None:
    """Write the PDF; the same knowledge gives the same bytes."""
    sources = load_sources(knowledge / "sources.yaml")
    records = load_records(knowledge / "records")
    chapters = list(_guides(knowledge, sources))
    cited = _numbered(chapters, sources)
    pages = Pages(_TITLE, _reviewed(knowledge, records))
    pages.cover("TechPath", "A cited career handbook for US pharmacy technicians", _COVER)
    pages.contents(sum(1 + len(chapter.documents) for chapter in chapters) + 2)
    for chapter in chapters:
        pages.chapter(chapter.title)
        for document in chapter.documents:
            _write_document(pages, document, cited)
    pages.chapter("States and territories at a glance", landscape=True)
    pages.note(NOTE)
    pages.table([HEADER, *state_rows(records)], WIDTHS, size=8)
    pages.chapter("Sources")
    for id, number in cited.items():
        pages.entry(f"{number}. {_described(sources[id])}", sources[id].url)
    pages.save(target)


def _guides(knowledge: Path, sources: Mapping[str, Source]) -> Iterator[_Chapter]:
    folders: dict[str, list[Document]] = {}
    for file in find_files({BUNDLED: knowledge}, sources):
        if file.path.suffix == ".md":
            folders.setdefault(file.path.parent.name, []).extend(parse_file(file, sources))
    for folder, title in _CHAPTERS.items():
        if folder in folders:
            yield _Chapter(title, tuple(folders[folder]))


def _numbered(chapters: Iterable[_Chapter], sources: Mapping[str, Source]) -> dict[str, int]:
    """Source id -> its number in the list at the end, by publisher and title."""
    used = {
        name
        for chapter in chapters
        for document in chapter.documents
        for section in document.sections
        for name in _sources_of(section)
        if name in sources
    }
    ordered = sorted(used, key=lambda id: (sources[id].publisher, sources[id].title, id))
    return {id: number for number, id in enumerate(ordered, start=1)}


def _sources_of(section: Section) -> set[str]:
    return {name for sentence in section.sentences for name in sentence.sources}


def _reviewed(knowledge: Path, records: Iterable[Record]) -> str:
    """The latest day on which any part was reviewed, YYYY-MM-DD."""
    days = {record.reviewed for record in records}
    for path in (knowledge / "guides").rglob("*.md"):
        meta, _ = split_front_matter(path.read_text(encoding="utf-8"), str(path))
        days.add(str(meta.get("reviewed") or ""))
    return max(days, default="") or "2000-01-01"


def _described(source: Source) -> str:
    day = "" if source.as_of == "unknown" else f" ({source.as_of})"
    return f"{source.publisher}: {source.title}{day}"


def _write_document(pages: Pages, document: Document, cited: Mapping[str, int]) -> None:
    pages.heading(document.title, 1)
    for section in document.sections:
        if section.path:
            pages.heading(" - ".join(section.path), 2)
        _write_section(pages, section)
        numbers = sorted(cited[name] for name in _sources_of(section) if name in cited)
        if numbers:
            pages.note(f"Sources: {', '.join(map(str, numbers))}")


def _write_section(pages: Pages, section: Section) -> None:
    kinds = {sentence.start: sentence.kind for sentence in section.sentences}
    rows: list[list[str]] = []
    at = 0
    for line in section.text.split("\n"):
        if kinds.get(at) in ("header", "row"):
            rows.append(line.split(" | "))
        elif line:
            _flush(pages, rows)
            _write_line(pages, line)
        at += len(line) + 1
    _flush(pages, rows)


def _flush(pages: Pages, rows: list[list[str]]) -> None:
    if rows:
        pages.table(rows)
        rows.clear()


def _write_line(pages: Pages, line: str) -> None:
    step = _STEP.match(line)
    if line.startswith("• "):
        pages.item("•", line[2:])
    elif step:
        pages.item(step.group(1), step.group(2))
    else:
        pages.paragraph(line)


if __name__ == "__main__":
    main(sys.argv[1:])
