"""Small folders to ingest, and what the index then holds."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from assistant.retrieval.index import current_folder
from assistant.settings import Settings

REPOSITORY = Path(__file__).resolve().parents[2]


class IngestFailedError(Exception):
    """The error that the ingest raised, as "Name: message"."""


def handout(name: str, second: str = "Ask at desk 7.") -> str:
    """A Markdown handout of two sections that differ from every other handout's."""
    return (
        f"# About {name}\n\n## What about {name}?\n\nThe club keeps {name} in the blue book.\n\n"
        f"## Who knows more about {name}?\n\n{second}\n"
    )


def write_knowledge(folder: Path) -> None:
    """A knowledge base of one source and one guide with two sentences under one heading."""
    (folder / "guides").mkdir(parents=True)
    (folder / "sources.yaml").write_text(
        "board-oh:\n  title: Rules\n  publisher: Ohio Board of Pharmacy\n  url: https://example.org\n"
        "  tier: law-or-board\n  as_of: 2026-01\n  reviewed: 2026-02-01\n",
        encoding="utf-8",
    )
    (folder / "guides" / "renewal.md").write_text(
        "---\ntitle: Renewal\nreviewed: 2026-02-01\nquestions:\n  How often do I renew?:\n"
        "    - when is my renewal due\n---\n\n# Renewal\n\n## How often do I renew?\n\n"
        "You renew every two years.[^board-oh] The board sends a letter.[^board-oh]\n",
        encoding="utf-8",
    )


def chunk_ids(settings: Settings) -> dict[str, list[str]]:
    """Document id -> its chunk ids in reading order, in the index in force."""
    file = current_folder(settings) / "passages.sqlite"
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT document, id FROM chunks ORDER BY document, position").fetchall()
    found: dict[str, list[str]] = {}
    for document, id in rows:
        found.setdefault(document, []).append(id)
    return found


def techpath(*arguments: str) -> list[str]:
    """The command with arguments."""
    return [sys.executable, "-m", "assistant.cli", *arguments]


def environment(home: Path) -> dict[str, str]:
    """The environment of a child process with another home."""
    return {**os.environ, "TECHPATH_HOME": str(home)}
