"""Two sets of knowledge files -> the facts added, changed and removed between them.

A fact is a record's statement or a guide's sentence. It is found again by its place: record and
field, or guide and heading. Within a place, what is word for word the same is unchanged; of the
rest, the likeliest pairs are changes, and what is left over was added or removed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from assistant.guidance.records import Value
from ingest.knowledge.library import Library, read_library

__all__ = ["Change", "Fact", "changes", "changes_to_json", "render_changes"]

ChangeKind = Literal["added", "changed", "removed"]
_ALIKE = 0.5  # ratio 0-1 above which two sentences of one place are one fact, reworded


@dataclass(frozen=True, slots=True)
class Fact:
    """What was said at one time."""

    says: str
    sources: tuple[str, ...]
    value: Value = None  # records only
    unit: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One fact, before and after; None where it did not exist."""

    kind: ChangeKind
    document: str  # guides/becoming/at-16-or-17, or records/jurisdiction/oh
    place: str  # a guide's heading or a record's field
    old: Fact | None
    new: Fact | None


_Places = Mapping[tuple[str, str], Sequence[Fact]]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """File texts by path, then and now -> every change, in the order of documents and places.

    Files that cannot be read count as empty; `check_knowledge` says what is wrong with them.
    """
    old, new = _facts(read_library(before)), _facts(read_library(after))
    return [
        change
        for place in sorted({*old, *new})
        for change in _compare(*place, old.get(place, ()), new.get(place, ()))
    ]


def render_changes(found: Sequence[Change]) -> str:
    """Changes -> lines for a person: the old and the new wording under each other."""
    lines = [line for change in found for line in _lines(change)]
    counts = [
        f"{sum(change.kind == kind for change in found)} {kind}" for kind in ("added", "changed", "removed")
    ]
    return "\n".join([*lines, ", ".join(counts) + "."])


def changes_to_json(found: Sequence[Change]) -> str:
    """Changes -> a JSON list; keys as in Change and Fact."""
    return json.dumps([asdict(change) for change in found], ensure_ascii=False, indent=2)


def _facts(library: Library) -> _Places:
    places: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for guide in library.guides:
        for sentence in guide.sentences:
            if sentence.kind != "header":
                place = (guide.file.removesuffix(".md"), sentence.heading)
                places[place].append(Fact(sentence.text, sentence.sources))
    for placed in library.records:
        record = placed.record
        for said in record.statements:
            place = (f"records/{record.kind}/{record.id}", said.field)
            fact = Fact(said.says, tuple(said.source), said.value, said.unit, said.as_of)
            places[place].append(fact)
    return places


def _compare(document: str, place: str, before: Sequence[Fact], after: Sequence[Fact]) -> Iterator[Change]:
    old = _without(before, after)
    new = _without(after, before)
    for was, now in _pairs(old, new):
        old.remove(was)
        new.remove(now)
        yield Change("changed", document, place, was, now)
    for fact in old:
        yield Change("removed", document, place, fact, None)
    for fact in new:
        yield Change("added", document, place, None, fact)


def _without(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts that the others do not hold, each as often as it is missing."""
    left = list(others)
    missing = []
    for fact in facts:
        if fact in left:
            left.remove(fact)
        else:
            missing.append(fact)
    return missing


def _pairs(old: Sequence[Fact], new: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """The likeliest pairs, the most alike first; each fact in one pair at most."""
    ratios = [
        (SequenceMatcher(None, was.says, now.says).ratio(), i, j)
        for i, was in enumerate(old)
        for j, now in enumerate(new)
    ]
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs = []
    for ratio, i, j in sorted(ratios, key=lambda item: (-item[0], item[1], item[2])):
        if ratio >= _ALIKE and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    return pairs


def _lines(change: Change) -> Iterator[str]:
    yield f"{change.kind}: {change.document} > {change.place}"
    for sign, fact in (("-", change.old), ("+", change.new)):
        if fact is not None:
            yield f"  {sign} {fact.says}{_details(fact)}"
    yield ""


def _details(fact: Fact) -> str:
    details: list[tuple[str, Any]] = [
        ("value", fact.value),
        ("unit", fact.unit),
        ("as of", fact.as_of),
        ("sources", ", ".join(fact.sources)),
    ]
    shown = [f"{name}: {detail}" for name, detail in details if detail not in (None, "")]
    return f" ({'; '.join(shown)})" if shown else ""
