"""What a tool's command stands on and ends with: the shelf, numbered claims, JSON and the list of sources."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Console
from rich.markup import escape

from assistant.build import build_assistant
from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.shelf import Shelf
from assistant.render import reference
from assistant.retrieval.passages import Passages
from assistant.settings import read_settings
from assistant.types import Citation
from assistant.wire import citation_to_json, claim_to_json
from assistant.wording_compare import CompareWording

__all__ = ["Footing", "cited_json", "console", "marked", "open_footing", "print_json", "print_sources"]

_WIDTH = 100  # characters: longer lines are hard to read


@dataclass(frozen=True, slots=True)
class Footing:
    """The records of the current index, and the passages that carry them."""

    shelf: Shelf
    passages: Passages

    def notes(self, sentences: Iterable[Cited]) -> Footnotes:
        """Numbers for what some sentences cite."""
        return footnotes(sentences, self.passages)


def open_footing() -> Footing:
    """The current index; raises IndexMissingError when nothing was ingested."""
    assistant = build_assistant(read_settings())
    return Footing(assistant.shelf(), assistant.index().passages)


def console() -> Console:
    """The terminal, no wider than people like to read."""
    terminal = Console()
    return Console(width=min(_WIDTH, terminal.width))


def marked(cited: Cited, notes: Footnotes) -> str:
    """A sentence with its [1] marks, escaped for rich."""
    claim = notes.claim(cited)
    marks = "".join(f"[{number}]" for number in claim.citations)
    return escape(f"{claim.text} {marks}".strip())


def cited_json(cited: Cited, notes: Footnotes) -> dict[str, Any]:
    """A sentence with the numbers of its citations."""
    return claim_to_json(notes.claim(cited))


def print_json(data: dict[str, Any], notes: Footnotes) -> None:
    """The data with the citations that its numbers stand for."""
    citations = [citation_to_json(citation) for citation in notes.citations]
    print(json.dumps({**data, "citations": citations}, ensure_ascii=False, indent=2))


def print_sources(citations: Iterable[Citation], terminal: Console) -> None:
    """Each source once, in the order of the marks, with the numbers of all its citations."""
    terminal.print(f"\n[bold]{CompareWording.SOURCES}[/bold]")
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_source.setdefault(citation.source.id, []).append(citation)
    for first, *others in by_source.values():
        numbers = ", ".join(str(citation.number) for citation in (first, *others))
        told = reference(first, date.today()).removeprefix(f"[{first.number}]")
        terminal.print(escape(f"[{numbers}]{told}"), style="dim", highlight=False, soft_wrap=True)
