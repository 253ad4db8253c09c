"""The parameters of an address <-> what the library is to show. Pure; no Streamlit.

(nothing)                     the shelves
?q=…&topic=…&state=OH&for=…   what is found or chosen, with &page=2
?state=OH                     a state's card
?doc=ID                       a document; &at=HEADING brings that heading to the top
?doc=handbook&page=12         one page of it
?view=changes                 what changed lately
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.guidance.compare import find_thing
from assistant.guidance.shelf import Shelf
from assistant.text import fold
from assistant.types import Citation
from ui.library.catalog import Catalog
from ui.library.shelves import READERS
from ui.wording_library import LibraryWords

__all__ = [
    "LONGEST",
    "View",
    "Wanted",
    "anchor_of",
    "citation_link",
    "document_link",
    "read_link",
    "write_link",
]

LONGEST = 200  # characters of a search
_MOST_PAGES = 9_999
_CHANGES = "changes"

View = Literal["shelves", "list", "document", "state", "changes"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown."""

    document: str = ""  # id; "" for none
    changes: bool = False
    search: str = ""
    topic: str = ""  # one of the catalog's topics
    state: str = ""  # two-letter code
    reader: str = ""  # one of READERS
    page: int = 1  # of a list or of a PDF, from 1
    heading: str = ""  # the anchor of the heading to begin at
    notes: tuple[str, ...] = ()  # what of an address could not be used, in words

    @property
    def view(self) -> View:
        """Which of the library's pages this is."""
        if self.document:
            return "document"
        if self.changes:
            return "changes"
        if self.search or self.topic or self.reader:
            return "list"
        return "state" if self.state else "shelves"


def read_link(parameters: Mapping[str, str], catalog: Catalog, shelf: Shelf) -> Wanted:
    """The parameters of an address -> what they name; what makes no sense is left out with a note."""
    given = {name: " ".join(text.split()) for name, text in parameters.items()}
    asked = {name: given.get(name, "") for name in ("doc", "topic", "state", "for")}
    state = find_thing(shelf, "state", asked["state"]) or ""
    known = {
        "doc": asked["doc"] in catalog.entries,
        "topic": asked["topic"] in catalog.topics or any(catalog.chosen(asked["topic"])),
        "state": bool(state),
        "for": asked["for"] in READERS,
    }
    notes = [
        LibraryWords.UNUSED[name].format(asked=text[:LONGEST])
        for name, text in asked.items()
        if text and not known[name]
    ]
    return Wanted(
        document=asked["doc"] if known["doc"] else "",
        changes=given.get("view") == _CHANGES,
        search=given.get("q", "")[:LONGEST],
        topic=asked["topic"] if known["topic"] else "",
        state=state,
        reader=asked["for"] if known["for"] else "",
        page=_page(given.get("page", "")),
        heading=anchor_of(given.get("at", "")) if "at" in given else "",
        notes=tuple(notes),
    )


def write_link(wanted: Wanted) -> dict[str, str]:
    """What is to be shown -> the parameters that read back as it."""
    page = {"page": str(wanted.page)} if wanted.page > 1 else {}
    if wanted.document:
        return {"doc": wanted.document, **page, **({"at": wanted.heading} if wanted.heading else {})}
    if wanted.changes:
        return {"view": _CHANGES}
    named = {"q": wanted.search, "topic": wanted.topic, "state": wanted.state, "for": wanted.reader}
    return {**{name: text for name, text in named.items() if text}, **page}


def document_link(document: str, page: int | None = None, heading: str = "") -> dict[str, str]:
    """The parameters that open a document, for a link from any page.

    Args:
        document: its id.
        page: of a PDF, from 1.
        heading: the section's heading as the index holds it.
    """
    return write_link(Wanted(document=document, page=page or 1, heading=anchor_of(heading)))


def citation_link(citation: Citation) -> dict[str, str]:
    """The parameters that open what an answer cites: a PDF at its page, any other document at its heading."""
    return document_link(citation.document, citation.page, "" if citation.page else citation.section)


def anchor_of(heading: str) -> str:
    """A heading as the id of its element: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(heading)).strip("-")[:80]


def _page(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) < 5:
        return min(max(int(text), 1), _MOST_PAGES)
    return 1
