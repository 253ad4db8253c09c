from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.guidance.cited import Cited, carried, quoted, support_of
from assistant.guidance.records import Record

RECORD = Record.model_validate({
    "id": "ohio",
    "kind": "jurisdiction",
    "code": "OH",
    "name": "Ohio",
    "reviewed": "2026-11-01",
    "statements": [
        {
            "field": "application_fee",
            "says": "Ohio charges\n$65 to apply.",
            "value": 65,
            "unit": "USD",
            "source": ["board-fees", "board-rule"],
            "confidence": "high",
        }
    ],
})
STATEMENT = RECORD.statements[0]


def test_a_statement_is_quoted_in_its_own_words_on_one_line() -> None:
    cited = quoted(RECORD, STATEMENT)
    assert cited.text == "Ohio charges $65 to apply."
    assert cited.support == (support_of(RECORD, STATEMENT),)
    assert cited.support[0].sources == ("board-fees", "board-rule")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("You pay $65.", True),
        ("You pay a fee.", True),
        ("You pay $66.", False),
        ("You pay $65 within 30 days.", False),
    ],
)
def test_every_figure_must_stand_in_what_is_cited(text: str, stands: bool) -> None:
    cited = Cited(text, quoted(RECORD, STATEMENT).support)
    assert carried(cited) is stands


def test_a_figure_without_support_does_not_stand_unless_it_was_computed() -> None:
    alone = Cited("Together $130.")
    assert not carried(alone)
    assert carried(replace(alone, computed=True))
