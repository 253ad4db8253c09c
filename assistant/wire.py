"""Answers and passages -> the JSON that programs read. Spelled out key by key; README documents it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from assistant.answering.chain import Found
from assistant.answering.places import JURISDICTIONS
from assistant.errors import WrongUseError
from assistant.render import markdown
from assistant.types import Answer, Block, Citation, Claim, Passage, Profile

__all__ = ["answer_to_json", "found_to_json", "profile_from_json", "profile_to_json"]


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
        "claims": [_claim(claim) for claim in answer.claims() if claim.citations],
        "citations": [_citation(citation) for citation in answer.citations],
        "follow_ups": list(answer.follow_ups),
        "timings_ms": dict(answer.timings_ms),
    }


def found_to_json(found: Found) -> dict[str, Any]:
    """What a search found, as JSON-ready values."""
    query, passages, answerable = found
    return {
        "standalone_question": query.standalone,
        "answerable": round(answerable, 4),
        "passages": [_passage(passage) for passage in passages],
    }


def profile_to_json(profile: Profile) -> dict[str, Any]:
    """The fields of a profile that are known."""
    named = {field.name: getattr(profile, field.name) for field in fields(Profile)}
    return {name: value for name, value in named.items() if value is not None}


def profile_from_json(data: object) -> Profile:
    """A profile from JSON values; WrongUseError names the key that is wrong."""
    if not isinstance(data, Mapping):
        raise WrongUseError('"profile" must be an object such as {"state": "OH"}')
    known = {field.name for field in fields(Profile)}
    for key in data:
        if key not in known:
            raise WrongUseError(f"profile: unknown key {key!r}; known are: {', '.join(sorted(known))}")
    state = data.get("state")
    if state is not None and (not isinstance(state, str) or state.upper() not in JURISDICTIONS):
        raise WrongUseError(f"profile: state {state!r} is not a two-letter US code such as OH")
    age = data.get("age")
    if age is not None and (isinstance(age, bool) or not isinstance(age, int)):
        raise WrongUseError(f"profile: age {age!r} is not a whole number of years")
    for key in ("stage", "credential", "setting"):
        if not isinstance(data.get(key), str | None):
            raise WrongUseError(f"profile: {key} {data[key]!r} is not a text")
    values = {key: value for key, value in data.items() if value is not None}
    return Profile(**{**values, **({"state": state.upper()} if isinstance(state, str) else {})})


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "lead_in": block.lead_in,
        "claims": [_claim(claim) for claim in block.claims],
        "header": list(block.header),
        "rows": [[_claim(cell) for cell in row] for row in block.rows],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {"text": claim.text, "citations": list(claim.citations)}


def _citation(citation: Citation) -> dict[str, Any]:
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
