"""The lines of all pages -> each page's paragraphs and bullets, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

from ingest.pdf_lines import TextLine

__all__ = ["Paragraph", "paragraphs", "without_running_lines", "words_of"]

_OUTER = 3  # lines at the top and at the foot of a page that may be running heads or feet
_SAME_HEIGHT = 3.0  # points
_REPEATS = 3  # pages that must carry the same line before it counts as running
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[-–—\s]*[ivxlc]+[-–—\s]*")
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


def without_running_lines(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Leave out what stands at the same height on three pages with the same words.

    Figures count as equal, so page numbers go too. Of two pages, both must carry the line.
    """
    needed = min(_REPEATS, max(2, len(pages)))
    outer = [_outer_lines(page) for page in pages]
    counts = Counter(key for lines in outer for key in {k for line in lines for k in _keys(line)})
    return [
        [line for line in page if line not in edge or not _is_running(line, counts, needed)]
        for page, edge in zip(pages, outer, strict=True)
    ]


def _outer_lines(page: Sequence[TextLine]) -> set[TextLine]:
    heights = sorted({line.y for line in page})
    outer = {*heights[:_OUTER], *heights[-_OUTER:]}
    return {line for line in page if line.y in outer}


def _keys(line: TextLine) -> set[tuple[str, int]]:
    """Its words without figures, at two heights, so that both sides of a rounding edge meet."""
    words = line.text.casefold()
    words = "#" if _ROMAN.fullmatch(words) else " ".join(_DIGITS.sub("#", words).split())
    step = int(line.y // _SAME_HEIGHT)
    return {(words, step), (words, step + 1)}


def _is_running(line: TextLine, counts: Counter[tuple[str, int]], needed: int) -> bool:
    return any(counts[key] >= needed for key in _keys(line))


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
    leading = _leading(every)
    block: list[TextLine] = []
    step = 0  # number of the last step
    for line in every:
        number = int(match.group(1)) if (match := _STEP.match(line.text)) else None
        counts_on = number is not None and number in (1, step + 1)
        if block and (counts_on or _begins(line, block, leading, _right_edge(block[-1], every))):
            yield block
            block = []
        step = number if counts_on and number else step
        block.append(line)
    if block:
        yield block


def _leading(lines: Sequence[TextLine]) -> float:
    """The usual distance between two baselines, in units of the upper line's size."""
    steps = [
        (upper.y - lower.y) / upper.size
        for upper, lower in zip(lines, lines[1:], strict=False)
        if upper.size and 0.5 < (upper.y - lower.y) / upper.size < 2.5
    ]
    return median(steps) if steps else 1.2


def _right_edge(line: TextLine, lines: Iterable[TextLine]) -> float:
    """Where the longest line ends that begins at about the same place, in points."""
    return max(other.right for other in lines if abs(other.x - line.x) < 60)


def _begins(line: TextLine, block: Sequence[TextLine], leading: float, edge: float) -> bool:
    """Whether a line begins a new paragraph rather than going on with the block."""
    last, drop = block[-1], block[-1].y - line.y
    ended = bool(_SENTENCE_END.search(last.text))
    fresh = ended or not line.text[:1].islower()
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
