"""ui/wording_library.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "GROUPS",
    "KINDS",
    "READER_NAMES",
    "SHELF_WORDS",
    "CardWords",
    "ChangesWords",
    "DocumentWords",
    "HandbookWords",
    "LibraryWords",
]


class LibraryWords:
    """The shelves, the search and the lists."""

    TITLE = "Biblioteca"
    INTRO = "Todo aquello de lo que salen las respuestas: léelo, compruébalo, pásalo a otros. Está en inglés."
    SEARCH = "Buscar"
    SEARCH_HINT = "Por ejemplo: fingerprints, night shift, CE for law"
    FIND = "Buscar"
    TOPIC = "Tema"
    ANY_TOPIC = "Todos los temas"
    STATE = "Estado o territorio"
    ANY_STATE = "Todos los lugares"
    READER = "Para"
    ANY_READER = "Todos"
    PICK = "Elige un estado o territorio"
    TOPICS = "O elige un tema"
    NEWS = "Qué cambió hace poco"
    NEWS_HINT = "Cambios de reglas que conviene seguir y las fuentes más nuevas"
    ONE, MANY = "1 página", "{count} páginas"
    ONE_FOUND, MANY_FOUND = "1 página encontrada", "{count} páginas encontradas"
    BEST_FIRST = "{found} para «{search}», la mejor primero"
    NOTHING = (
        "Ninguna página cumple todo esto. Usa menos filtros u otras palabras. También puedes hacer tu "
        "pregunta en la página Preguntar: te dice cuando las fuentes no tienen respuesta."
    )
    CLEAR = "Mostrar todo"
    ANSWERS = "Responde:"
    COVERS = "Trata de:"
    AND_MORE = "y {count} más"
    CHECKED = "Revisado {date}"
    BACK = "Toda la biblioteca"
    READ_HERE = "Leer la página entera en la biblioteca"
    READ_PAGE = "Ver la página {page} en la biblioteca"
    UNUSED: Mapping[str, str] = {
        "doc": (
            "La dirección nombraba la página «{asked}», que no está en esta biblioteca. Quizá cambió de "
            "nombre."
        ),
        "topic": "La dirección nombraba el tema «{asked}», que no está en esta biblioteca.",
        "state": "La dirección nombraba «{asked}», que no es un estado o territorio con reglas aquí.",
        "for": "La dirección nombraba lectores «{asked}», que aquí no tienen lista propia.",
    }


class DocumentWords:
    """A page of the library."""

    REVIEWED = "Comparada con sus fuentes el {date}"
    SOURCES = "Fuentes de esta página"
    ONE_SOURCE, MANY_SOURCES = "1 fuente", "{count} fuentes"
    ON_THIS_PAGE = "En esta página"
    ASK = "Preguntar sobre esto"
    ASK_STATE = ("How do I become a pharmacy technician in {name}?", "How many CE hours do I need in {name}?")
    ASK_TITLE = "What should I know about “{title}”?"
    RULES = "Las reglas de {name} en breve"
    SEND = "Enviar esta página"
    SEND_HINT = "Quien abra esta dirección verá la página como esté ese día. No muestra nada sobre ti."
    UNKNOWN = "No está en nuestras fuentes"
    UNKNOWN_LINE = "Se buscó y no se encontró. {whom} puede decírtelo:"
    PAGE = "Página {page}"
    OWN = "Este documento se añadió aquí. Nadie lo ha comparado con otras fuentes."
    SAYS_ITSELF = "Este documento es su propia fuente."


class HandbookWords:
    """The handbook, page by page."""

    INTRO = (
        "Todas las guías en un PDF de {pages} páginas, para imprimir o guardar. Sus últimas páginas enumeran "
        "sus fuentes."
    )
    PAGE = "Página"
    BEFORE, AFTER = "Anterior", "Siguiente"
    PICTURE = "Imagen de la página {page} del manual. Su texto está al lado."
    TEXT = "El texto de la página {page}"
    NO_TEXT = "Esta página no tiene texto propio."
    DOWNLOAD = "Descargar"
    OPEN = "Abrir como PDF"
    CHANGED = (
        "El archivo PDF es más nuevo que aquello de lo que salieron las respuestas, así que sus páginas "
        "pueden "
        "ser distintas. Este es el texto que citan las respuestas."
    )
    NO_FILE = "El archivo PDF no está en esta computadora. Este es su texto."
    NONE = "No existe esa página."
    TOO_MANY = "Demasiadas páginas a la vez. Espera unos segundos."


class CardWords:
    """A state's card."""

    TITLE = "{name}: las reglas en breve"
    PENDING = "Cambios que conviene seguir"
    ALERT = "La junta advierte de estafas"
    UNKNOWN = "No está en nuestras fuentes. Pregunta a {whom}"
    BOARD = "Quién decide"
    OPEN_BOARD = "Abrir el sitio de la junta"
    REVIEWED = "Comparado con las fuentes el {date}"
    PLAN = "Planear el camino a tu primer empleo en {name}"
    RENEW = "Planear tu renovación en {name}"
    MOVING = "¿Te mudas a {name}? Mira qué se conserva"
    COMPARE = "Comparar {name} con otro estado"
    PROGRAMS = "Encontrar una escuela en {name}"
    WHOLE = "Leer todas las reglas de {name}"
    OTHER = "Otro estado o territorio"


