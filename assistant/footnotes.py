"""Cited sentences of the guidance tools -> claims with numbers, and what the numbers stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.errors import KnowledgeError
from assistant.guidance.cited import Cited, Support
from assistant.retrieval.passages import Passages
from assistant.types import Chunk, Citation, Claim

__all__ = ["Footnotes", "footnotes"]

_MOST_SOURCES = 3  # of one statement; more marks than a reader opens


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The citations of one page, answer or file, numbered by first appearance."""

    citations: tuple[Citation, ...]
    numbers: Mapping[Support, tuple[int, ...]]

    def claim(self, cited: Cited) -> Claim:
        """A cited sentence with its numbers, each once."""
        numbers = dict.fromkeys(number for support in cited.support for number in self.numbers[support])
        return Claim(cited.text, tuple(numbers))


def footnotes(sentences: Iterable[Cited], passages: Passages) -> Footnotes:
    """Number what some sentences cite.

    Args:
        sentences: in reading order.
        passages: the index that the tools' records came from.

    Raises:
        KnowledgeError: a statement does not stand in this index.
    """
    keys: dict[tuple[str, Support], int] = {}
    numbers: dict[Support, tuple[int, ...]] = {}
    for support in dict.fromkeys(support for sentence in sentences for support in sentence.support):
        sources = support.sources[:_MOST_SOURCES]
        numbers[support] = tuple(keys.setdefault((source, support), len(keys) + 1) for source in sources)
    found = {support: _place(support, passages) for support in numbers}
    citations = tuple(
        _citation(number, support, source, *found[support], passages)
        for (source, support), number in keys.items()
    )
    return Footnotes(citations, numbers)


def _place(support: Support, passages: Passages) -> tuple[Chunk, str]:
    """The chunk that holds a statement, and the statement as it stands there.

    A statement that was cut between two chunks is quoted by its first sentence.
    """
    rows = passages.statements(support.record, (support.field,))
    for whole in (True, False):
        for row in rows:
            quote = support.says if whole else row.sentence.text
            if support.says.startswith(row.sentence.text) and quote in row.chunk.text:
                return row.chunk, quote
    raise KnowledgeError(
        f"{support.record}: {support.field} is not in the index as stated. Run: techpath ingest"
    )


def _citation(
    number: int, support: Support, source: str, chunk: Chunk, quote: str, passages: Passages
) -> Citation:
    return Citation(
        number=number,
        source=passages.source(source),
        chunk=chunk.id,
        document=chunk.document,
        title=chunk.title,
        section=chunk.section,
        page=chunk.page,
        quote=quote,
        passage=chunk.text,
        confidence=support.confidence,
    )
