"""The texts of the knowledge folder -> sources, guides and records that remember their lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.errors import DocumentError, KnowledgeError
from assistant.guidance.records import Record, Statement, parse_record
from assistant.types import Source
from ingest.knowledge.findings import Finding
from ingest.knowledge.guide import Guide, read_guide

__all__ = ["SOURCES", "Library", "PlacedRecord", "read_library", "read_texts"]

SOURCES = "sources.yaml"
_PLACES = (SOURCES, "guides/**/*.md", "records/**/*.yaml")


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """A record and where its parts stand."""

    file: str
    line: int  # 1-based
    record: Record
    lines: tuple[int, ...]  # 1-based, one for each statement

    @property
    def statements(self) -> Iterator[tuple[int, Statement]]:
        """Each statement with its line."""
        return zip(self.lines, self.record.statements, strict=True)


@dataclass(frozen=True, slots=True)
class Library:
    """All that TechPath knows, as written."""

    sources: Mapping[str, Source]
    source_lines: Mapping[str, int]  # 1-based line of each source's id
    guides: tuple[Guide, ...]
    records: tuple[PlacedRecord, ...]
    unreadable: tuple[Finding, ...] = ()


def read_texts(folder: Path) -> dict[str, str]:
    """A knowledge folder -> the text of each of its files, by path below the folder."""
    if not (folder / SOURCES).is_file():
        raise KnowledgeError(f"{folder} holds no {SOURCES}. Name the folder `knowledge`.")
    paths = sorted(path for place in _PLACES for path in folder.glob(place) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def read_library(texts: Mapping[str, str]) -> Library:
    """File texts -> Library; what cannot be read becomes a finding, and the rest is kept."""
    unreadable: list[Finding] = []
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    guides: list[Guide] = []
    records: list[PlacedRecord] = []
    for file, text in sorted(texts.items()):
        try:
            if file == SOURCES:
                sources, lines = _sources(text)
            elif file.endswith(".md"):
                guides.append(read_guide(file, text))
            elif file.startswith("records/"):
                records += _records(file, text)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            unreadable.append(Finding(file, line, "unreadable", f"not YAML: {error.problem}"))
        except (DocumentError, KnowledgeError) as error:
            unreadable.append(Finding(file, 1, "unreadable", str(error)))
    return Library(sources, lines, tuple(guides), tuple(records), tuple(unreadable))


def _sources(text: str) -> tuple[dict[str, Source], dict[str, int]]:
    data = yaml.load(text, Loader=yaml.CSafeLoader) or {}
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value} if node else {}
    sources = {}
    for id, entry in data.items():
        try:
            fields = {key: str(value) for key, value in entry.items()}
            sources[id] = Source(id=id, **fields)  # type: ignore[arg-type]
        except (TypeError, AttributeError) as error:
            raise KnowledgeError(f"source {id!r}: {error}") from error
    return sources, lines


def _records(file: str, text: str) -> Iterator[PlacedRecord]:
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    many = isinstance(data, list)
    for item, place in zip(data if many else [data], node.value if many and node else [node], strict=True):
        record = parse_record(item, file)
        yield PlacedRecord(file, place.start_mark.line + 1, record, _statement_lines(place))


def _statement_lines(record: yaml.MappingNode) -> tuple[int, ...]:
    return tuple(
        item.start_mark.line + 1
        for key, value in record.value
        if key.value == "statements"
        for item in value.value
    )
