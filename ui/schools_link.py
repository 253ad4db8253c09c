"""The parameters of an address <-> a search for schools. Pure; no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.guidance.schools import FARTHEST, MILES
from ui.wording_schools import SchoolWords

__all__ = ["LONGEST", "Search", "read_link", "write_link"]

LONGEST = 80  # characters of a place; more is no place


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    near: str  # as typed; "" for nothing yet
    miles: int  # 1 to FARTHEST
    notes: tuple[str, ...] = ()  # what of an address could not be used, in words


def read_link(parameters: Mapping[str, str]) -> Search:
    """`near=43215&miles=50` -> the search; miles that are no number in range are replaced with a note."""
    near = " ".join(parameters.get("near", "").split())[:LONGEST]
    asked = parameters.get("miles", "").strip()
    if not asked:
        return Search(near, MILES)
    if asked.isascii() and asked.isdecimal() and len(asked) < 5 and 1 <= int(asked) <= FARTHEST:
        return Search(near, int(asked))
    note = SchoolWords.BAD_MILES.format(asked=asked[:LONGEST], most=FARTHEST, miles=MILES)
    return Search(near, MILES, (note,))


def write_link(near: str, miles: int) -> dict[str, str]:
    """A search -> the parameters that read back as it."""
    return {"near": near, "miles": str(miles)} if near else {}
