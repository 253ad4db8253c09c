"""The passages of the bundled knowledge, and chunks made by hand, for the tests of the library."""

from __future__ import annotations

from assistant.types import Chunk, Sentence, SentenceKind

__all__ = ["chunk", "sentence"]


def sentence(text: str, start: int, kind: SentenceKind = "paragraph", *sources: str) -> Sentence:
    return Sentence(text, start, start + len(text), kind, sources)


def chunk(*lines: tuple[SentenceKind, str, tuple[str, ...]], **about: object) -> Chunk:
    """A chunk of one sentence a line; a line of the kind of the line before it, without a break, goes on."""
    text, sentences = "", []
    for kind, words, sources in lines:
        going_on = words.startswith("+")
        text += "" if not text else " " if going_on else "\n"
        sentences.append(sentence(words.removeprefix("+"), len(text), kind, *sources))
        text += words.removeprefix("+")
    given = {
        "id": "c", "document": "guides/renewal/x", "title": "X", "kind": "guide", "section": "", "page": None,
        "start": 0, "end": len(text), **about,
    }  # fmt: skip
    return Chunk(text=text, sentences=tuple(sentences), **given)  # type: ignore[arg-type]
