"""Answers and passages -> the JSON of docs/programs.md, spelled out key by key."""

from __future__ import annotations

from typing import Any

from assistant.answering.chain import Found
from assistant.profile_wire import profile_to_json
from assistant.render import markdown
from assistant.types import Answer, Block, Citation, Claim, Passage, Verdict

__all__ = ["answer_to_json", "citation_to_json", "claim_to_json", "found_to_json"]


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """One Answer as JSON-ready values."""
    return {
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "outcome": answer.outcome,
        "engine": answer.engine,
        "assumptions": profile_to_json(answer.assumptions),
        "text": markdown(answer),
        "blocks": [_block(block) for block in answer.blocks],
        "claims": [claim_to_json(claim) for claim in answer.claims() if claim.citations],
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "follow_ups": list(answer.follow_ups),
        "tool": {"name": answer.tool.tool, "address": answer.tool.address()} if answer.tool else None,
        "timings_ms": dict(answer.timings_ms),
        "verdicts": [_verdict(verdict) for verdict in answer.verdicts],
    }


def found_to_json(found: Found) -> dict[str, Any]:
    """What a search found, as JSON-ready values."""
    query, passages, answerable = found
    return {
        "standalone_question": query.standalone,
        "answerable": round(answerable, 4),
        "passages": [_passage(passage) for passage in passages],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "lead_in": block.lead_in,
        "claims": [claim_to_json(claim) for claim in block.claims],
        "header": list(block.header),
        "rows": [[claim_to_json(cell) for cell in row] for row in block.rows],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {
        "text": verdict.text,
        "verdict": verdict.verdict,
        "reason": verdict.reason,
        "citations": list(verdict.citations),
    }


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """A sentence and the numbers of its citations."""
    return {"text": claim.text, "citations": list(claim.citations)}


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """What a number stands for."""
    return {
        "number": citation.number,
        "document": citation.document,
        "title": citation.source.title,
        "section": citation.section,
        "page": citation.page,
        "quote": citation.quote,
        "publisher": citation.source.publisher,
        "url": citation.source.url,
        "as_of": citation.source.as_of,
        "tier": citation.source.tier,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "rank": passage.rank,
        "score": round(passage.score, 6),
        "document": passage.chunk.document,
        "section": passage.chunk.section,
        "page": passage.chunk.page,
        "text": passage.chunk.text,
    }
