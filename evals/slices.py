"""Results -> groups of them by user, kind, jurisdiction and credential."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evals.asked import Asked
from evals.measures.interval import Interval, bootstrap
from evals.run import TurnResult

__all__ = ["SLICES", "Part", "parts"]


def _records(kind: str) -> Callable[[Asked], tuple[str, ...]]:
    def of(asked: Asked) -> tuple[str, ...]:
        return tuple(name.removeprefix(f"{kind}/") for name in asked.about if name.startswith(f"{kind}/"))

    return of


# Slice -> the values of a turn; a turn about two places counts in both, one about none in none.
SLICES: Mapping[str, Callable[[Asked], tuple[str, ...]]] = {
    "file": lambda asked: (asked.file,),
    "user group": lambda asked: (asked.group,) if asked.group else (),
    "kind": lambda asked: (asked.kind,),
    "jurisdiction": _records("jurisdiction"),
    "credential": _records("credential"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The turns of one slice that share a value."""

    value: str
    without_fault: Interval  # share of turns, 0..1
    nuggets: Interval  # nugget recall, 0..1


def parts(results: Sequence[TurnResult], name: str) -> list[Part]:
    """One slice's parts, the worst first, equals by name."""
    groups: dict[str, list[TurnResult]] = {}
    for result in results:
        for value in SLICES[name](result.asked):
            groups.setdefault(value, []).append(result)
    found = [_part(value, members) for value, members in groups.items()]
    return sorted(found, key=lambda part: (part.without_fault.value, part.value))


def _part(value: str, members: Sequence[TurnResult]) -> Part:
    return Part(
        value,
        bootstrap([float(not member.reasons) for member in members]),
        bootstrap([member.nuggets for member in members if member.nuggets is not None]),
    )
