"""Library -> the counts that knowledge/README.md shows.

    python -m ingest.knowledge.counts KNOWLEDGE_FOLDER

writes them between the two marks in that file.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from assistant.guidance.fields import FIELDS
from assistant.types import Source, Tier
from ingest.knowledge.library import Library, PlacedRecord, read_library, read_texts

__all__ = ["put_counts", "render_counts"]

_HIGH: frozenset[Tier] = frozenset({"law-or-board", "certifier", "federal"})
_RULES = ("jurisdiction", "credential")  # the kinds whose statements are rules and fees
_BLOCK = re.compile(r"(<!-- counts -->\n).*?(<!-- /counts -->)", re.DOTALL)


def render_counts(library: Library) -> str:
    """Library -> two Markdown tables and a sentence on how well rules and fees are supported."""
    lines = ["| What | How many |", "|---|---|"]
    lines += [f"| {what} | {number:,} |" for what, number in _counts(library)]
    lines += ["", "| Tier of source | Sources |", "|---|---|"]
    tiers = Counter(source.tier for source in library.sources.values())
    lines += [f"| {tier} | {tiers[tier]:,} |" for tier in get_args(Tier) if tiers[tier]]
    return "\n".join([*lines, "", _support(library), ""])


def put_counts(readme: str, counts: str) -> str:
    """A README with the counts between its marks."""
    return _BLOCK.sub(lambda match: match.group(1) + counts + match.group(2), readme)


def _counts(library: Library) -> Iterator[tuple[str, int]]:
    yield "guides", len(library.guides)
    yield "questions and topics answered in guides", sum(len(g.headings) for g in library.guides)
    sentences = [s for g in library.guides for s in g.sentences if s.kind != "header"]
    yield "sentences in guides", len(sentences)
    kinds = Counter(placed.record.kind for placed in library.records)
    for kind in FIELDS:
        if kinds[kind]:
            yield f"records: {kind.replace('_', ' ')}", kinds[kind]
    yield "statements in records", sum(len(p.record.statements) for p in library.records)
    places = [p for p in library.records if p.record.kind == "jurisdiction"]
    known, looked_for = _known(places)
    yield "fields known of states and territories", known
    yield "fields looked for in vain there, each with the reason", looked_for
    disputes = [s for p in library.records for s in p.record.statements if s.disputed]
    yield "conflicts kept, both sides shown", len(disputes)


def _known(places: Iterable[PlacedRecord]) -> tuple[int, int]:
    """Fields with a statement, and fields without one that were looked for."""
    known = looked_for = 0
    for placed in places:
        stated = {statement.field for statement in placed.record.statements}
        known += len(stated)
        looked_for += len({item.field for item in placed.record.unknown} - stated)
    return known, looked_for


def _support(library: Library) -> str:
    statements = [
        statement
        for placed in library.records
        if placed.record.kind in _RULES
        for statement in placed.record.statements
    ]
    high = sum(_is_high(statement.source, library.sources) for statement in statements)
    share = round(100 * high / len(statements)) if statements else 0
    return (
        f"Of the {len(statements):,} statements about states and credentials, {high:,} ({share}%)"
        " rest on the law, a board, the certifier itself or a federal office."
    )


def _is_high(ids: Iterable[str], sources: Mapping[str, Source]) -> bool:
    return any(sources[id].tier in _HIGH for id in ids if id in sources)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    path = folder / "README.md"
    counts = render_counts(read_library(read_texts(folder)))
    path.write_text(put_counts(path.read_text(encoding="utf-8"), counts), encoding="utf-8")
