"""Small values that the tests of the assistant share."""

from __future__ import annotations

from assistant.text import sentence_spans
from assistant.types import Answer, Block, Chunk, Citation, Claim, Profile, Sentence, Source

BOARD = Source(
    id="board",
    title="Technician fees",
    publisher="Ohio Board of Pharmacy",
    url="https://board.example/fees",
    tier="law-or-board",
    as_of="2026-05",
    reviewed="2026-11-01",
)
CITATION = Citation(
    number=1,
    source=BOARD,
    chunk="c1",
    document="records/jurisdiction/oh",
    title="Ohio",
    section="Fees",
    page=3,
    quote="The fee is $50.",
    passage="The fee is $50. Pay online.",
    confidence="high",
)
ANSWER = Answer(
    question="what does it cost",
    standalone_question="what does it cost in Ohio",
    outcome="answered",
    engine="embedded",
    blocks=(
        Block("paragraph", (Claim("The fee is $50.", (1,)), Claim("Pay online."))),
        Block("ask", (Claim("Which state are you in?"),)),
    ),
    citations=(CITATION,),
    assumptions=Profile(state="OH"),
    follow_ups=("When do I renew in Ohio?",),
    timings_ms={"understand": 1.0, "retrieve": 1.0, "write": 1.0, "ground": 1.0, "total": 4.0},
)


def make_chunk(id: str, text: str, **fields: object) -> Chunk:
    """A chunk of a guide whose sentences are those of its text; `fields` replace its others."""
    values: dict[str, object] = {
        "id": id,
        "document": f"guides/{id}",
        "title": "A guide",
        "kind": "guide",
        "section": "A section",
        "page": None,
        "start": 0,
        "end": len(text),
        "text": text,
        "sentences": make_sentences(text),
        "source": BOARD.id,
    }
    return Chunk(**{**values, **fields})  # type: ignore[arg-type]


def make_sentences(text: str, **fields: object) -> tuple[Sentence, ...]:
    """The sentences of a text as paragraph sentences; `fields` are added to each."""
    return tuple(
        Sentence(text[start:end], start, end, "paragraph", **fields)  # type: ignore[arg-type]
        for start, end in sentence_spans(text)
    )
