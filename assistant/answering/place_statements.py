"""A place's record -> its statements, each whole, the best answer to a question first.

A statement is one or two sentences that were written as one; a second sentence alone ("Ask the Board
for the conditions") would say nothing, so statements are ranked and said whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence, Relevance, join_lines
from assistant.retrieval.passages import Passages
from assistant.text import figures, terms, words

__all__ = ["Stated", "new_ones", "statements_of", "within"]

_SAME_FIELD = 0.06  # added for a statement of a field that the question asks for
_DIRECT = 0.22  # for the field that answers the question most directly
_REPEATS = 0.85  # Jaccard; "1 hour on law" and "1 hour on safety" are two statements


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a record."""

    items: tuple[Evidence, ...]  # its sentences, in order
    field: str
    similarity: float  # cosine of its best sentence to the question, -1..1
    score: float  # the same with what is added for its field

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(item.sentence.text for item in self.items)

    def joined(self) -> list[Evidence]:
        """Its sentences as one piece, as a bullet needs them."""
        return join_lines(self.items)


def statements_of(
    record: str,
    fields: Sequence[str],
    passages: Passages,
    relevance: Relevance,
    favored: Mapping[str, float] | None = None,
) -> list[Stated]:
    """The statements of a record, the best answer first.

    Args:
        record: its id.
        fields: those asked for, the most direct first.
        passages: where it is.
        relevance: scores sentences for the question.
        favored: what is added for a statement of a section, by the section's name.
    """
    favored = favored or {}
    rows = passages.statements(record)
    scores = relevance.of_chunks({row.chunk.id: row.chunk for row in rows}.values())
    groups: dict[tuple[str, int, str], list[Evidence]] = {}
    for row in rows:
        score = float(scores[row.chunk.id][row.chunk.sentences.index(row.sentence)])
        paragraph = row.chunk.text.rfind("\n\n", 0, row.sentence.start)
        key = (row.chunk.id, paragraph, row.sentence.field or "")
        groups.setdefault(key, []).append(Evidence(row.chunk, row.sentence, score))
    known = {field for _, _, field in groups}
    fields = [field for field in fields if field in known]
    found = []
    for (_, _, field), items in groups.items():
        # What follows "expired a year ago or more" holds at that time, too.
        other_time = relevance.of_another_time(item.sentence for item in items)
        best = (min if other_time else max)(item.score for item in items)
        bonus = _bonus(field, fields) + favored.get(items[0].chunk.section, 0.0)
        found.append(Stated(tuple(items), field, best, best + bonus))
    return sorted(found, key=lambda stated: -stated.score)


def _bonus(field: str, fields: Sequence[str]) -> float:
    return _SAME_FIELD + _DIRECT / (1 + fields.index(field)) if field in fields else 0.0


def new_ones(found: Iterable[Stated], said: Sequence[Stated]) -> list[Stated]:
    """Leave out a statement that mostly repeats an earlier one (Jaccard of terms) and has no new figure."""
    kept: list[Stated] = []
    seen = [(set(terms(stated.text)), figures(stated.text)) for stated in said]
    for stated in found:
        mine, numbers = set(terms(stated.text)), figures(stated.text)
        if any(
            (len(mine & other) / max(1, len(mine | other)) >= _REPEATS or mine <= other) and numbers <= known
            for other, known in seen
        ):
            continue
        kept.append(stated)
        seen.append((mine, numbers))
    return kept


def within(found: Iterable[Stated], room: int, most: int, first: Collection[str] = ()) -> list[Stated]:
    """What fits into so many words: one statement a field first, then the others."""
    heads: dict[str, Stated] = {}
    ordered = list(found)
    for stated in ordered:
        heads.setdefault(stated.field, stated)
    ordered.sort(key=lambda stated: (stated.field not in first, heads[stated.field] is not stated))
    chosen: list[Stated] = []
    for stated in ordered:
        length = len(words(stated.text))
        if length <= room and len(chosen) < most:
            chosen.append(stated)
            room -= length
    return chosen
