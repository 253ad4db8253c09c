"""Gathered facts and the library -> which documents carry each fact, or why it was left out.

`knowledge/coverage.yaml` keeps the result: fact id -> the documents that cite the page the fact
came from, or `left_out` with the reason. Written anew by

    python -m ingest.knowledge.coverage FACTS_FOLDER KNOWLEDGE_FOLDER

which keeps the reasons that are there.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError
from assistant.text import terms
from ingest.knowledge.library import Library, read_library, read_texts

__all__ = ["COVERAGE", "Gathered", "address", "cover", "load_facts", "sentences_by_address"]

COVERAGE = "coverage.yaml"
_HEAD = """\
# Which documents carry each gathered fact: those that cite the page it came from, the likeliest
# three first. `left_out` says why no document carries it. Written by
# `python -m ingest.knowledge.coverage FACTS_FOLDER KNOWLEDGE_FOLDER`; the reasons are kept.
"""
_MOST = 3  # documents named for one fact; many pages are cited all over the guides


@dataclass(frozen=True, slots=True)
class Gathered:
    """A fact as it was gathered: notes, not prose to ship."""

    statement: str
    url: str  # "" when no page was found for it


def load_facts(folder: Path) -> dict[str, Gathered]:
    """A folder of fact files -> the facts by id."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        for fact in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or []:
            url = (fact.get("source") or {}).get("url") or ""
            found[str(fact["id"])] = Gathered(str(fact["statement"]), str(url))
    return found


def sentences_by_address(library: Library) -> dict[str, dict[str, list[str]]]:
    """Page address -> the documents that cite it, each with the sentences that do."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document, text, ids in _cited(library):
        for id in ids:
            if id in library.sources:
                found[address(library.sources[id].url)][document].append(text)
    return found


def cover(
    facts: Mapping[str, Gathered],
    sentences: Mapping[str, Mapping[str, Sequence[str]]],
    reasons: Mapping[str, str],
) -> dict[str, dict[str, Any]]:
    """Every fact id -> {"documents": [...]} or {"left_out": reason}, sorted by id.

    Raises:
        KnowledgeError: a fact is carried by no document and no reason is given.
    """
    found: dict[str, dict[str, Any]] = {}
    for id, fact in sorted(facts.items()):
        if citing := sentences.get(address(fact.url)):
            found[id] = {"documents": _likeliest(fact, citing)}
        elif id in reasons:
            found[id] = {"left_out": reasons[id]}
    if missing := sorted(facts.keys() - found.keys()):
        raise KnowledgeError(
            f"No document cites the page of: {', '.join(missing)}. Cite it, or say why not with"
            f" `left_out` in {COVERAGE}."
        )
    return found


def _cited(library: Library) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Each sentence that cites: its document, its text, its source ids."""
    for guide in library.guides:
        for sentence in guide.sentences:
            yield guide.file.removesuffix(".md"), sentence.text, sentence.sources
    for placed in library.records:
        document = placed.file.removesuffix(".yaml")
        for statement in placed.record.statements:
            yield document, statement.says, statement.source
            if statement.disputed:
                yield document, statement.disputed.says, statement.disputed.source


def _likeliest(fact: Gathered, citing: Mapping[str, Sequence[str]]) -> list[str]:
    """The documents whose citing sentences share most terms with the fact, best first."""
    wanted = set(terms(fact.statement))
    shared = {
        document: max(len(wanted & set(terms(text))) for text in texts) for document, texts in citing.items()
    }
    return sorted(shared, key=lambda document: (-shared[document], document))[:_MOST]


def address(url: str) -> str:
    """An address without what makes no difference: scheme, www and a last slash."""
    return re.sub(r"^https?://(www\.)?", "", url.strip()).rstrip("/").lower()


def _main(facts: Path, knowledge: Path) -> None:
    path = knowledge / COVERAGE
    kept = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    reasons = {id: entry["left_out"] for id, entry in (kept or {}).items() if "left_out" in entry}
    sentences = sentences_by_address(read_library(read_texts(knowledge)))
    found = cover(load_facts(facts), sentences, reasons)
    text = yaml.safe_dump(found, sort_keys=True, width=100, allow_unicode=True)
    path.write_text(_HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
