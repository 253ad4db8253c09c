"""A small knowledge in memory and a conversation about it, as the tests of shared links use them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

from assistant_samples import BOARD, make_chunk

from assistant.conversations.stored import StoredTurn
from assistant.retrieval.passages import Passages, chunk_to_json
from assistant.retrieval.schema import SCHEMA
from assistant.types import Answer, Block, Chunk, Citation, Claim, Profile, Source, ToolLink, Verdict

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 22)
CERTIFIER = replace(
    BOARD, id="ptcb", title="PTCE fees", publisher="PTCB", url="https://ptcb.example/fees", tier="certifier"
)
FEES = make_chunk(
    "oh-fees",
    "Ohio asks $50 when you apply. Renewing in Ohio costs $75.",
    document="records/jurisdiction/oh",
    title="Ohio: rules",
    kind="record",
    section="Fees",
)
FEES = replace(
    FEES,
    sentences=(
        replace(FEES.sentences[0], record="oh", field="application_fee", sources=("board",)),
        replace(FEES.sentences[1], record="oh", field="renewal_fee", sources=("board",)),
    ),
)
GUIDE = make_chunk(
    "exam",
    "Yes, you can take the PTCE at home. Each try costs $129. Bring one photo ID.",
    document="guides/exam",
    title="The PTCE",
    section="Can I take the PTCE at home?",
)
GUIDE = replace(GUIDE, sentences=tuple(replace(s, sources=("ptcb",)) for s in GUIDE.sentences))
KNOWLEDGE = (FEES, GUIDE)


def reworded(chunk: Chunk, *sentences: str, **fields: object) -> Chunk:
    """A chunk with other sentences, each with the field and sources of the one in its place."""
    text, made = "", []
    for place, words in enumerate(sentences):
        model = chunk.sentences[min(place, len(chunk.sentences) - 1)]
        start = len(text) + (1 if text else 0)
        text = f"{text} {words}".strip()
        made.append(replace(model, text=words, start=start, end=start + len(words)))
    return replace(chunk, text=text, end=len(text), sentences=tuple(made), **fields)  # type: ignore[arg-type]


def write_statements(file: Path, chunks: Sequence[Chunk]) -> Passages:
    """A passages file of these chunks, without vectors."""
    with sqlite3.connect(file) as connection:
        connection.executescript(SCHEMA)
        for source in (BOARD, CERTIFIER):
            connection.execute("INSERT INTO sources VALUES (?, ?)", (source.id, json.dumps(asdict(source))))
        connection.execute("INSERT INTO collections VALUES ('c', 'c')")
        connection.execute("INSERT INTO files VALUES ('f', 'c', 'x')")
        for position, chunk in enumerate(chunks):
            _add(connection, position, chunk)
    connection.close()
    return Passages(file)


def _add(connection: sqlite3.Connection, position: int, chunk: Chunk) -> None:
    document = (chunk.document, chunk.title, chunk.kind, chunk.source)
    connection.execute("INSERT OR IGNORE INTO documents VALUES (?, 'f', ?, ?, ?)", document)
    row = (chunk.id, chunk.document, position, chunk.jurisdiction, chunk.kind, chunk_to_json(chunk))
    connection.execute("INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, NULL)", row)
    for number, sentence in enumerate(chunk.sentences):
        if sentence.record:
            statement = (chunk.id, number, sentence.record, sentence.field)
            connection.execute("INSERT INTO statements VALUES (?, ?, ?, ?)", statement)


def cite(number: int, chunk: Chunk, source: Source, *sentences: int) -> Citation:
    """A citation of some sentences of a chunk."""
    start, end = chunk.sentences[sentences[0]].start, chunk.sentences[sentences[-1]].end
    return Citation(
        number=number,
        source=source,
        chunk=chunk.id,
        document=chunk.document,
        title=chunk.title,
        section=chunk.section,
        page=chunk.page,
        quote=chunk.text[start:end],
        passage=chunk.text,
        confidence="high",
    )


def answer(question: str, blocks: Sequence[Block], citations: Sequence[Citation]) -> Answer:
    """An answer of the embedded engine."""
    return Answer(
        question=question,
        standalone_question=question,
        outcome="answered",
        engine="embedded",
        blocks=tuple(blocks),
        citations=tuple(citations),
        assumptions=Profile(state="OH", credential="ptcb-cpht", age=17, years=2),
        follow_ups=("When do I renew in Ohio?",),
        timings_ms={"total": 4.0},
        tool=ToolLink("plan", (("age", "17"),)),
        verdicts=(Verdict("Maria Lopez may start.", "dropped", "not in the sources"),),
    )


def stored(given: Answer, at: datetime = NOW, brought: bool = False) -> StoredTurn:
    """A turn as the repository hands it out."""
    return StoredTurn("t", None, given.question, given, at, at, "g1", brought, ("t",))


FEE_ANSWER = answer(
    "My student Maria Lopez goes to Lakewood High School. What does Ohio cost?",
    [
        Block("paragraph", (Claim("Ohio asks $50 when you apply.", (1,)),)),
        Block("bullets", (Claim("Renewing in Ohio costs $75.", (1,)),), "Later:"),
    ],
    [cite(1, FEES, BOARD, 0, 1)],
)
EXAM_ANSWER = answer(
    "Can Maria take the PTCE at home?",
    [
        Block(
            "paragraph", (Claim("You can take the PTCE at home.", (1,)), Claim("Each try costs $129.", (1,)))
        )
    ],
    [cite(1, GUIDE, CERTIFIER, 0, 1)],
)
TURNS = (stored(FEE_ANSWER), stored(EXAM_ANSWER))
