"""Evidence -> numbered citations: each source of each chunk gets one number and one quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.answering.evidence import Evidence
from assistant.text import table_cells
from assistant.types import Chunk, Citation, Claim, Source

__all__ = ["Register", "spans_of"]


class Register:
    """Gives each (source, chunk) its number and its quote."""

    def __init__(
        self,
        source_of: Callable[[str], Source],
        spans: Mapping[tuple[str, str], tuple[Chunk, int, int]],
    ) -> None:
        self._source_of = source_of
        self._spans = spans
        self._numbers: dict[tuple[str, str], int] = {}
        self._confidence: dict[tuple[str, str], str | None] = {}

    def claim(self, item: Evidence) -> Claim:
        """A sentence with the numbers of its sources."""
        return Claim(item.text, self._cite(item))

    def claim_of(self, text: str, items: Sequence[Evidence]) -> Claim:
        """A sentence in other words, with the numbers of the sources of all that it rests on."""
        return Claim(text, tuple(dict.fromkeys(number for item in items for number in self._cite(item))))

    def cells(self, item: Evidence) -> list[Claim]:
        """A table row's cells; the citations stand in the last one."""
        texts = table_cells(item.sentence.text)
        return [Claim(text) for text in texts[:-1]] + [Claim(texts[-1], self._cite(item))]

    def citations(self) -> tuple[Citation, ...]:
        """All citations, by number."""
        return tuple(self._citation(key, number) for key, number in self._numbers.items())

    def _cite(self, item: Evidence) -> tuple[int, ...]:
        keys = [(source, item.chunk.id) for source in _sources_of(item)]
        for key in keys:
            self._confidence.setdefault(key, item.sentence.confidence)
        return tuple(self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys)

    def _citation(self, key: tuple[str, str], number: int) -> Citation:
        chunk, start, end = self._spans[key]
        return Citation(
            number=number,
            source=self._source_of(key[0]),
            chunk=chunk.id,
            document=chunk.document,
            title=chunk.title,
            section=chunk.section,
            page=chunk.page,
            quote=chunk.text[start:end],
            passage=chunk.text,
            confidence=self._confidence[key],
        )


def _sources_of(item: Evidence) -> tuple[str, ...]:
    """The ids of the sources a sentence names, else the document's own."""
    return item.sentence.sources[:3] or (item.chunk.source,)


def spans_of(
    items: Iterable[Evidence], stored: Mapping[str, Chunk]
) -> dict[tuple[str, str], tuple[Chunk, int, int]]:
    """(source, chunk) -> the stretch of the chunk from the first to the last sentence said of it."""
    spans: dict[tuple[str, str], tuple[Chunk, int, int]] = {}
    for item in items:
        chunk = stored.get(item.chunk.id)
        if chunk is None:
            continue
        for source in _sources_of(item):
            key = (source, chunk.id)
            _, start, end = spans.get(key, (chunk, item.sentence.start, item.sentence.end))
            spans[key] = (chunk, min(start, item.sentence.start), max(end, item.sentence.end))
    return spans
