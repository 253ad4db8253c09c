"""The questions that the bundled knowledge says it answers, as examples of what is in the domain.

They stand beside the sections in front matter and records, were written without sight of the cases, and
are in nobody's test: so they may teach the classifiers what people ask that the sources do keep.
"""

from __future__ import annotations

import hashlib

from assistant.retrieval.passages import Passages

__all__ = ["own_questions"]


def own_questions(passages: Passages, count: int) -> list[str]:
    """Some of the questions, each once, far apart; the same ones for the same knowledge."""
    every = {
        question
        for id, _, _ in passages.documents()
        for chunk in passages.chunks_of_document(id)
        for question in chunk.questions
    }
    return sorted(every, key=lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest())[:count]
