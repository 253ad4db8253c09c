"""Every word of the settings that each visitor has for the page, and of what only a screen reader hears."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = ["LANGUAGE_NAMES", "SIZE_NAMES", "THEME_NAMES", "SettingsWords"]


class SettingsWords(Words):
    """The fixed sentences and labels, one name each."""

    OPEN = "Settings"
    LANGUAGE = "Language / Idioma"  # in both, for whoever reads only one
    THEME = "Colors"
    SIZE = "Size of text"
    STATE = "Your state"
    STATE_HELP = "Pages and new conversations start with it."
    NO_STATE = "Not said"
    REMEMBERED = "This browser remembers it."
    ANSWERS_ARE_ENGLISH = ""  # said where the page is in another language

    # For screen readers.
    ANSWER_READY = "The answer is below your question. Number of its sources: {count}."


# Language -> its name, the same in each.
LANGUAGE_NAMES: Mapping[str, str] = Spoken(__name__, "LANGUAGE_NAMES") | {"en": "English", "es": "Español"}

# Theme -> its name.
THEME_NAMES: Mapping[str, str] = Spoken(__name__, "THEME_NAMES") | {
    "system": "As my device",
    "light": "Light",
    "dark": "Dark",
}

# Size of text -> its name.
SIZE_NAMES: Mapping[str, str] = Spoken(__name__, "SIZE_NAMES") | {
    "normal": "Normal",
    "large": "Large",
    "larger": "Larger",
}
