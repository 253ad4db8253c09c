from __future__ import annotations

import json
from typing import Any

import pytest
from shared_samples import FEE_ANSWER, TODAY, TURNS, stored

from assistant.conversations.snapshot import freeze
from assistant.conversations.snapshot_wire import VERSION, snapshot_from_text, snapshot_to_text
from assistant.errors import TranscriptError

SNAPSHOT = freeze(TURNS, "A note.\nTwo lines, “quoted”.", [], None, TODAY)
KEYS = {
    "": ["version", "frozen", "note", "turns", "statements"],
    "turns": ["question", "standalone_question", "answered", "generation", "brought", "answer"],
    "turns.answer": ["outcome", "engine", "state", "credential", "blocks", "citations", "follow_ups"],
    "turns.answer.blocks": ["kind", "lead_in", "claims", "header", "rows"],
    "turns.answer.blocks.claims": ["text", "citations"],
    "turns.answer.citations": [
        "number", "chunk", "document", "title", "section", "page", "quote", "confidence", "source",
    ],
    "turns.answer.citations.source": ["id", "title", "publisher", "url", "tier", "as_of", "reviewed"],
    "statements": [
        "turn", "numbers", "text", "document", "section", "record", "field", "sources", "neighbours",
    ],
}  # fmt: skip


def keys(data: Any, path: str = "") -> dict[str, list[str]]:
    """Path -> the keys of the first object there."""
    if isinstance(data, list):
        return keys(data[0], path) if data else {}
    if not isinstance(data, dict):
        return {}
    found = {path: list(data)}
    for key, value in data.items():
        found |= keys(value, f"{path}.{key}".strip("."))
    return found


def test_the_stored_form_has_exactly_these_keys() -> None:
    assert keys(json.loads(snapshot_to_text(SNAPSHOT))) == KEYS


@pytest.mark.parametrize(
    "snapshot",
    [SNAPSHOT, freeze([stored(FEE_ANSWER, brought=True)], "", [], None, TODAY), freeze([], "", [], None, TODAY)],
    ids=["two turns", "brought in", "nothing"],
)  # fmt: skip
def test_a_snapshot_survives_the_round_trip(snapshot: object) -> None:
    assert snapshot_from_text(snapshot_to_text(snapshot)) == snapshot  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no json", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"version": 1}', "cannot be read"),
        (json.dumps({"version": VERSION + 1}), f"reads version {VERSION}"),
    ],
)
def test_what_is_no_snapshot_of_a_known_version_is_said(text: str, said: str) -> None:
    with pytest.raises(TranscriptError, match=said):
        snapshot_from_text(text)
