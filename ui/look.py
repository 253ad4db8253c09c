"""How a visitor wants the page: language, theme, size of text, and their state; remembered in a cookie.

The cookie holds four short words of ours, such as `es.dark.large.OH`, and nothing about who somebody is.
A word that is not one of ours counts as not said.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import astuple, dataclass
from typing import Literal, TypeVar, get_args

from assistant.answering.places import JURISDICTIONS

__all__ = ["COOKIE", "LANGUAGES", "SIZES", "THEMES", "Language", "Look", "Size", "Theme", "look_from_text"]

Language = Literal["en", "es"]
Theme = Literal["system", "light", "dark"]
Size = Literal["normal", "large", "larger"]

_Word = TypeVar("_Word", bound=str)

COOKIE = "techpath_look"
LANGUAGES: tuple[Language, ...] = get_args(Language)
THEMES: tuple[Theme, ...] = get_args(Theme)
SIZES: tuple[Size, ...] = get_args(Size)


@dataclass(frozen=True, slots=True)
class Look:
    """What was chosen; "" where nothing was."""

    language: Language | Literal[""] = ""  # "" follows the browser
    theme: Theme = "system"
    size: Size = "normal"
    state: str = ""  # two letters

    def __str__(self) -> str:
        """As the cookie holds it."""
        return ".".join(astuple(self))


def look_from_text(text: str) -> Look:
    """What a cookie or an address says; what is none of our words is left out."""
    language, theme, size, state = (*text.split("."), "", "", "", "")[:4]
    return Look(
        language=_one_of(LANGUAGES, language) or "",
        theme=_one_of(THEMES, theme) or "system",
        size=_one_of(SIZES, size) or "normal",
        state=_one_of(JURISDICTIONS, state) or "",
    )


def _one_of(words: Collection[_Word], said: str) -> _Word | None:
    return next((word for word in words if word == said), None)
