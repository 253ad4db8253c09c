"""A reply that comes in tokens -> whole sentences with the keys that they cite.

A sentence is given as soon as it is certain to be over: behind its full stop and its keys, when the
next begins. Models cite in many ways; whatever stands in brackets is taken out of the text, and what
is no key of ours is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.text import sentence_spans

__all__ = ["KEY", "Kind", "Sentences", "Written"]

KEY = re.compile(r"\bk[0-9a-f]{6,12}\b")
_LONGEST = 1_500  # characters without an end; more is no sentence
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')*_]*")
_MARKS = re.compile(r"(?:\s*(?:\[[^\[\]\n]{0,120}\](?!\()|【[^】\n]{0,120}】))+")
_OPEN_MARK = re.compile(r"\s*(?:\[[^\[\]\n]{0,120}|【[^】\n]{0,120})?$")
_ANY_MARK = re.compile(r"\s*(?:\[([^\[\]]{0,120})\](?!\()|【([^】]{0,120})】)")
_IN_PARENTHESES = re.compile(
    r"\s*\((?:\s*(?:sources?:?|see)?\s*" + KEY.pattern + r"[\s,;]*)+\)", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)]*)\)")
_BULLET = re.compile(r"\s*[-*•–]\s+")
_STEP = re.compile(r"\s*\d{1,2}[.)]\s+")
_HEADING = re.compile(r"\s*(?:#{1,6}\s|```|---|===|\|[\s:|-]*\|\s*$)")
_MAY_BE_MARKER = re.compile(r"\s*(?:[-*•–#|`=]*|\d{0,2}[.)]?)\s*$")

Kind = Literal["paragraph", "bullets", "steps"]


@dataclass(frozen=True, slots=True)
class Written:
    """One sentence as a model wrote it, its marks taken out."""

    text: str
    keys: tuple[str, ...]  # as cited, each once; not yet known to exist
    unknown: int  # marks that hold no key
    kind: Kind
    line: int  # counts the lines of the reply, so that a bullet of two sentences stays one bullet


class Sentences:
    """Collects tokens of one reply."""

    def __init__(self) -> None:
        self._buffer = ""
        self._kind: Kind = "paragraph"
        self._line = 0
        self._at_start = True  # of a line: whether it is a bullet is not known yet

    def feed(self, token: str) -> Iterator[Written]:
        """The sentences that a token completes."""
        self._buffer += token
        yield from self._take(final=False)

    def flush(self) -> Iterator[Written]:
        """What is left at the end of the reply."""
        yield from self._take(final=True)

    def _take(self, final: bool) -> Iterator[Written]:
        while self._buffer:
            if self._at_start and not self._open_line(final):
                return
            end = self._end(final)
            if end is None:
                return
            piece, self._buffer = self._buffer[:end], self._buffer[end:]
            if found := _written(piece, self._kind, self._line):
                yield found
            if self._buffer[:1] == "\n":
                self._buffer = self._buffer[1:]
                self._at_start = True

    def _open_line(self, final: bool) -> bool:
        """Read what begins a line; False when more is needed to know."""
        self._buffer = self._buffer.lstrip("\n\r")
        line, broken, rest = self._buffer.partition("\n")
        if _HEADING.match(line + (" " if broken or final else "")):
            if not (broken or final):
                return False  # a heading goes to the end of its line
            self._buffer = rest
            return bool(rest)
        if _MAY_BE_MARKER.match(line) and not (broken or final):
            return False
        self._line += 1
        self._kind = "paragraph"
        for kind, marker in (("bullets", _BULLET), ("steps", _STEP)):
            if match := marker.match(line):
                self._kind = "bullets" if kind == "bullets" else "steps"
                self._buffer = self._buffer[match.end() :]
        self._at_start = False
        return bool(self._buffer)

    def _end(self, final: bool) -> int | None:
        """Where the first sentence of the buffer ends; None when that is not known yet."""
        line_end = self._buffer.find("\n")
        line = self._buffer if line_end < 0 else self._buffer[:line_end]
        closed = final or line_end >= 0
        for match in _SENTENCE_END.finditer(line):
            marks = _MARKS.match(line, match.end())
            end = marks.end() if marks else match.end()
            rest = line[end:]
            if not closed and _OPEN_MARK.match(rest):
                return None  # another key may follow
            if marks or _is_end(line, match.end(), rest):
                return end
        if closed or len(line) > _LONGEST:
            return len(line)
        return None


def _is_end(line: str, end: int, rest: str) -> bool:
    """Whether a full stop ends a sentence and no abbreviation; text.py decides."""
    if rest and not rest[0].isspace():
        return False
    return any(stop == end for _, stop in sentence_spans(line))


def _written(piece: str, kind: Kind, line: int) -> Written | None:
    """A stretch of the reply as a sentence, or None when it says nothing."""
    plain = _LINK.sub(lambda match: f"{match.group(1)} ({match.group(2)})", piece)
    marks = [match.group(1) or match.group(2) or "" for match in _ANY_MARK.finditer(plain)]
    plain = _ANY_MARK.sub("", _IN_PARENTHESES.sub("", plain))
    plain = re.sub(rf"\s*{KEY.pattern}", "", plain)
    plain = re.sub(r"\*\*|__|`|^>\s*", "", plain)
    plain = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(plain.split())).strip(" *_")
    if not re.search(r"\w", plain):
        return None
    unknown = sum(not KEY.search(mark) for mark in marks)
    return Written(plain, tuple(dict.fromkeys(KEY.findall(piece))), unknown, kind, line)
