"""A Snapshot <-> the JSON text that is stored for a link. Versioned, and spelled out key by key.

A link outlives the program that made it: these keys belong to the link, not to types.py. When a key
changes, VERSION goes up and the old form keeps its reader.
"""

from __future__ import annotations

import json
from typing import Any

from assistant.conversations.cited import CitedStatement
from assistant.conversations.snapshot import SharedTurn, Snapshot
from assistant.errors import TranscriptError
from assistant.types import Answer, Block, Citation, Claim, Profile, Source, Turn

__all__ = ["VERSION", "snapshot_from_text", "snapshot_to_text"]

VERSION = 1


def snapshot_to_text(snapshot: Snapshot) -> str:
    """A Snapshot as JSON text."""
    data = {
        "version": VERSION,
        "frozen": snapshot.frozen,
        "note": snapshot.note,
        "turns": [_turn(turn) for turn in snapshot.turns],
        "statements": [_statement(statement) for statement in snapshot.statements],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def snapshot_from_text(text: str) -> Snapshot:
    """The Snapshot of a JSON text; TranscriptError when it is not one that this TechPath reads."""
    try:
        data = json.loads(text)
        version = data["version"]
        if version != VERSION:
            raise TranscriptError(f"A link's version is {version!r}; this TechPath reads version {VERSION}.")
        return Snapshot(
            frozen=data["frozen"],
            note=data["note"],
            turns=tuple(_turn_of(turn) for turn in data["turns"]),
            statements=tuple(_statement_of(statement) for statement in data["statements"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise TranscriptError(f"What is stored for a link cannot be read: {error!r}") from error


def _turn(shared: SharedTurn) -> dict[str, Any]:
    return {
        "question": shared.turn.question,
        "standalone_question": shared.turn.standalone_question,
        "answered": shared.answered,
        "generation": shared.generation,
        "brought": shared.brought,
        "answer": None if shared.turn.answer is None else _answer(shared.turn.answer),
    }


def _turn_of(data: dict[str, Any]) -> SharedTurn:
    question, standalone, answer = data["question"], data["standalone_question"], data["answer"]
    given = None if answer is None else _answer_of(answer, question, standalone)
    return SharedTurn(
        turn=Turn(question, standalone, given),
        answered=data["answered"],
        generation=data["generation"],
        brought=data["brought"],
    )


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "outcome": answer.outcome,
        "engine": answer.engine,
        "state": answer.assumptions.state,
        "credential": answer.assumptions.credential,
        "blocks": [_block(block) for block in answer.blocks],
        "citations": [_citation(citation) for citation in answer.citations],
        "follow_ups": list(answer.follow_ups),
    }


def _answer_of(data: dict[str, Any], question: str, standalone: str) -> Answer:
    return Answer(
        question=question,
        standalone_question=standalone,
        outcome=data["outcome"],
        engine=data["engine"],
        blocks=tuple(_block_of(block) for block in data["blocks"]),
        citations=tuple(_citation_of(citation) for citation in data["citations"]),
        assumptions=Profile(state=data["state"], credential=data["credential"]),
        follow_ups=tuple(data["follow_ups"]),
    )


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "lead_in": block.lead_in,
        "claims": [_claim(claim) for claim in block.claims],
        "header": list(block.header),
        "rows": [[_claim(cell) for cell in row] for row in block.rows],
    }


def _block_of(data: dict[str, Any]) -> Block:
    return Block(
        kind=data["kind"],
        lead_in=data["lead_in"],
        claims=tuple(_claim_of(claim) for claim in data["claims"]),
        header=tuple(data["header"]),
        rows=tuple(tuple(_claim_of(cell) for cell in row) for row in data["rows"]),
    )


def _claim(claim: Claim) -> dict[str, Any]:
    return {"text": claim.text, "citations": list(claim.citations)}


def _claim_of(data: dict[str, Any]) -> Claim:
    return Claim(data["text"], tuple(data["citations"]))


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "chunk": citation.chunk,
        "document": citation.document,
        "title": citation.title,
        "section": citation.section,
        "page": citation.page,
        "quote": citation.quote,
        "confidence": citation.confidence,
        "source": {
            "id": citation.source.id,
            "title": citation.source.title,
            "publisher": citation.source.publisher,
            "url": citation.source.url,
            "tier": citation.source.tier,
            "as_of": citation.source.as_of,
            "reviewed": citation.source.reviewed,
        },
    }


def _citation_of(data: dict[str, Any]) -> Citation:
    source = data["source"]
    return Citation(
        number=data["number"],
        chunk=data["chunk"],
        document=data["document"],
        title=data["title"],
        section=data["section"],
        page=data["page"],
        quote=data["quote"],
        passage=data["quote"],
        confidence=data["confidence"],
        source=Source(
            id=source["id"],
            title=source["title"],
            publisher=source["publisher"],
            url=source["url"],
            tier=source["tier"],
            as_of=source["as_of"],
            reviewed=source["reviewed"],
        ),
    )


def _statement(statement: CitedStatement) -> dict[str, Any]:
    return {
        "turn": statement.turn,
        "numbers": list(statement.numbers),
        "text": statement.text,
        "document": statement.document,
        "section": statement.section,
        "record": statement.record,
        "field": statement.field,
        "sources": list(statement.sources),
        "neighbours": list(statement.neighbours),
    }


def _statement_of(data: dict[str, Any]) -> CitedStatement:
    return CitedStatement(
        turn=data["turn"],
        numbers=tuple(data["numbers"]),
        text=data["text"],
        document=data["document"],
        section=data["section"],
        record=data["record"],
        field=data["field"],
        sources=tuple(data["sources"]),
        neighbours=tuple(data["neighbours"]),
    )
