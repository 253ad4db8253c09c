"""The parameters of an address <-> a move from one state to another. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.guidance.compare import find_thing
from assistant.guidance.shelf import Shelf
from ui.wording_moving import MoveWords

__all__ = ["ChosenMove", "read_link", "write_link"]


@dataclass(frozen=True, slots=True)
class ChosenMove:
    """Two states; None where none is chosen."""

    old: str | None
    new: str | None
    notes: tuple[str, ...] = ()  # what of an address could not be used, in words


def read_link(parameters: Mapping[str, str], shelf: Shelf) -> ChosenMove:
    """`from=TX&to=CO`, by code or name -> the move; what is no state is left out with a note."""
    asked = {name: parameters.get(name, "").strip() for name in ("from", "to")}
    found = {name: find_thing(shelf, "state", text) for name, text in asked.items()}
    notes = [
        MoveWords.BAD_STATE.format(asked=asked[name])
        for name, code in found.items()
        if asked[name] and code is None
    ]
    return ChosenMove(found["from"], found["to"], tuple(notes))


def write_link(old: str | None, new: str | None) -> dict[str, str]:
    """A move -> the parameters that read back as it."""
    return {name: code for name, code in (("from", old), ("to", new)) if code}
