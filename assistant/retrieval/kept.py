"""What was read of rows that never change, kept for the next question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

__all__ = ["Kept"]

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by id. Safe to use from several threads: a value read twice is the same."""

    def __init__(self, read: Callable[[list[str]], Mapping[str, Value]], most: int) -> None:
        """Take where values come from.

        Args:
            read: ids -> the values of those that have one.
            most: how many ids are remembered; with more, it begins anew.
        """
        self._read = read
        self._most = most
        self._values: dict[str, Value | None] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Value]:
        """The values of these ids, in their order; one without a value is left out."""
        wanted = list(dict.fromkeys(ids))
        values = self._values
        if missing := [id for id in wanted if id not in values]:
            if len(values) + len(missing) > self._most:
                values = self._values = {id: values[id] for id in wanted if id in values}
            read = self._read(missing)
            values.update((id, read.get(id)) for id in missing)
        return {id: value for id in wanted if (value := values[id]) is not None}
