"""What a guidance function says -> what a model may cite: its sentence, and the stored ones below it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.evidence import Evidence
from assistant.generation.context import Citable, computed
from assistant.guidance.cited import Cited, Support
from assistant.retrieval.passages import Passages

__all__ = ["guided"]


def guided(sentences: Iterable[Cited], about: str, passages: Passages) -> list[Citable]:
    """Sentences of a guidance function as citable ones; those that rest on nothing stored are left out.

    Args:
        sentences: as the function returned them.
        about: what they speak of, for example "Costs in Ohio".
        passages: the index that the function's records came from.
    """
    found = []
    for sentence in sentences:
        evidence = [item for support in sentence.support for item in _stored(support, passages)]
        if evidence:
            found.append(computed(sentence.text, about, evidence))
    return found


def _stored(support: Support, passages: Passages) -> list[Evidence]:
    rows = passages.statements(support.record, (support.field,))
    return [Evidence(row.chunk, row.sentence) for row in rows if row.sentence.text in support.says]
