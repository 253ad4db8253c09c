"""Folders -> the files to ingest, with their stable ids and content hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import yaml

from assistant.errors import KnowledgeError
from assistant.types import Source, Tier
from ingest.documents import sha256

__all__ = [
    "BUNDLED",
    "SUFFIXES",
    "FoundFile",
    "find_files",
    "load_sources",
    "name_collections",
    "printable",
]

BUNDLED = "techpath"  # the collection of the knowledge that comes with TechPath
SUFFIXES = (".md", ".markdown", ".pdf", ".html", ".htm", ".txt")
_BUNDLED_PLACES = ("guides/**/*.md", "records/**/*.yaml", "*.pdf")
_PARSER_VERSION = "6"  # a new number reads every file again


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file as it lies on disk."""

    id: str  # collection/path, with suffix
    collection: str
    path: Path
    sha256: str  # of its bytes and of what its parsing depends on

    @property
    def document_id(self) -> str:
        """The id of the document it holds: its place; bundled ones drop collection and suffix.

        Others keep the suffix, since fees.md and fees.pdf may lie side by side.
        """
        if self.collection != BUNDLED:
            return self.id
        return self.id.removeprefix(f"{BUNDLED}/").removesuffix(self.path.suffix)


def find_files(collections: Mapping[str, Path], sources: Mapping[str, Source]) -> list[FoundFile]:
    """Every readable file of the collections, sorted by id. Hidden files are left out."""
    salt = sha256("\n".join(sorted(sources)).encode("utf-8"))
    return sorted(
        (
            FoundFile(
                id=f"{name}/{printable(path.relative_to(folder).as_posix())}",
                collection=name,
                path=path,
                sha256=_hash(path, salt if name == BUNDLED else ""),
            )
            for name, folder in collections.items()
            for path in _paths(name, folder)
        ),
        key=lambda file: file.id,
    )


def printable(name: str) -> str:
    """A file name as text; bytes that are not UTF-8, as old file systems have, are spelled out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def name_collections(folders: Sequence[Path], taken: Mapping[str, str]) -> dict[str, Path]:
    """Folders -> collection names: the folder's own name, numbered when it is taken by another."""
    names: dict[str, Path] = {}
    for folder in dict.fromkeys(folders):
        known = next((name for name, place in taken.items() if place == str(folder)), None)
        base = name = folder.name or "documents"
        number = 2
        while known is None and (name == BUNDLED or name in names or name in taken):
            name, number = f"{base}-{number}", number + 1
        names[known or name] = folder
    return names


def load_sources(path: Path) -> dict[str, Source]:
    """sources.yaml -> sources by id; KnowledgeError names the entry that is wrong."""
    if not path.is_file():
        return {}
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that does not exist
        raise KnowledgeError(f"{path}: not readable as YAML: {error}") from error
    if not isinstance(data, dict):
        raise KnowledgeError(f"{path}: must map each source id to its fields")
    sources = {}
    for id, entry in data.items():
        try:
            sources[id] = Source(id=id, **{key: str(value) for key, value in entry.items()})  # type: ignore[arg-type]
        except (TypeError, AttributeError) as error:
            raise KnowledgeError(f"{path}: source {id!r}: {error}") from error
        if sources[id].tier not in get_args(Tier):
            accepted = ", ".join(get_args(Tier))
            raise KnowledgeError(f"{path}: source {id!r}: tier must be one of: {accepted}")
    return sources


def _paths(name: str, folder: Path) -> Iterator[Path]:
    if name == BUNDLED:
        for place in _BUNDLED_PLACES:
            yield from (path for path in folder.glob(place) if path.is_file())
        return
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path


def _hash(path: Path, salt: str) -> str:
    digest = hashlib.sha256(f"{_PARSER_VERSION}\n{salt}\n".encode())
    try:
        with path.open("rb") as file:
            while block := file.read(2**20):
                digest.update(block)
    except OSError:  # the parser will say so; one unreadable file does not end the run
        digest.update(b"unreadable")
    return digest.hexdigest()
