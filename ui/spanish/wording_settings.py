"""ui/wording_settings.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LANGUAGE_NAMES", "SIZE_NAMES", "THEME_NAMES", "SettingsWords"]


class SettingsWords:
    """The fixed sentences and labels."""

    OPEN = "Ajustes"
    LANGUAGE = "Language / Idioma"
    THEME = "Colores"
    SIZE = "Tamaño del texto"
    STATE = "Tu estado"
    STATE_HELP = "Las páginas y las conversaciones nuevas empiezan con él."
    NO_STATE = "Sin decir"
    REMEMBERED = "Este navegador lo recuerda."
    ANSWERS_ARE_ENGLISH = "Las respuestas están en inglés, como sus fuentes. Pregunta también en inglés."

    ANSWER_READY = "La respuesta está debajo de tu pregunta. Cantidad de fuentes: {count}."


LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "es": "Español"}

THEME_NAMES: Mapping[str, str] = {
    "system": "Como mi dispositivo",
    "light": "Claros",
    "dark": "Oscuros",
}

SIZE_NAMES: Mapping[str, str] = {
    "normal": "Normal",
    "large": "Grande",
    "larger": "Más grande",
}
