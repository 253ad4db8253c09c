"""What is stored and what is wanted -> what to read, and what to delete. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Plan", "plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """File ids, each list sorted."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def to_read(self) -> tuple[str, ...]:
        """The files that must be parsed."""
        return tuple(sorted(self.added + self.updated))


def plan(current: Mapping[str, str], wanted: Mapping[str, str]) -> Plan:
    """Compare file id -> content hash of both sides.

    Applying the plan to `current` gives exactly `wanted`.
    """
    common = current.keys() & wanted.keys()
    return Plan(
        added=tuple(sorted(wanted.keys() - current.keys())),
        updated=tuple(sorted(id for id in common if current[id] != wanted[id])),
        deleted=tuple(sorted(current.keys() - wanted.keys())),
        unchanged=tuple(sorted(id for id in common if current[id] == wanted[id])),
    )
