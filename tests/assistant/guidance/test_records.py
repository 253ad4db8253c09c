from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.guidance.records import load_records, parse_record

STATEMENT = {
    "field": "cost",
    "says": "It costs $300 to $1,500.",
    "value": 300,
    "up_to": 1500,
    "unit": "USD",
    "source": "college-fees",
    "confidence": "medium",
}


def record(**changes: object) -> dict[str, object]:
    return {
        "id": "evening-course",
        "kind": "education",
        "name": "Evening course",
        "reviewed": "2026-11-01",
        "statements": [{**STATEMENT, **changes}],
    }


def test_a_range_has_two_ends() -> None:
    statement = parse_record(record(), "file").statements[0]
    assert (statement.value, statement.up_to) == (300, 1500)


@pytest.mark.parametrize(
    ("value", "up_to"),
    [(1500, 300), (300, 300), ("300", 1500), (None, 1500), (True, 1500)],
    ids=["turned round", "no range", "a text", "no value", "a truth value"],
)
def test_a_range_that_is_none_is_refused(value: object, up_to: object) -> None:
    with pytest.raises(KnowledgeError, match="up_to"):
        parse_record(record(value=value, up_to=up_to), "file")


def test_two_records_of_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(str(record()), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="evening-course.* used twice"):
        load_records(tmp_path)
