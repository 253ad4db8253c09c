"""The handbook is printed from the knowledge and can be read back."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from assistant.types import Source
from ingest.documents import Document
from ingest.handbook import write_handbook
from ingest.pdf import parse_pdf

OWN = Source("doc:handbook", "handbook", "TechPath", "", "guide", "unknown", "2026-01-01")
FILES = {
    "sources.yaml": """
board-tx: {title: Rule 297, publisher: Texas Board, url: 'https://example.gov/297',
  tier: law-or-board, as_of: 2025-05, reviewed: 2026-11-20}
""",
    "guides/becoming/start.md": """---
title: "How to start"
reviewed: 2026-11-21
questions: {"What do I need?": [what do i need]}
---
# How to start

## What do I need?

You need three things → ask José:[^board-tx]

- A diploma.[^board-tx]
- A clean record.[^board-tx]

1. Apply to the board.[^board-tx]

| Step | Weeks |
|---|---|
| Course | 16 |
""",
    "records/jurisdictions/tx.yaml": """
id: tx
kind: jurisdiction
code: TX
name: Texas
reviewed: 2026-11-22
statements:
- {field: minimum_age, says: You must be 18., value: 18, source: board-tx, confidence: high}
- {field: ce_hours, says: It is 20 hours., value: 20, source: board-tx, confidence: high}
- {field: board, says: The site is www.pharmacy.texas.gov., source: board-tx, confidence: high}
""".replace("2026-11-22", "'2026-11-22'"),
}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("knowledge")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_handbook(folder, folder / "handbook.pdf")
    return folder


@pytest.fixture(scope="module")
def read_back(knowledge: Path) -> Document:
    return parse_pdf(knowledge / "handbook.pdf", "handbook", OWN)


def test_the_same_knowledge_gives_the_same_bytes(knowledge: Path) -> None:
    before = (knowledge / "handbook.pdf").read_bytes()
    write_handbook(knowledge, knowledge / "again.pdf")
    assert (knowledge / "again.pdf").read_bytes() == before


def test_a_section_reads_back_word_for_word_under_its_heading(read_back: Document) -> None:
    path = ("Becoming a pharmacy technician", "How to start", "What do I need?")
    (section,) = (section for section in read_back.sections if section.path == path)
    assert section.text.split("\n\n") == [
        "You need three things -> ask José:",
        "• A diploma.\n• A clean record.",
        "1. Apply to the board.",
        "Step Weeks",
        "Course 16",
        "Sources: 1",
    ]


def test_running_heads_and_page_numbers_do_not_read_back(read_back: Document) -> None:
    assert "TechPath handbook" not in read_back.text
    assert "Reviewed 2026-11-22" not in read_back.text


def test_states_and_cited_sources_are_listed(read_back: Document) -> None:
    assert "Texas ask 18 ask ask 20 h www.pharmacy.texas.gov" in read_back.text
    assert "1. Texas Board: Rule 297 (2025-05)" in read_back.text
    assert "https://example.gov/297" in read_back.text


def test_contents_link_to_the_pages_that_they_name(knowledge: Path) -> None:
    reader = PdfReader(knowledge / "handbook.pdf")
    titles = [str(item.title) for item in reader.outline if not isinstance(item, list)]
    assert titles == [
        "Becoming a pharmacy technician", "States and territories at a glance", "Sources",
    ]  # fmt: skip
    contents = reader.pages[1].extract_text()
    assert all(title in contents for title in (*titles, "How to start"))
    assert len(reader.pages[1].annotations or ()) >= 4
