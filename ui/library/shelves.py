"""A document's id -> the shelf that it stands on, and for whom a shelf is.

The index keeps no audience of a document, so that readers are told by the shelf.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.retrieval.retriever import HANDBOOK

__all__ = ["READERS", "SHELVES", "shelf_of"]

_OWN = "documents"  # what somebody added to the knowledge that comes with TechPath

# Kind of record -> the shelf that its guides stand on too.
_RECORDS: Mapping[str, str] = {
    "jurisdiction": "states",
    "credential": "certification",
    "specialty": "specialties",
    "setting": "settings",
    "education": "becoming",
    "programs": "schools",
    "ce_provider": "renewal",
    "organization": "organizations",
    "occupation": "pay",
    "wages": "pay",
}

# In the order of a career, with what serves everybody at the end.
SHELVES = (
    "becoming", "states", "schools", "certification", "renewal", "scope", "settings", "specialties",
    "moving-up", "moving-states", "pay", "organizations", "counselors", HANDBOOK, _OWN,
)  # fmt: skip

# Reader -> the shelves that are for them, in the order in which they need them.
READERS: Mapping[str, tuple[str, ...]] = {
    "student": (
        "becoming", "states", "schools", "certification", "scope", "settings", "pay", "specialties", HANDBOOK,
        _OWN,
    ),
    "technician": (
        "renewal", "states", "specialties", "moving-up", "certification", "moving-states", "settings", "pay",
        "scope", "organizations", HANDBOOK, _OWN,
    ),
    "counselor": (
        "counselors", "becoming", "states", "schools", "certification", "pay", "organizations", HANDBOOK,
        _OWN,
    ),
}  # fmt: skip


def shelf_of(document: str) -> str:
    """The shelf of a document: one of SHELVES."""
    if document == HANDBOOK:
        return HANDBOOK
    area, _, rest = document.partition("/")
    part = rest.partition("/")[0]
    if area == "guides" and part in SHELVES:
        return part
    return _RECORDS.get(part, _OWN) if area == "records" else _OWN
