"""The installation -> findings: what works, what does not, and what to do about it."""

from __future__ import annotations

import contextlib
import os
import platform
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from assistant.errors import KnowledgeError, TechPathError
from assistant.retrieval.index import open_index
from assistant.settings import Settings
from ingest.embed import weights_folder

__all__ = ["Check", "examine"]

_MINIMUM = (3, 11)
_MODEL_REMEDY = "Check TECHPATH_MODEL, the key and the network; docs/models.md says how."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    found: str
    remedy: str = ""

    def to_json(self) -> dict[str, Any]:
        """The check as JSON-ready values."""
        return asdict(self)


def examine(settings: Settings) -> list[Check]:
    """All checks, in the order in which a person would mend them."""
    return [
        _python(),
        _attempt("Weights", lambda: f"verified, in {weights_folder()}", "Run: make setup"),
        _home(settings),
        _attempt("Database", lambda: _database(settings), "Move the file away and run: techpath ingest"),
        _attempt("Index", lambda: _describe(settings), "Run: techpath ingest"),
        _attempt("Language model", lambda: _model(settings), _MODEL_REMEDY),
    ]


def _python() -> Check:
    ok = sys.version_info[:2] >= _MINIMUM
    return Check("Python", ok, platform.python_version(), "Install Python 3.11 or newer.")


def _home(settings: Settings) -> Check:
    folder = settings.home if settings.home.exists() else settings.home.parent
    ok = os.access(folder, os.W_OK) or not folder.exists()
    remedy = f"Make {folder} writable, or set TECHPATH_HOME to a folder that is."
    return Check("Data folder", ok, str(settings.home), remedy)


def _database(settings: Settings) -> str:
    """The truth of the index is one SQLite file; a damaged one is read again from the documents."""
    if not settings.corpus.is_file():
        return "none yet; the first ingest makes it"
    try:
        with contextlib.closing(sqlite3.connect(f"{settings.corpus.as_uri()}?mode=ro", uri=True)) as corpus:
            (verdict,) = corpus.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise KnowledgeError(f"{settings.corpus}: {error}") from error
    if verdict != "ok":
        raise KnowledgeError(f"{settings.corpus}: {verdict}")
    return f"sound, {settings.corpus}"


def _describe(settings: Settings) -> str:
    index = open_index(settings)
    try:
        documents = len(index.passages.documents())
        return (
            f"{index.generation}: {documents} documents, {index.passages.count()} chunks, "
            f"{index.vectors.size} vectors, built {index.manifest['built']}"
        )
    finally:
        index.close()


def _model(settings: Settings) -> str:
    if not settings.model:
        return "none is set; TechPath answers without one"
    from assistant.generation.trial import try_model  # LangChain takes seconds to import

    return try_model(settings.model)


def _attempt(name: str, look: Callable[[], str], remedy: str) -> Check:
    try:
        return Check(name, True, look())
    except TechPathError as error:
        return Check(name, False, str(error), remedy)