class ChangesWords:
    """What changed lately."""

    TITLE = "Qué cambió hace poco"
    INTRO = "Cambios de reglas que conviene seguir y las fuentes más nuevas en que se apoyan las respuestas."
    REVIEWED = "Las fuentes de aquí se compararon por última vez el {date}."
    PENDING = "Reglas que cambiaron hace poco o pueden cambiar"
    PENDING_HINT = (
        "Las fuentes hablan de cambios en {count} lugares. Pregunta a la junta antes de confiar en uno."
    )
    CHECKED = "comparado el {date}"
    NEW = "Las fuentes más nuevas"
    NEW_HINT = (
        "Según la fecha que da cada fuente. La mayoría de las juntas y certificadores no ponen fecha en sus "
        "páginas; esas no pueden estar aquí."
    )
    USED_IN = "Usada en:"
    USED_IN_MANY = "Usada en {count} páginas, como:"


SHELF_WORDS: Mapping[str, tuple[str, str, str]] = {
    "becoming": (
        ":material/flag:",
        "Llegar a ser técnico",
        "Edad, escuela, dinero, antecedentes penales, el primer empleo",
    ),
    "states": (
        ":material/map:",
        "Reglas de cada estado",
        "Quién puede empezar, tarifas, renovación, CE, proporción",
    ),
    "schools": (":material/school:", "Escuelas por estado", "Quién informa de un programa de técnico"),
    "certification": (
        ":material/verified:",
        "Certificación y exámenes",
        "PTCE, ExCPT, certificados: costo, contenido, repetir",
    ),
    "renewal": (
        ":material/autorenew:",
        "Renovación y CE",
        "Fechas límite, qué CE cuenta, qué pasa si venció",
    ),
    "scope": (
        ":material/rule:",
        "Lo que un técnico puede hacer",
        "Vacunas, verificación, privacidad, proporciones",
    ),
    "settings": (
        ":material/storefront:",
        "Lugares de trabajo",
        "Hospital, farmacia comercial, envío por correo, infusión en casa",
    ),
    "specialties": (
        ":material/explore:",
        "Especialidades",
        "Preparación estéril, oncología, informática y más",
    ),
    "moving-up": (
        ":material/trending_up:",
        "Subir y seguir adelante",
        "Líder, docente, enfermería, farmacéutico",
    ),
    "moving-states": (
        ":material/local_shipping:",
        "Mudarse a otro estado",
        "Qué se conserva y qué no",
    ),
    "pay": (":material/payments:", "Sueldos y empleos", "Sueldos por estado y lugar, perspectivas"),
    "organizations": (
        ":material/groups:",
        "Juntas, certificadores, asociaciones",
        "Quién hace qué, a cuál unirse",
    ),
    "counselors": (":material/support_agent:", "Para consejeros y maestros", "Cómo orientar, mitos comunes"),
    "handbook": (":material/menu_book:", "El manual", "Todas las guías en un PDF, para imprimir"),
    "documents": (":material/description:", "Documentos añadidos aquí", "Lo que puso tu propia organización"),
}

READER_NAMES: Mapping[str, str] = {
    "student": "Quien empieza",
    "technician": "Quien trabaja como técnico",
    "counselor": "Quien orienta a otros",
}

KINDS: Mapping[str, str] = {
    "guide": "Guía",
    "record": "Datos",
    "pdf": "PDF",
    "markdown": "Documento",
    "html": "Documento",
    "text": "Documento",
}

GROUPS: Mapping[str, str] = {
    "start": "Para empezar",
    "training": "Formación y exámenes",
    "fees": "Tarifas",
    "renewal": "Renovación y CE",
    "work": "En el trabajo",
}
