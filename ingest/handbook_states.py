"""The jurisdictions' records -> the rows of the handbook's table of states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.guidance.records import Record, Statement

__all__ = ["HEADER", "NOTE", "WIDTHS", "state_rows"]

HEADER = ("State", "Credential", "Age", "National certification", "Renewal", "CE", "Board")
WIDTHS = (30, 66, 14, 42, 22, 20, 56)  # in proportion
NOTE = (
    'A figure stands here only where one figure holds for everybody; "ask" means that the rule has '
    "several parts or is not known here. CE is hours of continuing education in one renewal period."
)
_ASK = "ask"
_CERTIFICATION = {
    "required": "required",
    "required-for-some": "required for some",
    "alternative-path": "one of several ways",
    "not-required": "not required",
}
_ADDRESS = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:gov|us|com|org|net)\b", re.IGNORECASE)


def state_rows(records: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    """One row for each jurisdiction, by name."""
    states = (record for record in records if record.kind == "jurisdiction")
    for record in sorted(states, key=lambda record: record.name):
        yield (
            record.name,
            _text(record, "credential_name"),
            _number(record, "minimum_age", "{}"),
            _certification(record),
            _number(record, "renewal_cycle", "every {} y.").replace("1 y.", "year"),
            _number(record, "ce_hours", "{} h"),
            _board(record),
        )


def _valued(record: Record, field: str) -> list[Statement]:
    return [statement for statement in record.statements_of(field) if statement.value is not None]


def _text(record: Record, field: str) -> str:
    values = (statement.value for statement in _valued(record, field))
    names = [name for value in values for name in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(map(str, names))) or _ASK


def _number(record: Record, field: str, form: str) -> str:
    """The one figure of a field; several statements with figures have no single one."""
    values = {str(statement.value) for statement in _valued(record, field)}
    return form.format(values.pop()) if len(values) == 1 else _ASK


def _certification(record: Record) -> str:
    value = _text(record, "national_certification")
    return _CERTIFICATION.get(value, value.replace("-", " "))


def _board(record: Record) -> str:
    """The board's address on the web, from its value or its sentence."""
    for statement in record.statements_of("board"):
        if found := _ADDRESS.search(f"{statement.value or ''} {statement.says}"):
            return found.group().lower()
    return _ASK
