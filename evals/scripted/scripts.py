"""Scripts: how a scripted model answers from the sources that it is shown."""

from __future__ import annotations

import re

from assistant.text import sentence_spans
from evals.scripted.play import Play, Received, Script

__all__ = ["faithful", "offered"]

_LINE = re.compile(r"^\[(k[0-9a-f]{6,12})\] (.+)$", re.MULTILINE)
_SHORTEST, _LONGEST = 20, 300  # characters of a line that is copied


def offered(received: Received) -> list[tuple[str, str]]:
    """The (key, sentence) pairs of a request that are one plain sentence each, in order."""
    found = [(key, " ".join(text.split())) for key, text in _LINE.findall(received.user)]
    return [
        (key, text)
        for key, text in found
        if _SHORTEST <= len(text) <= _LONGEST and text.endswith(".") and len(sentence_spans(text)) == 1
    ]


def faithful(sentences: int = 3) -> Script:
    """A model that copies the first sentences of its sources, each with its key."""

    def script(received: Received) -> Play:
        return Play(" ".join(f"{text} [{key}]" for key, text in offered(received)[:sentences]))

    return script
