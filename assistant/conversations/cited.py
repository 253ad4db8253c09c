"""An Answer -> the statements that its claims rest on, each with what finds it again in a later index."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.retrieval.passages import Passages
from assistant.text import fold, sentence_spans
from assistant.types import Answer, Chunk, Citation, Sentence

__all__ = ["CitedStatement", "cited_statements", "plain_form", "repeats", "sentence_mark"]

_OPENING = re.compile(r"^(?:yes|no), (?:but |and )?")
_MARK = 12  # hexadecimal digits: 48 bits tell the sentences of one section apart


@dataclass(frozen=True, slots=True)
class CitedStatement:
    """A sentence of the knowledge that a shared answer rests on, and where it stood."""

    turn: int  # 0-based place of the turn in the snapshot
    numbers: tuple[int, ...]  # of that turn's citations
    text: str  # as it stood
    document: str  # document id
    section: str
    record: str | None  # the record and field that it states; None in a guide or a person's own file
    field: str | None
    sources: tuple[str, ...]  # source ids
    neighbours: tuple[str, ...]  # marks of the sentences that stood beside it: what is not among them is new


def cited_statements(answer: Answer | None, turn: int, passages: Passages | None) -> list[CitedStatement]:
    """The statements of one answer, each once, in the order of its citations.

    Args:
        answer: whose claims are meant; None gives none.
        turn: 0-based place of its turn.
        passages: an index that may still hold the cited chunks.
    """
    found: dict[tuple[str, str], CitedStatement] = {}
    citations = answer.citations if answer else ()
    chunks = passages.chunks([citation.chunk for citation in citations]) if passages else {}
    for citation in citations:
        claims = _claims_of(answer, citation.number) if answer else []
        for statement in _of_citation(citation, claims, turn, chunks.get(citation.chunk)):
            key = (statement.document, plain_form(statement.text))
            former = found.get(key)
            numbers = (*former.numbers, citation.number) if former else statement.numbers
            sources = (*former.sources, *statement.sources) if former else statement.sources
            found[key] = replace(former or statement, numbers=numbers, sources=tuple(dict.fromkeys(sources)))
    return [_with_field(statement, passages) for statement in found.values()]


def plain_form(text: str) -> str:
    """A sentence in the form in which two wordings are compared: folded, white space made single."""
    return " ".join(fold(text).split())


def repeats(claim: str, sentence: str) -> bool:
    """Whether a claim says a sentence word for word, its opening "Yes," perhaps left out."""
    return _OPENING.sub("", plain_form(sentence), count=1) in plain_form(claim)


def sentence_mark(text: str) -> str:
    """A short mark of a sentence: the beginning of its SHA-256."""
    return hashlib.sha256(plain_form(text).encode()).hexdigest()[:_MARK]


def _of_citation(
    citation: Citation, claims: Sequence[str], turn: int, chunk: Chunk | None
) -> Iterator[CitedStatement]:
    if chunk is None or citation.quote not in chunk.text:
        chunk = _chunk_of(citation)
    for sentence in _said(list(_quoted(citation, chunk)), claims):
        yield CitedStatement(
            turn=turn,
            numbers=(citation.number,),
            text=sentence.text,
            document=citation.document,
            section=citation.section,
            record=sentence.record,
            field=sentence.field,
            sources=tuple(dict.fromkeys((citation.source.id, *sentence.sources))),
            neighbours=tuple(sentence_mark(other.text) for other in chunk.sentences),
        )


def _quoted(citation: Citation, chunk: Chunk) -> Iterator[Sentence]:
    """The sentences of a chunk that lie in the quote."""
    start = chunk.text.find(citation.quote)
    end = start + len(citation.quote)
    return (s for s in chunk.sentences if s.start < end and start < s.end and s.kind != "header")


def _said(sentences: list[Sentence], claims: Sequence[str]) -> list[Sentence]:
    """Those sentences that the claims repeat; all of them when a claim puts it in words of its own."""
    repeated = [s for s in sentences if any(repeats(claim, s.text) for claim in claims)]
    own_words = [claim for claim in claims if not any(repeats(claim, s.text) for s in repeated)]
    return repeated if repeated and not own_words else sentences


def _claims_of(answer: Answer, number: int) -> list[str]:
    """What is said with this number; a table's row is one sentence with bars."""
    lines = [[claim] for block in answer.blocks for claim in block.claims]
    lines += [list(row) for block in answer.blocks for row in block.rows]
    return [
        " | ".join(claim.text for claim in line)
        for line in lines
        if any(number in claim.citations for claim in line)
    ]


def _chunk_of(citation: Citation) -> Chunk:
    """A chunk that is in the index no more, from what the citation kept of it."""
    text = citation.passage if citation.quote in citation.passage else citation.quote
    lines = re.finditer(r"[^\n]+", text)
    spans = [(line.start() + a, line.start() + b) for line in lines for a, b in sentence_spans(line.group())]
    sentences = tuple(Sentence(text[start:end], start, end, "paragraph") for start, end in spans)
    return Chunk(
        citation.chunk, citation.document, citation.title, "text", citation.section, citation.page,
        0, len(text), text, sentences,
    )  # fmt: skip


def _with_field(statement: CitedStatement, passages: Passages | None) -> CitedStatement:
    """A record's statement, with the rest of its field among the neighbours."""
    if passages is None or statement.record is None or statement.field is None:
        return statement
    rows = passages.statements(statement.record, [statement.field])
    marks = (*statement.neighbours, *(sentence_mark(row.sentence.text) for row in rows))
    return replace(statement, neighbours=tuple(dict.fromkeys(marks)))
