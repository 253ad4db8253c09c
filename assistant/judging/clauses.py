"""A sentence -> its clauses, the smallest stretches that state one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.text import terms

__all__ = ["FUNCTION_WORDS", "NEGATIONS", "clauses", "content_terms"]

# Words that turn a statement round; they are compared apart from what it is about.
NEGATIONS = frozenset(
    """no not never none nor neither cannot without isn aren wasn weren doesn don didn hasn haven hadn wouldn shouldn
    couldn won mustn needn t""".split()
)
# Words that join and place others; they name nothing.
FUNCTION_WORDS = frozenset(
    """after under before until till since during because although though while unless once both each every all
    only also however besides among between within per through without with according then next first second
    there here yes no not their his her its my by on onto over above below of off than as at into like upon
    whether either neither nor when where while whereas still yet even just about across around against instead
    plus via toward towards despite except including regardless depending given note currently generally
    finally otherwise therefore additionally meanwhile afterwards overall""".split()
)

_BREAK = re.compile(
    r"[;:]\s|\s[-–—]\s|,\s+(?=(?:and|but|or|so|while|whereas|though|although|if|unless|because|which|who|where|"
    r"until|except|when|once|then|as|not)\b)|"
    r"\s(?=(?:but|while|whereas|although|unless|because|except)\b)|"
    r"\sand\s(?=(?:is|are|was|were|isn't|aren't|may|can|can't|cannot|must|should|will|does|do|don't|doesn't|has|have|not|never|needs?|you|they|it|asks?|costs?|takes?|gives?|lets?|allows?|counts?|pays?|sets?|requires?|wants?|lists?|names?)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8_192)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a sentence, in order."""
    return tuple(piece.strip() for piece in _BREAK.split(text) if piece.strip())


def content_terms(text: str) -> set[str]:
    """The stems of what a text is about, negations left out."""
    return set(terms(text)) - NEGATIONS
