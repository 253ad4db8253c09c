"""ui/wording.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.types import Tier

__all__ = ["PAGES", "PEOPLE", "PROFILE", "STAGE_NAMES", "STARTER_LABELS", "TIERS", "TOOLS", "PageWording"]


class PageWording:
    """The fixed sentences and labels."""

    NAME = "TechPath"
    TITLE = "Tu camino como técnico de farmacia"
    PROMISE = "Pregunta con tus propias palabras. Cada dato de la respuesta muestra su fuente y su fecha."
    OR_A_TOOL = "O ve directo a:"
    MENU_MORE = "Más"
    INPUT = "Pregunta sobre la carrera (en inglés)"
    WORKING = "Buscando en las fuentes…"
    NEW = "Nueva conversación"

    SOURCES = "Fuentes"
    OPEN_ORIGINAL = "Abrir el original"
    CLOSE = "Cerrar"
    DATE_UNKNOWN = "sin fecha"
    AS_OF = "a fecha de {date}"
    REVIEWED = "revisado {date}"
    YOUR_FILE = "Un documento que se añadió aquí"
    FOUND_IN = "Dónde está"
    PAGE = "página {page}"

    ASSUMES = "Las respuestas suponen:"
    CLEAR_HELP = "Dejar de suponer: {what}"
    ABOUT_YOU = "Sobre ti"
    ABOUT_YOU_HINT = (
        "Lo que las respuestas y los planes pueden suponer de ti. Llena solo lo que ayude; nada de esto dice "
        "quién eres."
    )
    EXPIRES = "La credencial vence el"
    SETTINGS = "Lugares donde has trabajado"
    YEARS = "Años de trabajo en farmacia"
    AGE = "Edad"
    USE_THIS = "Usar esto"

    NEXT = "También puedes preguntar"
    COPY = "Copiar"
    COPY_HELP = "La respuesta como texto simple, con sus referencias."
    EDIT = "Cambiar la pregunta"
    EDIT_HELP = "Cambia esta pregunta. La conversación sigue desde ahí; lo dicho antes queda al lado."
    EDIT_LABEL = "Tu pregunta"
    EDIT_ASK = "Preguntar esto"
    CANCEL = "Cancelar"
    VERSION: Mapping[str, str] = {"back": "Versión anterior", "on": "Versión siguiente"}
    VERSION_OF = "{place} de {all}"
    BROUGHT = "Viene de un archivo; no se escribió aquí"
    WAS_IT_RIGHT = "¿Fue correcto?"
    THUMBS: Mapping[str, str] = {"up": "Sí", "down": "No"}
    REASON = "¿Qué estuvo bien o mal?"
    REASON_HINT = "La tarifa subió en julio. Lo dice la página de la junta."
    SEND = "Enviar"
    THANKS = "Gracias. Se guarda con esta respuesta para quienes corrigen las fuentes."
    AGAIN = "Preguntar otra vez"
    AGAIN_HELP = "Buscar de nuevo en las fuentes la misma pregunta."
    EMBEDDED = "Modo sin conexión: las respuestas vienen palabra por palabra de las fuentes"
    MODEL = "Escrito por {engine} a partir de las fuentes"

    NOT_FOUND = "No está en mis fuentes"
    DECLINED = "Fuera de lo que puedo ayudar"
    NO_INDEX = "Todavía no hay de dónde responder"
    NO_INDEX_HINT = (
        "Quien administra esta página puede arreglarlo en unos minutos: ejecutar `techpath ingest` en la "
        "computadora que la sirve. La página se da cuenta sola; pregunta de nuevo después."
    )
    UNEXPECTED = "Algo falló de nuestro lado"
    UNEXPECTED_HINT = (
        "Tu pregunta estaba bien. Inténtalo de nuevo en un momento; si vuelve a pasar, avisa a quien "
        "administra esta página. Los detalles están en su registro."
    )
    TRY_AGAIN = "Intentar de nuevo"
    NO_STORAGE = "Ahora mismo no se pueden guardar conversaciones"
    NO_STORAGE_HINT = (
        "No se pierde nada. No muestro ninguna respuesta que no pueda guardar. Inténtalo de nuevo en un "
        "momento; quien administra esta página encuentra los detalles en su registro."
    )
    GONE = "Esta conversación ya no está"
    GONE_HINT = "Se borró, quizá en otra pestaña. Empieza una nueva cuando quieras."
    UNANSWERED = "Tu pregunta está guardada, pero su respuesta no llegó."
    ANSWER_NOW = "Responder ahora"
    TOO_MANY = "Eso fue rápido. Espera {seconds} segundos y pregunta de nuevo."
    NOTHING_TO_CONTINUE = (
        "El enlace por el que llegaste venció o fue retirado, así que no hay nada que continuar. Puedes "
        "hacer tu propia pregunta abajo."
    )
    TOO_LONG = (
        "Son {length} caracteres; puedo leer {limit}. Acórtala a lo que más quieres saber y pregunta el "
        "resto después."
    )
    DISCLAIMER = "Las reglas cambian. Consulta a tu junta antes de pagar o solicitar."


TOOLS: Mapping[str, tuple[str, str]] = {
    "plan": ("Hacer de esto un plan con fechas", ":material/checklist:"),
    "compare": ("Ponerlos lado a lado", ":material/table_chart:"),
    "specialty": ("Encontrar la especialidad para ti", ":material/explore:"),
    "moving": ("Ver qué se conserva, paso a paso", ":material/local_shipping:"),
    "programs": ("Buscar escuelas por lugar y distancia", ":material/school:"),
}

PAGES: Mapping[str, str] = {
    "ask": "Preguntar",
    "specialty": "Mi especialidad",
    "plan": "Mi plan",
    "compare": "Comparar",
    "ladder": "Escalera profesional",
    "moving": "Mudanza",
    "schools": "Escuelas",
    "library": "Biblioteca",
    "links": "Enlaces compartidos",
    "help": "Ayuda",
}

PROFILE: Mapping[str, str] = {
    "state_label": "Estado o territorio",
    "stage_label": "En qué punto estás",
    "credential_label": "Credencial que tienes",
    "goal_label": "Lo que quieres lograr",
    "schedule_label": "Cuándo puedes trabajar",
    "unknown": "Sin decir",
    "expires": "vence {}",
    "years": "{} años de trabajo",
    "age": "{} años de edad",
    "goal": "meta: {}",
    "schedule": "trabaja {}",
}
STAGE_NAMES: Mapping[str, str] = {
    "exploring": "explorando",
    "student": "estudiante",
    "trainee": "en formación",
    "certified": "certificado",
    "experienced": "con experiencia",
}

PEOPLE: Mapping[str, tuple[str, str, str]] = {
    "student": (
        ":material/school:",
        "Quiero ser técnico de farmacia",
        "Pasos, costo y tiempo en tu estado",
    ),
    "technician": (
        ":material/medication:",
        "Trabajo como técnico",
        "Renovación, especialidades, el siguiente paso",
    ),
    "counselor": (
        ":material/groups:",
        "Oriento a estudiantes",
        "Respuestas que puedes comprobar y pasar a otros",
    ),
}

STARTER_LABELS: Mapping[str, tuple[str, ...]] = {
    "student": (
        "¿Cómo llego a ser técnico de farmacia en Ohio?",
        "¿Puedo empezar a los 16 o 17 años?",
        "¿Cuánto cuesta la formación y cuánto dura?",
    ),
    "technician": (
        "¿Qué necesito para renovar mi certificación de PTCB?",
        "¿Qué especialidades tienen poco contacto con pacientes?",
        "Me mudo de Texas a Colorado. ¿Qué se conserva?",
    ),
    "counselor": (
        "¿Cómo compruebo si un programa está acreditado?",
        "PTCE o ExCPT: ¿cuál debe tomar mi estudiante?",
        "¿Puede ser técnico un estudiante con antecedentes penales?",
    ),
}

TIERS: Mapping[Tier, str] = {
    "law-or-board": "Ley o junta estatal",
    "certifier": "Organismo certificador",
    "federal": "Agencia federal",
    "accreditor-or-association": "Acreditador o asociación profesional",
    "employer-or-school": "Empleador o escuela",
    "publication": "Publicación",
    "guide": "Guía; consulta a la autoridad que nombra",
    "your-document": "Documento añadido; su autoridad no se juzga",
}
