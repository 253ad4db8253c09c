"""Ranked passages -> documents, each with its best sentences: what a search shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.text import table_cells, terms
from assistant.types import Chunk, Passage, Sentence
from ui.library.catalog import Catalog, Entry

__all__ = ["Excerpt", "Finding", "findings", "to_the_point"]

_MOST_EXCERPTS = 2  # of one document; more makes a list that nobody reads
_STATES_SOMETHING = 0.1  # a sentence with a source wins over one that only leads to a list
_TABLE_CELL = " · "
# A document without all words of the search must be this near to it by meaning: in cosine, and as a share
# of what the nearest one has. So "night shift" finds 9 documents, and not 56 that say "shift" somewhere.
_NEAR, _SHARE_OF_NEAREST = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One sentence that answers the search, in its place."""

    heading: str
    page: int | None
    text: str
    sources: tuple[str, ...]  # ids; the document's own where the sentence names none


@dataclass(frozen=True, slots=True)
class Finding:
    """A document that was found."""

    entry: Entry
    excerpts: tuple[Excerpt, ...]  # the best first


def findings(
    search: str,
    passages: Sequence[Passage],
    catalog: Catalog,
    among: Collection[str],
    closeness: Mapping[str, Sequence[float]],
) -> tuple[Finding, ...]:
    """Passages, the best first -> their documents, the best first.

    Args:
        search: what was looked for.
        passages: what was found.
        catalog: of the same index.
        among: ids of the documents that may be shown.
        closeness: chunk id -> cosine of each of its sentences to the search, where they have vectors.
    """
    wanted = set(terms(search))
    chunks: dict[str, list[Chunk]] = {}
    for passage in passages:
        if passage.chunk.document in among:
            chunks.setdefault(passage.chunk.document, []).append(passage.chunk)
    return tuple(
        Finding(
            catalog.entries[id],
            tuple(_excerpt(chunk, wanted, closeness.get(chunk.id, ())) for chunk in best[:_MOST_EXCERPTS]),
        )
        for id, best in chunks.items()
    )


def to_the_point(search: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of those documents that speak of what was searched, not of a word of it by the way."""
    wanted = set(terms(search))
    nearest = max((passage.similarity for passage in passages), default=0.0)
    least = max(_NEAR, _SHARE_OF_NEAREST * nearest)
    good = {
        passage.chunk.document
        for passage in passages
        if passage.similarity >= least or (wanted and wanted <= set(terms(_whole(passage.chunk))))
    }
    return tuple(
        passage
        for passage in passages
        if passage.chunk.document in good and (passage.lexical > 0 or passage.similarity >= _NEAR)
    )


def _whole(chunk: Chunk) -> str:
    return f"{chunk.title}\n{chunk.section}\n{chunk.text}"


def _excerpt(chunk: Chunk, wanted: set[str], close: Sequence[float]) -> Excerpt:
    known = close or [0.0] * len(chunk.sentences)
    worth = [_worth(sentence, wanted, near) for sentence, near in zip(chunk.sentences, known, strict=True)]
    best = chunk.sentences[worth.index(max(worth))] if worth else None
    text = _TABLE_CELL.join(table_cells(best.text)) if best and best.kind in ("header", "row") else ""
    sources = (best.sources if best else ()) or ((chunk.source,) if chunk.source else ())
    return Excerpt(chunk.section, chunk.page, text or (best.text if best else chunk.text), sources)


def _worth(sentence: Sentence, wanted: set[str], near: float) -> float:
    """How well a sentence answers a search: by meaning, and by the words that it shares with it."""
    shared = len(wanted.intersection(terms(sentence.text))) / max(len(wanted), 1)
    return near + shared + (_STATES_SOMETHING if sentence.sources else 0.0)
