"""Stored records and sources -> a Shelf: what the guidance tools read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assistant.guidance.fields import Kind
from assistant.guidance.records import Record
from assistant.types import Source

__all__ = ["Shelf", "shelf_of"]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All records of one index. Frozen, so that one may serve every visitor."""

    records: Mapping[str, Record]  # by id
    sources: Mapping[str, Source]  # by id
    _places: Mapping[tuple[Kind, str], Record] = field(repr=False, default_factory=dict)

    def record(self, id: str) -> Record | None:
        """The record of this id."""
        return self.records.get(id)

    def of_kind(self, kind: Kind) -> tuple[Record, ...]:
        """All records of a kind, by id."""
        return tuple(record for record in self.records.values() if record.kind == kind)

    def place(self, code: str, kind: Kind = "jurisdiction") -> Record | None:
        """What is known of a place, by its two-letter code."""
        return self._places.get((kind, code))


def shelf_of(bodies: Iterable[str], sources: Mapping[str, Source]) -> Shelf:
    """Records as their stored JSON, and sources by id -> a Shelf."""
    records = sorted((Record.model_validate_json(body) for body in bodies), key=lambda record: record.id)
    places = {(record.kind, record.code): record for record in records if record.code}
    return Shelf({record.id: record for record in records}, sources, places)
