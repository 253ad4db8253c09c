"""The parameters of an address <-> what the page "Compare" is to show. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.guidance.compare import KINDS, find_thing
from assistant.guidance.comparison import MOST
from assistant.guidance.shelf import Shelf
from ui.wording_compare import CompareWords

__all__ = ["Chosen", "read_link", "write_link"]

_SLOTS = ("a", "b", "c", "d")
_FIRST = "state"  # what people compare most


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be compared."""

    kind: str  # one of KINDS
    ids: tuple[str, ...]  # at most MOST, each once
    notes: tuple[str, ...] = ()  # what of an address could not be used, in words


def read_link(parameters: Mapping[str, str], shelf: Shelf) -> Chosen:
    """`kind=state&a=TX&b=CO` -> what it names; what makes no sense is left out with a note."""
    asked = parameters.get("kind", _FIRST)
    if asked not in KINDS:
        return Chosen(_FIRST, (), (CompareWords.BAD_KIND.format(asked=asked),))
    named = [parameters[slot] for slot in _SLOTS if parameters.get(slot, "").strip()]
    found = {name: find_thing(shelf, asked, name) for name in named}
    notes = [CompareWords.BAD_THING.format(asked=name) for name, id in found.items() if id is None]
    ids = tuple(dict.fromkeys(id for id in found.values() if id is not None))
    return Chosen(asked, ids[:MOST], tuple(notes))


def write_link(kind: str, ids: Sequence[str]) -> dict[str, str]:
    """What is chosen -> the parameters that read back as it; nothing chosen leaves the kind alone."""
    return {"kind": kind, **dict(zip(_SLOTS, ids, strict=False))}
