"""ui/wording_schools.py in Spanish."""

from __future__ import annotations

__all__ = ["SchoolWords"]


class SchoolWords:
    """The fixed sentences and labels."""

    TITLE = "Encontrar un programa"
    INTRO = (
        "Escuelas que informan de un programa de técnico de farmacia a la encuesta federal. No vendemos nada "
        "ni pasamos tu búsqueda a nadie."
    )
    NEAR = "Código postal, ciudad o estado"
    NEAR_HINT = "43215, Columbus OH, u Ohio"
    MILES = "A cuántas millas"
    SEARCH = "Buscar"
    BAD_MILES = "La dirección pedía «{asked}» millas. Van de 1 a {most}, así que se usan {miles}."
    OTHERS = "¿Era otro lugar con ese nombre?"
    START = "Escribe dónde quieres estudiar. Un estado muestra su lista completa."

    AWARDS = "títulos dados ese año: {awards}"
    NO_AWARDS = "ningún título dado ese año"

    MAP_ALT = (
        "Mapa pequeño de {count} escuelas alrededor de {place}, el norte arriba, sin caminos. La más cercana "
        "es {nearest}. La lista tiene las mismas escuelas con sus distancias."
    )
    STATE_MAP_ALT = (
        "Mapa pequeño de {count} escuelas en {place}, el norte arriba, sin caminos. La lista tiene las "
        "mismas "
        "escuelas."
    )
    NORTH = "El norte está arriba."
    NORTH_AND_NUMBERS = "El norte está arriba; los números son los de la lista."
    MORE = "Las otras {count} escuelas"
    NUMBER = "Número"
    RING = "{miles} millas"
    SCHOOL = "Escuela"
    PLACE = "Lugar"
