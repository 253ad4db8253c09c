"""A git revision -> the knowledge files as they were then. The one file that runs git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import KnowledgeError
from ingest.knowledge.library import SOURCES

__all__ = ["texts_at"]

_SECONDS = 60.0  # a local read of some hundred small files


def texts_at(folder: Path, revision: str) -> dict[str, str]:
    """The texts of a knowledge folder at a revision, by path below the folder.

    Raises:
        KnowledgeError: git is missing, the folder is in no repository, or there is no such
            revision.
    """
    # `--end-of-options` keeps a revision that begins with a dash from becoming an option.
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode("ascii").strip()
    listing = _git(folder, "ls-tree", "-r", "-z", name, ".")
    files = dict(_knowledge_files(listing.decode("utf-8")))
    blobs = _git(folder, "cat-file", "--batch", stdin="\n".join(files.values()).encode("ascii"))
    return dict(zip(files, _split_batch(blobs), strict=True))


def _knowledge_files(listing: str) -> Iterator[tuple[str, str]]:
    """The lines of `git ls-tree -z` -> path and object name of each knowledge file."""
    for entry in filter(None, listing.split("\0")):
        facts, path = entry.split("\t", 1)
        mode, kind, name = facts.split(" ")
        wanted = (
            path == SOURCES
            or (path.startswith("guides/") and path.endswith(".md"))
            or (path.startswith("records/") and path.endswith(".yaml"))
        )
        if kind == "blob" and wanted:
            yield path, name


def _split_batch(output: bytes) -> Iterator[str]:
    """The output of `git cat-file --batch` -> each object's text, in the order asked for."""
    start = 0
    while start < len(output):
        end = output.index(b"\n", start)
        size = int(output[start:end].rsplit(b" ", 1)[1])
        yield output[end + 1 : end + 1 + size].decode("utf-8")
        start = end + 1 + size + 1


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=stdin,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise KnowledgeError("git was not found; `knowledge changes` reads its history.") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip()
        raise KnowledgeError(f"git {arguments[0]} failed in {folder}: {reason}") from error
    except subprocess.TimeoutExpired as error:
        raise KnowledgeError(f"git {arguments[0]} took over {_SECONDS:.0f} s") from error
    return done.stdout
