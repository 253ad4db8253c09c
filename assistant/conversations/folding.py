"""A text -> the same in one spelling, and back from a place in it to the place in the original."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

__all__ = ["Folded", "fold_with_places"]

_ACCENTS = range(0x300, 0x370)  # combining diacritical marks; marks of other scripts are letters' parts


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where each of its characters came from."""

    text: str  # case folded, compatibility forms resolved, accents dropped
    places: tuple[int, ...]  # for each character of `text`, the index of its origin
    length: int  # of the original

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of `text` -> the stretch of the original, marks behind its last letter included."""
        last = self.places[end] if end < len(self.places) else self.length
        return self.places[start], max(self.places[end - 1] + 1, last) if start < end else self.places[start]


def fold_with_places(text: str) -> Folded:
    """Any text, folded; "Ｍaría" and "MARIÁ" become "maria"."""
    if text.isascii():
        return Folded(text.lower(), tuple(range(len(text))), len(text))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for folded in _fold(character):
            characters.append(folded)
            places.append(place)
    return Folded("".join(characters), tuple(places), len(text))


def _fold(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.casefold())
    kept = "".join(part for part in plain if ord(part) not in _ACCENTS)
    return unicodedata.normalize("NFKD", kept.casefold())
