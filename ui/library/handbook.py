"""The handbook's PDF file -> pictures of its pages, for a page that any phone can show.

A browser's own reader would do on a desktop. On phones it shows one page, or nothing, inside of another
page, and Streamlit's PDF element cannot open at a given page.
"""

from __future__ import annotations

import io
import threading
from functools import lru_cache
from pathlib import Path

from assistant.errors import DocumentError
from assistant.retrieval.retriever import HANDBOOK
from assistant.settings import Settings
from assistant.text import terms

__all__ = ["DOWNLOAD", "FILE", "Handbook", "open_handbook"]

# The address of the file, beside that of the page; with ?DOWNLOAD the browser keeps it instead of opening it.
FILE, DOWNLOAD = "handbook.pdf", "download"


_SCALE = (
    2.0  # pixels for each point (1/72 inch): sharp in a column of half a screen, and on a phone when zoomed
)
_GREYS = 16  # shades of grey are enough for print, and halve the file
_PICTURES = 32  # kept, some 60 KB each
_LIKENESS = 0.9  # share of a page's terms that must be in the index's text of it


class Handbook:
    """One PDF file, read whole, so that a new one may take its place meanwhile. Safe between threads."""

    def __init__(self, path: Path) -> None:
        """Open it; DocumentError when it is no PDF."""
        import pypdfium2

        self.path = path
        self._lock = threading.Lock()  # PDFium is not made for several threads
        try:
            self._document = pypdfium2.PdfDocument(path.read_bytes())
        except pypdfium2.PdfiumError as error:
            raise DocumentError(f"{path} is no PDF that can be shown: {error}. Run: make handbook") from error
        self.pages = len(self._document)
        self.edition = f"{path.stat().st_mtime_ns:x}"  # changes with the file, for addresses of pictures
        self.picture = lru_cache(maxsize=_PICTURES)(self._picture)

    def _picture(self, page: int) -> bytes:
        """A page as a PNG in greys; the first one is 1."""
        with self._lock:
            drawn = self._document[page - 1].render(scale=_SCALE, grayscale=True).to_pil()
        file = io.BytesIO()
        drawn.quantize(_GREYS).save(file, "PNG", optimize=True)
        return file.getvalue()

    def is_page(self, page: int, text: str) -> bool:
        """Whether a page says this text: the file may be newer than the index that names the page."""
        if not 1 <= page <= self.pages:
            return False
        with self._lock:
            printed = set(terms(self._document[page - 1].get_textpage().get_text_range()))
        told = set(terms(text))
        return len(told & printed) >= _LIKENESS * len(told)


def open_handbook(settings: Settings) -> Handbook | None:
    """The handbook of the bundled knowledge, opened once for each state of its file; None without one."""
    path = settings.knowledge / f"{HANDBOOK}.pdf"
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return _opened(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int, size: int) -> Handbook:
    return Handbook(path)
