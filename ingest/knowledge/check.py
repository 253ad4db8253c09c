"""A knowledge folder -> everything that is wrong with it: what `techpath knowledge check` shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ingest.knowledge.agreement import check_agreement, check_headings
from ingest.knowledge.figures import check_figures, check_values
from ingest.knowledge.findings import Finding
from ingest.knowledge.form import check_form
from ingest.knowledge.freshness import check_freshness
from ingest.knowledge.library import Library, read_library, read_texts
from ingest.knowledge.reading import check_reading
from ingest.knowledge.sourcing import check_sources, check_sourcing
from ingest.knowledge.support import check_support

__all__ = ["check_knowledge", "check_library"]


def check_knowledge(folder: Path, today: date) -> list[Finding]:
    """Every finding about a knowledge folder, sorted by place.

    Raises:
        KnowledgeError: the folder holds no sources.yaml.
    """
    return check_library(read_library(read_texts(folder)), today)


def check_library(library: Library, today: date) -> list[Finding]:
    """Every finding about what was read, sorted by place, each once."""
    return sorted(set(_all(library, today)))


def _all(library: Library, today: date) -> Iterator[Finding]:
    rules: Iterable[Iterable[Finding]] = (
        library.unreadable,
        check_sourcing(library),
        check_sources(library),
        check_support(library),
        check_figures(library),
        check_values(library),
        check_form(library),
        check_headings(library.guides),
        check_agreement(library.guides),
        check_reading(library.guides),
        check_freshness(library, today),
    )
    for findings in rules:
        yield from findings
