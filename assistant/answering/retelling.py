"""The last answer -> the same said shortly, or with its sources by name, where just that is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.following.requests import asks_for_sources, asks_in_short
from assistant.retrieval.passages import Passages
from assistant.text import words
from assistant.types import Answer, Block, Chunk, Citation, Claim
from assistant.wording import Wording

__all__ = ["retold"]

_SHORT = 50  # words of a short form; its first sentence stays whole
_MOST_SOURCES = 5


def retold(question: str, last: Answer | None, passages: Passages) -> Draft | None:
    """What the last answer said, as it is asked for now; None where that is not asked, or it cited nothing.

    Args:
        question: as asked.
        last: the answer before it.
        passages: where its sentences are stored.
    """
    if last is None or not last.citations:
        return None
    named = asks_for_sources(question)
    if not named and not asks_in_short(question):
        return None
    chunks = passages.chunks([citation.chunk for citation in last.citations])
    cited = {citation.number: citation for citation in last.citations}
    main = list(_main_sentences(last, cited, chunks))
    if not main:
        return None
    if named:
        sources = dict.fromkeys(_named(citation) for citation in last.citations)
        notices = [DraftBlock("notice", words=line) for line in list(sources)[:_MOST_SOURCES]]
        return _draft(last, DraftBlock("paragraph", (main[0],)), *notices)
    kept, room = [main[0]], _SHORT - len(words(main[0].text))
    for item in main[1:]:
        room -= len(words(item.text))
        if room < 0:
            break
        kept.append(item)
    return _draft(
        last, DraftBlock("bullets" if len(kept) > 1 else "paragraph", tuple(kept), Wording.IN_SHORT)
    )


def _draft(last: Answer, *blocks: DraftBlock) -> Draft:
    return Draft("answered", blocks, last.follow_ups)


def _named(citation: Citation) -> str:
    source = citation.source
    text = Wording.SOURCE.format(title=source.title, publisher=source.publisher, date=source.as_of)
    return f"{text}: {source.url}" if source.url else text


def _main_sentences(
    last: Answer, cited: Mapping[int, Citation], chunks: Mapping[str, Chunk]
) -> Iterator[Evidence]:
    """The first sentence of each block, then the second of each: an answer says first what answers."""
    blocks = [block for block in last.blocks if block.kind not in ("ask", "notice")]
    said = [list(_stored(block, cited, chunks)) for block in blocks]
    for place in range(max(map(len, said), default=0)):
        for items in said:
            yield from items[place : place + 1]


def _stored(block: Block, cited: Mapping[int, Citation], chunks: Mapping[str, Chunk]) -> Iterator[Evidence]:
    """The claims of a block as evidence, where they still stand in their chunks as they were said."""
    for claim in block.claims:
        found = (
            evidence
            for number in claim.citations
            if number in cited
            and (chunk := chunks.get(cited[number].chunk)) is not None
            and (evidence := _evidence(claim, chunk)) is not None
        )
        if (first := next(found, None)) is not None:
            yield first


def _evidence(claim: Claim, chunk: Chunk) -> Evidence | None:
    for sentence in chunk.sentences:
        if sentence.text and claim.text.endswith(sentence.text):  # behind a "Yes." of ours
            whole = claim.text if claim.text in chunk.text else sentence.text
            start = chunk.text.find(whole)
            stored = replace(sentence, text=whole, start=start, end=start + len(whole))
            return Evidence(chunk, stored, opening=_opening(claim.text, whole))
    return None


def _opening(said: str, stored: str) -> str:
    """The "Yes." or "No." that stood before a sentence; other words before it are another sentence's."""
    before = said.removesuffix(stored).strip()
    return before if before in ("Yes.", "No.", "It depends.") else ""
