"""A PDF file -> JSON of its pages, in a process of its own that may fail, hang or be killed.

`python -m ingest.pdf_child FILE LIMITS` writes one JSON object to stdout: either `title` and
`parts` (see `ingest.pdf_outline.Part`), or `problem` and `detail`.
"""

from __future__ import annotations

import json
import logging
import math
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.pdf_layout import paragraphs, words_of
from ingest.pdf_lines import Fragment, TextLine, page_lines
from ingest.pdf_outline import Part, cut_page, outline_paths
from ingest.pdf_running import without_running_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["Limits", "Problem", "main", "read"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost."""

    seconds: int = 60  # wall clock and processor time
    memory: int = 1 * 2**30  # bytes of address space, where the system can limit it
    pages: int = 2_000
    characters: int = 10_000_000  # of extracted text
    size: int = 50 * 2**20  # bytes of the file


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
    outline = outline_paths(reader, title)
    parts: list[Part] = []
    for number, lines in enumerate(pages, start=1):
        before = parts[-1].path if parts else ()
        parts += cut_page(number, paragraphs(lines, vocabulary), outline.get(number, []), before)
    return {"title": title, "parts": [asdict(part) for part in parts]}


def _open(path: Path) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(path, strict=False)
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


if __name__ == "__main__":
    main(sys.argv[1:])
