"""A state as a model names it -> its two-letter code."""

from __future__ import annotations

from assistant.answering.places import find_places
from assistant.errors import WrongUseError

__all__ = ["code_of"]


def code_of(named: str) -> str:
    """The code of a name or code; WrongUseError, written for the model to read, when it is neither."""
    name = named.strip()
    places = find_places(name if len(name) > 2 else name.upper(), {}) or find_places(f"in {name.upper()}", {})
    if not places:
        raise WrongUseError(f"{name!r} is no US state or territory. Give its two-letter code.")
    return places[0].code
