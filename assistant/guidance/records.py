"""YAML record files -> validated records: what TechPath knows as typed, sourced statements.

A record describes one thing (a jurisdiction, a credential, a specialty ...). It is a list of
statements. A statement is one field of that thing: a machine-checkable value where there is one,
and the sentence that a person reads. A field without a statement is unknown, never false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from assistant.errors import KnowledgeError
from assistant.guidance.fields import FIELDS, Kind

__all__ = ["Dispute", "Record", "Statement", "Unknown", "Value", "load_records", "parse_record"]

# The kinds that describe something of one place, and carry its two-letter code.
_PLACED: frozenset[Kind] = frozenset({"jurisdiction", "programs"})
Value = bool | int | float | str | list[str] | None


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class _Frozen(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dispute(_Frozen):
    """What another source says instead, and who decides."""

    says: str = Field(min_length=8)
    source: Annotated[list[str], BeforeValidator(_as_list)] = Field(min_length=1)


class Statement(_Frozen):
    """One field of a record: its value and the sentence a person reads."""

    field: str
    says: str = Field(min_length=8)  # one or two whole sentences that stand alone
    value: Value = None  # hours, US dollars, years or months as the field's name and `unit` say
    up_to: int | float | None = None  # the upper end, where the sentence states a range from `value`
    unit: str | None = None  # USD, years, months, hours ...
    source: Annotated[list[str], BeforeValidator(_as_list)] = Field(min_length=1)
    as_of: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD; None: the source's own date
    confidence: Literal["high", "medium", "low"]
    disputed: Dispute | None = None
    note: str | None = None  # for maintainers; never shown

    @model_validator(mode="after")
    def _check(self) -> Statement:
        if not self.says.rstrip().endswith((".", "?", "!")):
            raise ValueError("`says` must be whole sentences ending with a full stop")
        if self.as_of and not re.fullmatch(r"\d{4}(-\d\d){0,2}|unknown", self.as_of):
            raise ValueError("`as_of` must be YYYY, YYYY-MM, YYYY-MM-DD or unknown")
        if self.up_to is not None and not _is_range(self.value, self.up_to):
            raise ValueError("`up_to` needs a number as `value` that is smaller")
        return self


def _is_range(value: Value, up_to: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value < up_to


class Unknown(_Frozen):
    """A field that was looked for and not found, or found only in sources too weak to show."""

    field: str
    why: str = Field(min_length=8)  # for maintainers: where it was looked for


class Record(_Frozen):
    """One thing TechPath knows about, as statements."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Kind
    name: str
    code: str | None = None  # of what belongs to one place: its two-letter postal code
    aliases: list[str] = []
    reviewed: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    questions: dict[str, list[str]] = {}  # heading -> questions in people's own words
    statements: list[Statement] = Field(min_length=1)
    unknown: list[Unknown] = []

    @model_validator(mode="after")
    def _check(self) -> Record:
        fields = FIELDS[self.kind]
        listed: list[Statement | Unknown] = [*self.statements, *self.unknown]
        for item in listed:
            if item.field not in fields:
                raise ValueError(f"field {item.field!r} is not one of a {self.kind}'s: {', '.join(fields)}")
        headings = set(fields.values())
        for heading in self.questions:
            if heading not in headings:
                raise ValueError(f"questions under {heading!r}, which is not a heading of its kind")
        if (self.kind in _PLACED) != (self.code is not None):
            raise ValueError(f"`code` belongs to {' and '.join(sorted(_PLACED))}, to no other kind")
        return self

    def statements_of(self, *fields: str) -> list[Statement]:
        """The statements of these fields, in the order of the fields asked for."""
        return [s for field in fields for s in self.statements if s.field == field]


def parse_record(data: object, where: str) -> Record:
    """One YAML mapping -> a Record; a KnowledgeError names file, field and remedy."""
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{where}: {'.'.join(str(part) for part in item['loc']) or 'record'}: {item['msg']}"
            for item in error.errors()
        ]
        raise KnowledgeError("\n".join(lines)) from error


def load_records(folder: Path) -> list[Record]:
    """Every record below a folder, sorted by kind and id. A file holds one record or a list."""
    records = [record for path in sorted(folder.rglob("*.yaml")) for record in _read(path)]
    _refuse_doubles(records)
    return sorted(records, key=lambda record: (record.kind, record.id))


def _read(path: Path) -> Iterable[Record]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: not readable as YAML: {error}") from error
    items = data if isinstance(data, list) else [data]
    return [parse_record(item, f"{path} [{index}]") for index, item in enumerate(items)]


def _refuse_doubles(records: Iterable[Record]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise KnowledgeError(f"record id {record.id!r} is used twice; ids are unique")
        seen.add(record.id)
