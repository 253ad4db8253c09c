"""A value in a cell: in words, and in the form in which it is compared."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.fields import FIELDS
from assistant.guidance.records import Record
from assistant.guidance.shelf import Shelf
from assistant.guidance.values import FORMS, comparable, says_it_all, short


def record(kind: str, **statement: Any) -> Record:
    """A record of one statement."""
    one = {"says": "It is so.", "source": "s", "confidence": "high", **statement}
    code = {"code": "OH"} if kind == "jurisdiction" else {}
    return Record.model_validate({
        "id": "one", "kind": kind, "name": "One", "reviewed": "2026-11-01", "statements": [one], **code,
    })  # fmt: skip


def text(kind: str, **statement: Any) -> str | None:
    one = record(kind, **statement)
    told = short(one, one.statements[0])
    return told.text if told else None


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ({"field": "application_fee", "value": 195, "unit": "USD", "says": "It costs $195."}, "$195"),
        ({"field": "application_fee", "value": 46.25, "unit": "USD", "says": "Pay $46.25."}, "$46.25"),
        ({"field": "application_fee", "value": 0, "unit": "USD", "says": "It is free."}, "No charge"),
        (
            {
                "field": "application_fee",
                "value": 85,
                "up_to": 120,
                "unit": "USD",
                "says": "From $85 to $120.",
            },
            "$85 to $120",
        ),
        ({"field": "renewal_cycle", "value": 1, "unit": "years", "says": "Renew each 1 year."}, "1 year"),
        ({"field": "renewal_cycle", "value": 60, "unit": "days", "says": "It opens 60 days before."}, None),
        ({"field": "ce_hours", "value": 20, "unit": "hours", "says": "Do 20 hours."}, "20 hours"),
        ({"field": "ce_hours", "value": 0, "unit": "hours", "says": "Do no hours."}, "None"),
        (
            {"field": "ce_hours", "value": 10, "unit": "hours per year", "says": "Do 10 hours a year."},
            "10 hours per year",
        ),
        ({"field": "diploma", "value": True}, "Yes"),
        ({"field": "diploma", "value": False}, "No"),
        ({"field": "regulation", "value": "licensure"}, "License"),
        ({"field": "regulation", "value": "none"}, "None found"),
        ({"field": "accepted_exams", "value": ["PTCE", "ExCPT"]}, "PTCE, ExCPT"),
        ({"field": "credential_name", "value": "Technician; Trainee"}, "Technician, Trainee"),
        ({"field": "ratio", "value": 6, "says": "At most 6 of them."}, None),
    ],
    ids=str,
)
def test_a_value_is_told_in_a_word_or_two(statement: dict[str, Any], told: str | None) -> None:
    assert text("jurisdiction", **statement) == told


def test_a_machine_s_word_is_told_without_its_dashes() -> None:
    assert text("specialty", field="exposure", value=["hazardous-drugs", "none-special"]) == (
        "Hazardous drugs, None named"
    )


def test_a_lone_figure_of_one_school_does_not_stand_for_the_route() -> None:
    fields = {"field": "cost", "value": 6910, "unit": "USD", "says": "One college asks $6,910."}
    assert text("education", **fields) is None
    ranged = {**fields, "value": 500, "up_to": 6910, "says": "Schools ask $500 to $6,910."}
    assert text("education", **ranged) == "$500 to $6,910"


def test_a_figure_that_its_sentence_does_not_carry_is_not_told() -> None:
    assert (
        text("jurisdiction", field="renewal_cycle", value=2, unit="years", says="Renew every two years.")
        is None
    )


@pytest.mark.parametrize(
    ("statement", "alone"),
    [
        ({"says": "It costs $50."}, True),
        ({"says": "It costs $50.", "confidence": "medium"}, False),
        ({"says": "It costs $50 for 2 years."}, False),
        ({"says": "It costs $50. Bring cash."}, False),
        ({"says": "It costs $50.", "disputed": {"says": "It costs $60.", "source": "t"}}, False),
    ],
    ids=str,
)
def test_the_sentence_is_left_out_only_where_the_value_says_it_all(
    statement: dict[str, Any], alone: bool
) -> None:
    one = record("jurisdiction", field="application_fee", value=50, unit="USD", **statement)
    told = short(one, one.statements[0])
    assert told is not None
    assert says_it_all(told, one.statements[0]) is alone


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": 12, "unit": "months"}, {"value": 1, "unit": "years"}),
        ({"value": ["PTCE", "ExCPT"]}, {"value": "ExCPT; PTCE"}),
        ({"value": "last day of birth month"}, {"value": "last day of your birth month"}),
    ],
    ids=str,
)
def test_two_wordings_of_one_value_are_equal(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = (record("jurisdiction", field="trainee", **value) for value in (one, other))
    assert comparable(first.statements[0]) == comparable(second.statements[0])


def test_a_range_is_not_its_lower_end() -> None:
    lone, ranged = (
        record("jurisdiction", field="application_fee", value=50, unit="USD", says="$50 to $70.", **more)
        for more in ({}, {"up_to": 70})
    )
    assert comparable(lone.statements[0]) != comparable(ranged.statements[0])


def test_every_value_of_the_bundled_records_that_is_told_is_carried_by_its_sentence(shelf: Shelf) -> None:
    told = [
        found
        for one in shelf.records.values()
        for statement in one.statements
        if (found := short(one, statement))
    ]
    assert len(told) > 500
    assert [found for found in told if not carried(found)] == []


def test_every_form_belongs_to_a_field() -> None:
    assert [field for kind, forms in FORMS.items() for field in forms if field not in FIELDS[kind]] == []
