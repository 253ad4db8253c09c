"""Text -> the words that a search reads; a query -> patterns, and the place where they were found.

A search looks through one visitor's own turns only, some hundreds of texts, so that LIKE over a
column of folded words is fast enough on both databases and finds the same on both. FTS5 and tsvector
would each keep a second copy that stems its own way, and FTS5 keeps deleted words until it merges.
"""

from __future__ import annotations

import re

from assistant.text import fold, stem
from assistant.types import Answer

__all__ = ["excerpt", "patterns", "plain_text", "search_words"]

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12  # of a query; each more is one more pass
_EXCERPT = 160  # characters


def search_words(text: str) -> str:
    """Every word and its stem once, folded, each between spaces."""
    found = dict.fromkeys(form for word in _words(text) for form in (word, stem(word)))
    return f" {' '.join(found)} " if found else ""


def patterns(query: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query the LIKE patterns of which one must fit; () when there is no word.

    A word fits from its beginning, so that results come while somebody types; where words are not
    divided by spaces, as in Chinese, it fits anywhere.
    """
    chosen = list(dict.fromkeys(_words(query)))[:_MOST_WORDS]
    return tuple(tuple(dict.fromkeys(_pattern(form) for form in (word, stem(word)))) for word in chosen)


def plain_text(answer: Answer) -> str:
    """What an answer says, without marks and tables' lines."""
    parts: list[str] = []
    for block in answer.blocks:
        parts += [block.lead_in, *block.header, *(claim.text for claim in block.every_claim())]
    return " ".join(part for part in parts if part)


def excerpt(text: str, query: str) -> str:
    """The piece of a text around the first word of the query, with … where it was cut."""
    text = " ".join(text.split())
    forms = {form for word in _words(query) for form in (word, stem(word))}
    hit = next((match.start() for match in _WORD.finditer(text) if _fits(match.group(), forms)), 0)
    start = max(0, hit - _EXCERPT // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = min(len(text), start + _EXCERPT)
    end = max(text.rfind(" ", start, end), hit) if end < len(text) else end
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _pattern(form: str) -> str:
    return f"% {form}%" if form.isascii() else f"%{form}%"


def _fits(word: str, forms: set[str]) -> bool:
    folded = fold(word)
    return any(folded.startswith(form) or (not form.isascii() and form in folded) for form in forms) or (
        stem(folded) in forms
    )
