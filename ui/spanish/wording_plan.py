"""ui/wording_plan.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["VIEWS", "PlanWords"]

VIEWS: Mapping[str, str] = {
    "steps": "Pasos",
    "timeline": "Calendario",
    "costs": "Costos",
    "ce": "Horas de CE",
    "files": "Llévatelo",
}


class PlanWords:
    """The fixed sentences and labels."""

    TITLE = "Mi plan"
    INTRO = (
        "Elige a dónde quieres llegar. Ves los pasos en orden, con fechas, costos y la fuente de cada regla."
    )
    GOAL = "¿Qué quieres hacer?"
    STATE = "Tu estado"
    NEW_STATE = "El estado al que vas"
    ORIGIN = "El estado que dejas"
    STAGE = "En qué punto estás"
    NOT_SAID = "Sin decir"
    ROUTE = "Cómo quieres aprender"
    START = "Cuándo empiezas"
    EXAM = "Examen nacional"
    NO_EXAM = "Lo que pida el estado"
    PATH = "Cómo calificas para el examen"
    AS_USUAL = "La forma usual"
    CREDENTIAL = "Certificación que tienes"
    EXPIRES = "Termina el"
    STATE_EXPIRES = "Tus papeles del estado terminan el"
    CE_DONE = "Horas de CE hechas en este ciclo"
    GENERAL, LAW, SAFETY, LIVE = "Generales", "Leyes", "Seguridad del paciente", "En vivo, de estas"
    MORE = "Más sobre ti"
    AGE = "Tu edad"
    HOURS = "Horas a la semana que trabajas mientras aprendes"
    RECORD = "Tengo una pregunta sobre antecedentes penales"
    RECORD_HELP = "Añade un paso cerca del inicio. Se queda en esta pestaña y nunca va en la dirección."
    VIEW = "Qué mostrar"

    BAD_VALUE = "La dirección decía «{name}={value}». Esta página no puede usar eso, así que se dejó fuera."

    FINISH = "Listo entre el {early} y el {late}"
    FINISH_ON = "Listo el {early}"
    DONE = "{done} de {all} pasos hechos"
    IN_SHORT = "En breve"
    DETAILS = "Qué hay que saber"
    OPTIONAL = "tú eliges"
    LATE = "Fecha límite en riesgo"
    DEPENDS = "Depende de: {what}"
    DEPENDS_NOTHING = "Es igual para todos, en cada estado."
    ASPECTS: Mapping[str, str] = {
        "state": "tu estado",
        "stage": "en qué punto estás",
        "start": "la fecha de inicio",
        "choice": "el camino que elegiste",
        "you": "lo que nos dijiste",
    }
    CHANGED = "Lo que hizo tu último cambio"
    CHANGED_COUNT = "Cambiaron {changed} líneas; {same} quedaron como estaban."
    CHANGED_MORE = "Y {n} más."
    GONE, NEW = "Ya no está", "Nuevo"

    LENGTHS = "Cambiar cuánto dura un paso"
    LENGTHS_STEP = "¿Qué paso?"
    LENGTHS_DAYS = "Días, como mínimo y como máximo"
    LENGTHS_RESET = "Volver a lo que supusimos"

    TIMELINE_ALT = (
        "Un calendario de {n} pasos del {start} al {end}. Las mismas fechas están abajo como texto."
    )
    TIMELINE_KEY = (
        "Fuerte: si todo va rápido. Tenue: si va lento. Marca: una fecha límite, contada desde las fechas "
        "lentas."
    )
    TIMELINE_TEXT = "El calendario como texto"

    NO_COSTS = "No se conoce ningún costo de estos pasos."

    CE_BAR = "{kind}: {done} de {needed}"
    CE_BAR_UNKNOWN = "{kind}: {done} hechas; cuántas hacen falta no está en nuestras fuentes"
    CE_BY = "antes del {day}"
    CE_HINT = "Escribe arriba las horas que has hecho; las barras se ajustan."

    FILES = "Un archivo de este plan, para guardar o pasar a otros."
    ICS, MARKDOWN, PDF = "Calendario (.ics)", "Markdown", "PDF para imprimir"
    ICS_HELP = "Se abre en tu calendario, con avisos. Un archivo más nuevo actualiza los eventos."
    LINK = "La dirección de esta página guarda tu elección. Cópiala para pasar el plan a otros."
