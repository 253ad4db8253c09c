"""Fragments of text at places on a page -> the page's lines in reading order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

__all__ = ["Fragment", "TextLine", "clean", "page_lines"]

_EM = 0.5  # average width of a character in units of its size; pypdf reports no widths
_WIDE_GAP = 4  # in units of the size
_COLUMN_ROWS = 4  # rows that must share a second column's left edge before it counts as one
_SAME_PLACE = 2.0  # points; positions closer than this are the same
_LIGATURE = re.compile(r"[\ufb00-\ufb06\u00a0\u2000-\u200a\u202f]")
_SYMBOL_BULLET = re.compile(r"[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\u25cf\u25aa\u25e6\u2023]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff\ud800-\udfff\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of text as it was drawn; a line break in `text` ends a line."""

    text: str
    x: float  # points from the left
    y: float  # points from the bottom
    size: float  # points, the font's size as seen


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as a reader sees it."""

    text: str
    x: float  # points from the left
    y: float  # points from the bottom
    size: float  # points, of its longest fragment
    parts: tuple[str, ...] = ()  # its text where wide gaps part it, as in "Title ... page"

    @property
    def right(self) -> float:
        """Roughly where it ends, in points from the left."""
        return self.x + len(self.text) * self.size * _EM


def clean(text: str) -> str:
    """Ligatures and odd spaces resolved, symbol-font bullets named, unseen characters dropped."""
    text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return _UNSEEN.sub("", _SYMBOL_BULLET.sub("•", text))


def page_lines(fragments: Iterable[Fragment]) -> list[TextLine]:
    """The lines in the order of drawing, which is the order of reading in nearly every file.

    Only where two columns were drawn row by row, the left one is put before the right one.
    """
    rows = [row for row in _rows(fragments) if row]
    edge = _column_edge(rows)
    if edge is None:
        return [_joined(row) for row in rows]
    lines: list[TextLine] = []
    for crosses, run in groupby(rows, key=lambda row: _crosses(row, edge)):
        if crosses:
            lines += [_joined(row) for row in run]
            continue
        sides = [([f for f in row if f.x < edge], [f for f in row if f.x >= edge]) for row in run]
        lines += [_joined(left) for left, _ in sides if left]
        lines += [_joined(right) for _, right in sides if right]
    return lines


def _rows(fragments: Iterable[Fragment]) -> Iterator[list[Fragment]]:
    row: list[Fragment] = []
    for fragment in fragments:
        for number, text in enumerate(fragment.text.split("\n")):
            if number:
                yield row
                row = []
            if text.strip():
                row.append(Fragment(clean(text), fragment.x, fragment.y, fragment.size))
    yield row


def _joined(row: Sequence[Fragment]) -> TextLine:
    main = max(row, key=lambda fragment: len(fragment.text))  # a bullet may have its own size
    text = " ".join("".join(fragment.text for fragment in row).split())
    return TextLine(text, row[0].x, main.y, main.size, tuple(_parts(row)))


def _parts(row: Sequence[Fragment]) -> Iterator[str]:
    part, end = "", row[0].x
    for fragment in row:
        if part and fragment.x - end > _WIDE_GAP * fragment.size:
            yield part.strip()
            part = ""
        part += fragment.text
        end = fragment.x + len(fragment.text) * fragment.size * _EM
    yield part.strip()


def _column_edge(rows: Sequence[Sequence[Fragment]]) -> float | None:
    """The left edge of a second column of prose that was drawn row by row, if there is one."""
    starts = Counter(
        round(fragment.x)
        for row in rows
        for before, fragment in pairwise(row)
        if fragment.x - before.x > 100 and len(fragment.text.split()) >= 3 <= len(before.text.split())
    )
    if not starts:
        return None
    place, count = starts.most_common(1)[0]
    two_sided = count >= _COLUMN_ROWS and count >= len(rows) / 3
    return place - _SAME_PLACE if two_sided else None


def _crosses(row: Sequence[Fragment], edge: float) -> bool:
    """Whether a row runs over the gap between the columns, as a heading does."""
    return not any(f.x >= edge for f in row) and _joined(row).right > edge + 4 * row[0].size
