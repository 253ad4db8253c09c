from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from assistant_samples import ANSWER, CITATION
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.conversations.transcript import (
    VERSION,
    answer_from_text,
    answer_to_text,
    check_citations,
    profile_from_text,
    profile_to_text,
    turn_from_text,
    turn_to_text,
)
from assistant.errors import TranscriptError
from assistant.types import Answer, Block, Claim, Profile, Source, Turn

# As a conversation was stored by the first version: it must be read for ever.
FIRST = """{"version": 1, "body": {
  "question": "what does it cost", "standalone_question": "what does it cost in Ohio",
  "outcome": "answered", "engine": "embedded",
  "blocks": [{"kind": "table", "claims": [], "lead_in": "Fees", "header": ["", "Ohio"],
              "rows": [[{"text": "Fee", "citations": []}, {"text": "$50", "citations": [1]}]]}],
  "citations": [{"number": 1, "source": {"id": "board", "title": "Technician fees",
    "publisher": "Ohio Board of Pharmacy", "url": "https://board.example/fees", "tier": "law-or-board",
    "as_of": "2026-05", "reviewed": "2026-11-01"}, "chunk": "c1", "document": "records/jurisdiction/oh",
    "title": "Ohio", "section": "Fees", "page": 3, "quote": "The fee is $50.",
    "passage": "The fee is $50. Pay online.", "confidence": "high"}],
  "assumptions": {"state": "OH"}, "follow_ups": ["When do I renew in Ohio?"], "timings_ms": {"total": 4.0}}}"""

_FLOATS = st.floats(allow_nan=False, allow_infinity=False)
_ANSWERS = st.builds(Answer, timings_ms=st.dictionaries(st.text(), _FLOATS, max_size=3))
_TRIES = settings(
    max_examples=40, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@_TRIES
@given(_ANSWERS)
def test_any_answer_comes_back_as_it_was(answer: Answer) -> None:
    assert answer_from_text(answer_to_text(answer)) == answer


@_TRIES
@given(st.builds(Turn, answer=st.none() | _ANSWERS))
def test_any_turn_comes_back_as_it_was(turn: Turn) -> None:
    assert turn_from_text(turn_to_text(turn)) == turn


@_TRIES
@given(st.builds(Profile))
def test_any_profile_comes_back_as_it_was(profile: Profile) -> None:
    assert profile_from_text(profile_to_text(profile)) == profile


def test_every_field_of_every_noun_is_kept() -> None:
    data = json.loads(answer_to_text(ANSWER))
    assert list(data) == ["version", "body"]
    assert data["version"] == VERSION
    kept = [
        (data["body"], ANSWER),
        (data["body"]["citations"][0], CITATION),
        (data["body"]["citations"][0]["source"], CITATION.source),
        (data["body"]["blocks"][0], ANSWER.blocks[0]),
        (data["body"]["blocks"][0]["claims"][0], ANSWER.blocks[0].claims[0]),
        (data["body"]["assumptions"], ANSWER.assumptions),
    ]
    for written, value in kept:
        assert is_dataclass(value)
        assert list(written) == [field.name for field in fields(value)]
    assert answer_from_text(answer_to_text(ANSWER)).citations[0].passage == CITATION.passage


def test_what_the_first_version_stored_is_still_read() -> None:
    answer = answer_from_text(FIRST)
    assert answer.citations == (CITATION,)
    assert answer.assumptions == Profile(state="OH")
    assert answer.blocks[0].rows == ((Claim("Fee"), Claim("$50", (1,))),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("", "not JSON", id="nothing"),
        pytest.param("{", "not JSON", id="cut"),
        pytest.param("[" * 100_000, "not JSON", id="bottomless"),
        pytest.param("[]", "version is None", id="no object"),
        pytest.param('{"version": "1"}', "version is '1'", id="version as text"),
        pytest.param('{"version": true}', "version is True", id="version as truth value"),
        pytest.param('{"version": 99}', "reads versions 1 to", id="newer"),
        pytest.param('{"version": 1}', "the whole", id="no body"),
        pytest.param(FIRST.replace('"answered"', '"sure"'), "outcome", id="unknown outcome"),
        pytest.param(FIRST.replace('"page": 3', '"page": "3"'), "citations.0.page", id="page as text"),
        pytest.param(FIRST.replace('"quote"', '"qu"'), "citations.0.quote", id="no quote"),
        pytest.param(FIRST.replace('"citations": [1]', '"citations": ["1"]'), "blocks.0.rows", id="number as text"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_and_said_why(text: str, said: str) -> None:
    with pytest.raises(TranscriptError, match=re.escape(said)):
        answer_from_text(text)


@pytest.mark.parametrize("reader", [turn_from_text, profile_from_text])
def test_every_reader_refuses_what_it_does_not_know(reader: Any) -> None:
    with pytest.raises(TranscriptError):
        reader('{"version": 1, "body": 7}')


def with_source(**changes: str) -> Answer:
    source: Source = replace(CITATION.source, **changes)  # type: ignore[arg-type]
    return replace(ANSWER, citations=(replace(CITATION, source=source),))


def test_the_sample_s_citations_are_sound() -> None:
    check_citations(ANSWER)
    check_citations(with_source(url=""))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(replace(ANSWER, citations=()), "no citation 1", id="missing"),
        pytest.param(replace(ANSWER, citations=(CITATION, CITATION)), "each once", id="twice"),
        pytest.param(replace(ANSWER, citations=(CITATION, replace(CITATION, number=0))), "1 or more", id="zero"),
        pytest.param(with_source(url="javascript:alert(1)"), "http", id="script"),
        pytest.param(with_source(url="file:///etc/passwd"), "http", id="file"),
        pytest.param(
            replace(ANSWER, blocks=(Block("table", rows=((Claim("x", (7,)),),)),)), "no citation 7", id="in a table"
        ),
    ],
)  # fmt: skip
def test_an_answer_from_elsewhere_must_have_sound_citations(answer: Answer, said: str) -> None:
    with pytest.raises(TranscriptError, match=said):
        check_citations(answer)
