"""A PDF's outline and the paragraphs of its pages -> parts that stand under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.pdf_layout import Paragraph

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["Part", "cut_page", "outline_paths"]

_NUMBER = re.compile(r"^[\d.]+\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page under one outline entry."""

    page: int  # 1-based
    path: tuple[str, ...]  # outline titles from the outermost; empty without an outline
    paragraphs: tuple[Paragraph, ...]


def outline_paths(reader: PdfReader, title: str) -> dict[int, list[tuple[str, ...]]]:
    """Page (1-based) -> the outline paths that begin on it, in order; {} when it is damaged."""
    found: dict[int, list[tuple[str, ...]]] = {}
    try:
        for path, page in _entries(reader, reader.outline, ()):
            inner = path[1:] if path[0] == title and len(path) > 1 else path
            found.setdefault(page, []).append(inner)
    except MemoryError:
        raise
    except Exception:  # the text is good without it
        return {}
    return found


def _entries(reader: PdfReader, level: Any, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    path = above
    for item in level:
        if isinstance(item, list):
            yield from _entries(reader, item, path)
            continue
        path = (*above, " ".join(str(item.title).split()))
        number = reader.get_destination_page_number(item)
        if number is not None:
            yield path, number + 1


def cut_page(
    page: int, found: list[Paragraph], begins: list[tuple[str, ...]], before: tuple[str, ...]
) -> Iterator[Part]:
    """Cut a page where an outline title stands as a paragraph; the first one may be unseen."""
    titles = {_folded(path[-1]): path for path in begins if path}
    seen = {_folded(paragraph.prefix + paragraph.text) for paragraph in found}
    unseen = [path for name, path in titles.items() if name not in seen]
    path, run = unseen[-1] if unseen else before, list[Paragraph]()
    for paragraph in found:
        begun = titles.get(_folded(paragraph.prefix + paragraph.text))
        if begun is None:
            run.append(paragraph)
            continue
        yield Part(page, path, tuple(run))
        path, run = begun, []
    yield Part(page, path, tuple(run))


def _folded(text: str) -> str:
    """A title without its number, spaces and marks, which outlines often leave out."""
    return "".join(char for char in _NUMBER.sub("", text.casefold()) if char.isalnum())
