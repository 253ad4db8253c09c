from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from assistant_samples import ANSWER, make_chunk

from assistant.answering.chain import Found
from assistant.answering.understand import Query
from assistant.types import Block, Claim, Passage, Profile
from assistant.wire import answer_to_json, found_to_json

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = ["README.md", "docs/programs.md"]
ANSWER_KEYS = [
    "question", "standalone_question", "outcome", "engine", "assumptions", "text", "blocks", "claims",
    "citations", "follow_ups", "tool", "timings_ms", "verdicts",
]  # fmt: skip
CITATION_KEYS = [
    "number", "document", "title", "section", "page", "quote", "publisher", "url", "as_of", "tier",
]  # fmt: skip
FOUND_KEYS = ["standalone_question", "answerable", "passages"]
PASSAGE_KEYS = ["rank", "score", "document", "section", "page", "text"]
TIMINGS = ["understand", "retrieve", "write", "ground", "total"]
FOUND = Found((
    Query("q", "the question", "the question", Profile()),
    [Passage(make_chunk("c1", "The fee is $50.", page=2), 0.0123456789, 1)],
    0.87654321,
))


def examples(page: str) -> list[dict[str, Any]]:
    """The JSON objects in the fenced blocks of a Markdown page, one a block or one a line."""
    found: list[dict[str, Any]] = []
    for block in re.findall(r"```json[a-z]*\n(.*?)```", page, re.DOTALL):
        for text in [block] if _is_json(block) else block.splitlines():
            if _is_json(text):
                found.append(json.loads(text))
    return [value for value in found if isinstance(value, dict)]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    data = answer_to_json(ANSWER)
    assert list(data) == ANSWER_KEYS
    assert list(data["citations"][0]) == CITATION_KEYS
    assert list(data["timings_ms"]) == TIMINGS
    assert [list(claim) for claim in data["claims"]] == [["text", "citations"]]
    assert [list(block) for block in data["blocks"]] == [["kind", "lead_in", "claims", "header", "rows"]] * 2


def test_passages_have_exactly_the_keys_of_the_contract() -> None:
    data = found_to_json(FOUND)
    assert list(data) == FOUND_KEYS
    assert [list(passage) for passage in data["passages"]] == [PASSAGE_KEYS]
    assert data["passages"][0]["page"] == 2
    assert 0.0 <= data["answerable"] <= 1.0


@pytest.mark.parametrize("page", CONTRACTS)
def test_the_contract_shows_the_same_keys(page: str) -> None:
    shown = examples((ROOT / page).read_text(encoding="utf-8"))
    answers = [value for value in shown if "outcome" in value]
    found = [value for value in shown if "answerable" in value]
    assert answers, "an Answer is shown as JSON"
    assert found, "what a search prints is shown as JSON"
    for answer in answers:
        assert set(answer) == set(ANSWER_KEYS)
        assert all(set(citation) == set(CITATION_KEYS) for citation in answer["citations"])
        assert set(answer["timings_ms"]) == set(TIMINGS)
    for passages in (value["passages"] for value in found):
        assert all(set(passage) == set(PASSAGE_KEYS) for passage in passages)


def test_all_of_it_is_json() -> None:
    for value in (answer_to_json(ANSWER), found_to_json(FOUND)):
        assert json.loads(json.dumps(value, ensure_ascii=False)) == value


def test_only_cited_claims_are_listed_and_blocks_keep_all() -> None:
    data = answer_to_json(ANSWER)
    assert data["claims"] == [{"text": "The fee is $50.", "citations": [1]}]
    assert [len(block["claims"]) for block in data["blocks"]] == [2, 1]


def test_a_table_carries_its_cells() -> None:
    table = Block("table", header=("", "Ohio"), rows=((Claim("Fee"), Claim("$50", (1,))),))
    (block,) = answer_to_json(replace(ANSWER, blocks=(table,)))["blocks"]
    assert block["header"] == ["", "Ohio"]
    assert block["rows"] == [[{"text": "Fee", "citations": []}, {"text": "$50", "citations": [1]}]]
