"""The lines of a page -> its paragraphs, bullets and steps, with cut words mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from ingest.pdf_lines import TextLine

__all__ = ["Paragraph", "paragraphs", "words_of"]

_BULLET = re.compile(r"^(?:[•○■□◆➢✓✔·]\s*|[-–—*]\s+)")
_STEP = re.compile(r"^\(?(\d{1,2})[.)]\s+(?=\S)")
_LEADER = re.compile(r"(?:\s?[.…_]){5,}\s*")  # the dots between a title and its page number
_SENTENCE_END = re.compile(r"[.!?:][”\"’')]*$")
_HYPHEN = re.compile(r"(\w*[^\W\d_])([-\u2010\u00ad])$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+")
_WORD = re.compile(r"\w+(?:-\w+)*")
# First parts of words that keep their hyphen at a line's end.
_KEEPS_HYPHEN = frozenset(
    "all anti co cross ex full half high in long low mid multi near non off on one part post pre "
    "self short tech third three two up well".split()
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, bullet or numbered step put together from its lines."""

    kind: Literal["paragraph", "bullet", "step"]
    prefix: str  # "", "• " or "1. "
    text: str


def paragraphs(lines: Sequence[TextLine], vocabulary: frozenset[str]) -> list[Paragraph]:
    """One page's lines -> its paragraphs, with words mended that were cut at a line's end.

    Args:
        lines: in reading order.
        vocabulary: lower-case words of the whole file, which decide what a cut word was.
    """
    found: list[Paragraph] = []
    for block in _blocks(_with_lone_bullets_joined(lines)):
        start = _start(block[0].text)
        text = block[0].text[len(start.text) :]
        for line in block[1:]:
            text = _continued(text, line.text, vocabulary)
        text = _LEADER.sub(" ", text.replace("\u00ad", ""))
        found.append(replace(start, text=text.strip()))
    return [paragraph for paragraph in found if paragraph.text]


def words_of(lines: Sequence[TextLine]) -> set[str]:
    """The lower-case words within the lines; a line's last one is left out, as it may be cut."""
    return {word.casefold() for line in lines for word in _WORD.findall(line.text)[:-1]}


def _start(text: str) -> Paragraph:
    """How a block begins: its kind and prefix, with the mark as text."""
    if match := _BULLET.match(text):
        return Paragraph("bullet", "• ", match.group())
    if match := _STEP.match(text):
        return Paragraph("step", f"{match.group(1)}. ", match.group())
    return Paragraph("paragraph", "", "")


def _with_lone_bullets_joined(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """A bullet that was drawn as a line of its own goes before the next line."""
    lone: TextLine | None = None
    for line in lines:
        if lone is not None:
            line = replace(line, text=f"{lone.text} {line.text}", x=lone.x)
        lone = line if _BULLET.fullmatch(f"{line.text} ") else None
        if lone is None:
            yield line


def _blocks(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    every = list(lines)
    leadings = _leadings(every)
    block: list[TextLine] = []
    step = 0  # number of the last step
    for line in every:
        number = int(match.group(1)) if (match := _STEP.match(line.text)) else None
        counts_on = number is not None and number in (1, step + 1)
        leading = leadings.get(round(line.size), 1.2)
        if block and (counts_on or _begins(line, block, leading, _right_edge(block[-1], every))):
            yield block
            block = []
        step = number if counts_on and number else step
        block.append(line)
    if block:
        yield block


def _leadings(lines: Sequence[TextLine]) -> dict[int, float]:
    """Size -> the usual distance between two baselines within a paragraph, in units of the size.

    The lower quartile: on a page of headings and short items most distances are gaps.
    """
    steps: dict[int, list[float]] = {}
    for upper, lower in pairwise(lines):
        step = (upper.y - lower.y) / max(upper.size, 1.0)
        if round(upper.size) == round(lower.size) and 0.5 < step < 2.5:
            steps.setdefault(round(upper.size), []).append(step)
    return {size: sorted(found)[len(found) // 4] for size, found in steps.items()}


def _right_edge(line: TextLine, lines: Iterable[TextLine]) -> float:
    """Where the longest line ends that begins at about the same place, in points."""
    return max(other.right for other in lines if abs(other.x - line.x) < 60)


def _begins(line: TextLine, block: Sequence[TextLine], leading: float, edge: float) -> bool:
    """Whether a line begins a new paragraph rather than going on with the block."""
    last, drop = block[-1], block[-1].y - line.y
    ended = bool(_SENTENCE_END.search(last.text))
    fresh = ended or not (line.text[:1].islower() or last.text.endswith(("-", ",")))
    if _BULLET.match(line.text) or (_STEP.match(line.text) and ended) or _LEADER.search(last.text):
        return True
    if abs(line.size - last.size) > 0.12 * max(line.size, last.size):
        return True  # a heading, a caption, a note
    if drop < -last.size or drop > 6 * last.size:  # the next column
        return fresh
    if drop > 1.3 * leading * last.size:  # a gap
        return True
    if last.right - last.x < 0.72 * (edge - last.x):  # it ends early
        return fresh
    if _start(block[0].text).prefix:
        return fresh and line.x < block[0].x + 1  # back from the list's indentation
    return ended and drop > 1 and line.x > last.x + 0.8 * last.size  # an indented first line


def _continued(text: str, following: str, vocabulary: frozenset[str]) -> str:
    """Join a line to the text before it, and mend the word cut between them."""
    tail = text[-60:]
    cut = _HYPHEN.search(tail)
    rest = _FIRST_WORD.match(following)
    if not cut or not rest or not rest.group().islower():
        return f"{text} {following}"
    first, second = cut.group(1).casefold(), rest.group()
    hyphenated = cut.group(2) != "\u00ad" and _keeps_hyphen(first, second, vocabulary)
    return text[: cut.start(2) - len(tail)] + ("-" if hyphenated else "") + following


def _keeps_hyphen(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    if f"{first}{second}" in vocabulary:
        return False
    return f"{first}-{second}" in vocabulary or first in _KEEPS_HYPHEN
