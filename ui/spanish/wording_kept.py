"""ui/wording_kept.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["KeptWording", "LinksWording", "ShareWording"]


class KeptWording:
    """The sidebar."""

    YOURS = "Tus conversaciones"
    SEARCH = "Buscar en tus conversaciones"
    NOTHING_FOUND = "Ninguna conversación tiene estas palabras."
    OLDER = "{count} más antiguas: búscalas para verlas."
    TOUCHED = "Usada por última vez el {date}"
    SHARE = "Compartir"
    SHARED = "Compartida: {count} abiertos"
    MORE = "Más"
    TITLE = "Título"
    RENAME = "Cambiar el nombre"
    TAKE_ALONG = "Llévatela"
    FORMS: Mapping[str, str] = {"md": "Texto", "pdf": "PDF", "json": "Para traer de vuelta"}
    DOWNLOAD = "Descargar"
    DELETE_SURE = "Sí, borrar esta conversación"
    DELETE_MEANS = "Se borra de verdad, con sus enlaces compartidos y tus comentarios. No se puede recuperar."
    DELETE = "Borrar"
    BRING = "Traer una de vuelta"
    BRING_FILE = "Un archivo que se descargó aquí como «Para traer de vuelta»"
    BRING_IN = "Traerla"
    PRIVACY = "Solo este navegador puede abrirlas. Sin cuenta, sin nombre."


class ShareWording:
    """The dialog that makes a link."""

    TITLE = "Compartir estas respuestas"
    EXPLAINED = "Quien tenga el enlace puede leer lo que elijas aquí y nada más. No muestra ningún nombre."
    WHICH = "¿Qué respuestas?"
    NOTE = "Por qué lo envías (puede quedar vacío)"
    NOTE_HINT = "Para nuestra charla del martes: lee primero la segunda respuesta."
    HIDE = "Qué ocultar"
    HIDE_HINT = "Esto puede decir quién es alguien. Lo marcado se quita antes de guardar nada."
    NOTHING_TO_HIDE = "No encontré nada que diga quién es alguien. Míralo una vez más, por favor."
    HIDE_ONE = "«{words}» pasa a ser {shown}"
    HIDE_OWN = "Ocultar también otras palabras"
    HIDE_OWN_HINT = "Sepáralas con punto y coma"
    EXPIRES = "Cuánto tiempo sirve el enlace"
    DAYS: Mapping[int, str] = {1: "1 día", 7: "7 días", 30: "30 días", 90: "90 días", 0: "Sin fin"}
    UNDER = "Dónde"
    UNDER_NEW = "Un enlace nuevo"
    UNDER_OLD = "En el enlace del {date}, en lugar de lo que muestra"
    MAKE = "Crear el enlace"
    MADE = "El enlace está listo. Lo encuentras de nuevo en Enlaces compartidos."
    LOOK = "Ver la página"
    QR = "Código QR para una hoja"


class LinksWording:
    """The page Shared links."""

    TITLE = "Enlaces compartidos"
    INTRO = "Páginas que hiciste para otros. No se registra quién las abre, solo cuántas veces."
    NONE = "Todavía no has compartido nada. Abre una conversación y elige Compartir."
    STATE: Mapping[str, str] = {"open": "abierto", "expired": "terminado", "revoked": "retirado"}
    OPENED = "abierto {count} veces"
    OPENED_ONCE = "abierto una vez"
    NEVER_OPENED = "todavía sin abrir"
    ENDS = "sirve hasta {date}"
    NO_END = "no termina"
    MADE = "creado {date}"
    REVOKE = "Retirar"
    REVOKE_HELP = "El enlace deja de servir de inmediato y para siempre, y lo que mostraba se borra."
    OPEN_CONVERSATION = "Abrir la conversación"
    STARTER = "Un enlace que hace una primera pregunta"
    STARTER_HINT = (
        "Para una hoja o la página de una clase: quien lo abre recibe la respuesta de inmediato, en una "
        "conversación propia. La pregunta va en inglés."
    )
    QUESTION = "La pregunta"
    QUESTION_HINT = "How do I become a pharmacy technician in Ohio?"
    STATE_LABEL = "Estado para el que se pregunta"
    ANY_STATE = "Ninguno"
    MAKE = "Crear el enlace"
    DEVICE = "Usar tus conversaciones en otro dispositivo"
    DEVICE_HINT = "Crea aquí un código y escríbelo allá. Sirve una vez, durante diez minutos."
    CODE_MAKE = "Crear un código"
    CODE_HERE = "Escribe un código de otro dispositivo"
    CODE_USE = "Usarlo"
    CODE_WRONG = (
        "Ese código no se conoce aquí o pasaron sus diez minutos. Crea uno nuevo en el otro dispositivo."
    )
    CODE_DONE = "Listo. Las conversaciones del otro dispositivo ahora también están aquí."
    CODE_UNTIL = "Hasta las {time} UTC"
    FORGET = "Borrar todo lo que se guarda de mí"
    FORGET_MEANS = (
        "Todas las conversaciones, enlaces, códigos y comentarios de este navegador. No se puede deshacer."
    )
    FORGET_SURE = "Sí, borrar todo"
    FORGOTTEN = "Todo está borrado."
