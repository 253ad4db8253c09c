"""ui/wording_compare.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["EXAMPLES", "KIND_NAMES", "PAY_GROUPS", "PICKERS", "VIEWS", "CompareWords", "PayWords"]


class CompareWords:
    """The fixed sentences and labels."""

    TITLE = "Comparar"
    INTRO = "Pon de dos a cuatro cosas lado a lado. Lo distinto va primero y cada celda muestra su fuente."
    VIEW = "Qué mostrar"
    KIND = "¿Qué quieres comparar?"
    PICK_HINT = "Elige de dos a cuatro."
    TOO_FEW = "Elige al menos dos para verlas lado a lado."
    EXAMPLES = "O empieza con una de estas:"
    DIFFERING = "Ocultar las filas iguales"
    FULL = "Mostrar la frase detrás de cada dato"
    LINK = "La dirección de esta página ya guarda tu elección. Cópiala para pasarla a otros."

    BAD_KIND = "La dirección pedía comparar «{asked}». Esta página no puede comparar eso."
    BAD_THING = "La dirección nombraba «{asked}», que aquí no se conoce, así que se dejó fuera."
    TOO_MANY = "La dirección nombraba más de cuatro. Se muestran las primeras cuatro."

    ABOUT = "En breve"
    WHO_DECIDES = "Quién decide"
    UNKNOWN = "{labels}. Pregunta a {whom}."
    NOTHING = "No se sabe nada que se pueda comparar."


VIEWS: Mapping[str, str] = {"table": "Lado a lado", "pay": "Sueldo"}

KIND_NAMES: Mapping[str, str] = {
    "state": "Estados y territorios",
    "credential": "Credenciales y certificados",
    "exam": "Exámenes",
    "setting": "Lugares de trabajo",
    "specialty": "Especialidades",
    "education": "Formas de estudiar",
    "wages": "Años de sueldos",
}

PICKERS: Mapping[str, str] = {
    "state": "¿Qué estados?",
    "credential": "¿Qué credenciales?",
    "exam": "¿Qué exámenes?",
    "setting": "¿Qué lugares de trabajo?",
    "specialty": "¿Qué especialidades?",
    "education": "¿Qué formas de estudiar?",
    "wages": "¿Qué años?",
}

EXAMPLES: Mapping[str, str] = {
    "state": "Texas, California, Nueva York",
    "exam": "PTCE o ExCPT",
    "setting": "Hospital o farmacia comercial",
    "specialty": "Estéril, nuclear, informática",
    "education": "Escuela o formación en el empleo",
}


class PayWords:
    """The words around the pictures of pay."""

    WHICH = "¿El sueldo de quién?"
    OLD = (
        "Es una encuesta antigua. Los sueldos han subido desde entonces; no tomes estas cifras por las de "
        "hoy."
    )
    AS_TEXT = "Las mismas cifras como texto, con sus fuentes"
    ALT = (
        "Gráfico de barras: {title}, {count} barras, de {lowest} a {highest}. Las cifras están abajo como "
        "texto."
    )
    UNKNOWN_STATES = "Aquí no se conoce ninguna cifra de {states}. BLS tiene las actuales en bls.gov/oes."
    US_MEAN = "La línea discontinua marca el promedio de todo el país en la misma encuesta. {mean}"
    HOW_TO_READ = "Cómo leer estas cifras"
    YOURS = "Técnicos de farmacia"
    MAY = ", mayo de {year}"
    TITLE: Mapping[str, str] = {
        "national": "Lo que ganan los técnicos de farmacia en EE. UU., USD al año",
        "by_industry": "Por tipo de empleador: {measure}, mayo de {year}, USD al año",
        "by_state": "Por estado: {measure}, mayo de {year}, USD al año",
        "adjacent": "Trabajos cercanos: mediana, mayo de {year}, USD al año",
    }


PAY_GROUPS: Mapping[str, tuple[str, str]] = {
    "national": ("Todos los técnicos", "Cómo se reparten los sueldos entre todos los técnicos de EE. UU."),
    "by_industry": (
        "Por tipo de empleador",
        "Promedio y mediana son medidas distintas: compara lo igual con lo igual.",
    ),
    "by_state": (
        "Por estado",
        "Solo se conocen algunos estados, y de años distintos. Compara un estado con el promedio de EE. UU. "
        "de su año.",
    ),
    "adjacent": (
        "Trabajos cercanos",
        "Varios de estos trabajos piden un título o una licencia. Se muestra el punto medio de cada uno.",
    ),
}
