"""The lines of all pages -> the same without running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.pdf_lines import TextLine

__all__ = ["without_running_lines"]

_OUTER = 3  # lines at the top and at the foot of a page that may be running heads or feet
_GAP = 1.6  # distance of baselines in units of the size, above which a line stands apart
_REPEATS = 3  # pages that must carry the same words before they count as running
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"^\d{1,5}\b|\b\d{1,5}$")
_ROMAN = re.compile(r"[-–—\s]*[ivxlc]+[-–—\s]*")


def without_running_lines(pages: Sequence[Sequence[TextLine]]) -> list[list[TextLine]]:
    """Leave out what stands apart at the head or foot of three pages and is the same there.

    The same are words without their figures, of the line or of one part of it ("Handbook ...
    Chapter 2"), and page numbers that count on. Of two pages, both must carry the line.
    """
    needed = min(_REPEATS, max(2, len(pages)))
    apart = [{line: _signs(line, number) for line in _lines_apart(page)} for number, page in enumerate(pages)]
    counts = Counter(sign for signs in apart for sign in set().union(*signs.values()))
    return [
        [line for line in page if all(counts[sign] < needed for sign in signs.get(line, ()))]
        for page, signs in zip(pages, apart, strict=True)
    ]


def _signs(line: TextLine, page: int) -> set[str]:
    """By what a line is known again on other pages."""
    signs = {_unnumbered(part) for part in line.parts}
    if number := _PAGE_NUMBER.search(line.text):
        signs.add(f"page + {int(number.group()) - page}")
    return signs


def _lines_apart(page: Sequence[TextLine]) -> set[TextLine]:
    """The few lines at the head and at the foot that a gap parts from the rest of the page."""
    down = sorted(page, key=lambda line: -line.y)
    return {*_first_block(down), *_first_block(down[::-1])}


def _first_block(lines: Sequence[TextLine]) -> list[TextLine]:
    for count, (line, following) in enumerate(pairwise(lines), start=1):
        if abs(line.y - following.y) > _GAP * max(line.size, following.size):
            return list(lines[:count])
        if count == _OUTER:
            break
    return []


def _unnumbered(text: str) -> str:
    """Words without the figures in them; a Roman page number is a figure."""
    words = text.casefold()
    return "#" if _ROMAN.fullmatch(words) else " ".join(_DIGITS.sub("#", words).split())
