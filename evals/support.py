"""Cases and the knowledge -> the guarded answers that the knowledge no longer carries.

An answer is guarded when sections were judged for its turn: together they must hold one wording of
every vital nugget. This asks no engine, so it names every question that a changed fact leaves without
support, also where the answer was wrong before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.retrieval.passages import Passages
from evals.asked import Asked, turns_of
from evals.cases import Case, Expectation
from evals.measures.nuggets import missed
from evals.measures.rankings import section_key

__all__ = ["Lost", "lost_support", "section_texts"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A turn whose answer the judged sections do not carry."""

    asked: Asked
    why: str

    def __str__(self) -> str:
        return self.asked.named if self.asked.sealed else f"{self.asked.named}: {self.why}"


def section_texts(passages: Passages) -> dict[str, str]:
    """Section -> its title, heading and text, over all documents of an index."""
    texts: dict[str, str] = {}
    for id, title, _ in passages.documents():
        for chunk in passages.chunks_of_document(id):
            key = section_key(id, chunk.section)
            before = texts.get(key) or f"{title}\n{chunk.section}"
            texts[key] = f"{before}\n{chunk.text}"
    return texts


def lost_support(cases: Sequence[Case], texts: Mapping[str, str]) -> list[Lost]:
    """The guarded turns with a judged section that is gone, or a nugget that none of them holds."""
    return [
        Lost(asked, why)
        for case in cases
        for asked, wanted in turns_of(case)
        for why in _losses(wanted, texts)
    ]


def _losses(wanted: Expectation, texts: Mapping[str, str]) -> Iterator[str]:
    for section in wanted.judged:
        if section not in texts:
            yield f"the section {section!r} is not in the knowledge"
    if wanted.judged:
        held = "\n".join(texts.get(section, "") for section in wanted.judged)
        for nugget in missed(held, wanted.must):
            yield f"no judged section says: {' / '.join(nugget[:4])}"
