"""A PDF file -> JSON of its pages, in a process of its own that may fail, hang or be killed.

`python -m ingest.pdf_child FILE LIMITS` writes one JSON object to stdout: either `title` and
`parts` (see `Part`), or `problem` and `detail`.
"""

from __future__ import annotations

import json
import logging
import math
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.pdf_layout import Paragraph, paragraphs, without_running_lines, words_of
from ingest.pdf_lines import Fragment, TextLine, page_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["Limits", "Part", "Problem", "main", "read"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost."""

    seconds: int = 60  # wall clock and processor time
    memory: int = 1 * 2**30  # bytes of address space, where the system can limit it
    pages: int = 2_000
    characters: int = 10_000_000  # of extracted text
    size: int = 50 * 2**20  # bytes of the file


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page under one outline entry."""

    page: int  # 1-based
    path: tuple[str, ...]  # outline titles from the outermost; empty without an outline
    paragraphs: tuple[Paragraph, ...]


class Problem(Exception):
    """A reason from `ingest.pdf` why a file cannot be read, with a detail."""

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(name)
        self.name, self.detail = name, detail


def main(arguments: list[str]) -> None:
    """Read the file named first, within the limits given second, and print the result."""
    logging.disable()  # pypdf reports each oddity of a damaged file
    path, limits = Path(arguments[0]), Limits(**json.loads(arguments[1]))
    _limit_process(limits)
    try:
        result = read(path, limits)
    except Problem as problem:
        result = {"problem": problem.name, "detail": problem.detail}
    except MemoryError:
        result = {"problem": "memory", "detail": ""}
    except Exception as error:  # damaged files raise AssertionError, TypeError, RecursionError ...
        detail = " ".join(f"{type(error).__name__}: {error}".split())
        result = {"problem": "broken", "detail": detail[:200]}
    sys.stdout.buffer.write(json.dumps(result).encode("ascii"))


def _limit_process(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows; the parent's clock still holds
        return
    for what, amount in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds + 1),  # ends the process if the parent is gone
    ):
        try:
            resource.setrlimit(what, (amount, amount))
        except (OSError, ValueError):  # macOS refuses RLIMIT_AS
            continue


def read(path: Path, limits: Limits) -> dict[str, Any]:
    """The title and parts of a PDF as JSON-ready values; Problem when there is nothing to read."""
    reader = _open(path)
    if len(reader.pages) > limits.pages:
        raise Problem("pages", str(len(reader.pages)))
    pages: list[list[TextLine]] = []
    left = limits.characters
    for page in reader.pages:
        pages.append(page_lines(_fragments(page, left)))
        left -= sum(len(line.text) for line in pages[-1])
    _check_readable(pages)
    title = _title(reader, pages)
    pages = without_running_lines(pages)
    vocabulary = frozenset(words_of([line for page in pages for line in page]))
    outline = _outline(reader, title)
    parts: list[Part] = []
    for number, lines in enumerate(pages, start=1):
        before = parts[-1].path if parts else ()
        parts += _parts(number, paragraphs(lines, vocabulary), outline.get(number, []), before)
    return {"title": title, "parts": [asdict(part) for part in parts]}


def _open(path: Path) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(path, strict=False)
    try:
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise Problem("password")
    except DependencyError as error:
        raise Problem("cipher") from error
    return reader


def _fragments(page: PageObject, most: int) -> list[Fragment]:
    """The page's runs of text in the order of drawing, at their places."""
    found: list[Fragment] = []
    total = 0

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        nonlocal total
        total += len(text)
        if total > most:
            raise Problem("text")
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        if text:
            found.append(Fragment(text, x, y, abs(size) * scale))

    page.extract_text(visitor_text=visit)
    return found


def _check_readable(pages: list[list[TextLine]]) -> None:
    text = "".join(line.text for lines in pages for line in lines)
    letters = sum(char.isalnum() for char in text)
    if not letters:
        raise Problem("no_text", str(len(pages)))
    if text.count("\ufffd") > letters / 4:
        raise Problem("garbled")


def _title(reader: PdfReader, pages: list[list[TextLine]]) -> str:
    """The title in the metadata, or the largest line of the first page that has text."""
    try:
        given = " ".join(str((reader.metadata and reader.metadata.title) or "").split())
    except (AttributeError, KeyError, TypeError, ValueError):  # damaged metadata
        given = ""
    lowered = given.lower()
    is_file_name = lowered.startswith("microsoft ") or lowered.endswith((".doc", ".docx", ".pdf"))
    if given and not is_file_name and not lowered.startswith("untitled"):
        return given[:200]
    lines = next(lines for lines in pages if lines)
    return max(lines[:20], key=lambda line: line.size).text[:200]


def _outline(reader: PdfReader, title: str) -> dict[int, list[tuple[str, ...]]]:
    """Page (1-based) -> the outline paths that begin on it, in order; {} when it is damaged."""
    found: dict[int, list[tuple[str, ...]]] = {}
    try:
        for path, page in _entries(reader, reader.outline, ()):
            named = tuple(name for name in path if name != title)
            found.setdefault(page, []).append(named)
    except MemoryError:
        raise
    except Exception:  # the text is good without it
        return {}
    return found


def _entries(
    reader: PdfReader, level: Any, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], int]]:
    path = above
    for item in level:
        if isinstance(item, list):
            yield from _entries(reader, item, path)
            continue
        path = (*above, " ".join(str(item.title).split()))
        number = reader.get_destination_page_number(item)
        if number is not None:
            yield path, number + 1


def _parts(
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
    return "".join(char for char in text.casefold() if char.isalnum())


if __name__ == "__main__":
    main(sys.argv[1:])
