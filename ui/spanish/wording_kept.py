"""ui/wording_kept.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "AccountWording",
    "DeviceWording",
    "HandoutWording",
    "HidingWording",
    "KeptWording",
    "LinkCardWording",
    "LinksWording",
    "ShareWording",
    "StopWording",
]


class KeptWording:
    """The sidebar."""

    YOURS = "Tus conversaciones"
    SEARCH = "Buscar en tus conversaciones"
    NOTHING_FOUND = "Ninguna conversación tiene estas palabras."
    OLDER = "{count} más antiguas: búscalas para verlas."
    TOUCHED = "Usada por última vez el {date}"
    SHARE = "Compartir"
    SHARED = "Compartida: {count} abiertos"
    IS_SHARED = "Esta conversación está compartida: hay un enlace abierto."
    IS_SHARED_UNTIL = "Esta conversación está compartida: hay un enlace abierto, hasta el {day}."
    IS_SHARED_OFTEN = "Esta conversación está compartida: hay {count} enlaces abiertos."
    MANAGE = "Enlaces compartidos"
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
    PRIVACY_TAB = "Aquí esta página no puede guardar cookies: tus conversaciones terminan con esta pestaña."


class ShareWording:
    """The dialog that makes a link."""

    TITLE = "Compartir estas respuestas"
    EXPLAINED = "Quien tenga el enlace puede leer lo que elijas aquí y nada más. No muestra ningún nombre."
    WHICH = "¿Qué respuestas?"
    NOTE = "Por qué lo envías (puede quedar vacío)"
    NOTE_HINT = "Para nuestra charla del martes: lee primero la segunda respuesta."
    EXPIRES = "Cuánto tiempo sirve el enlace"
    DAYS: Mapping[int, str] = {1: "1 día", 7: "7 días", 30: "30 días", 90: "90 días", 0: "Sin fin"}
    UNDER = "Dónde"
    UNDER_NEW = "Un enlace nuevo"
    UNDER_OLD = "El enlace del {date}: misma dirección, contenido nuevo"
    MAKE = "Crear el enlace"
    UPDATE = "Cambiar lo que muestra el enlace"
    MADE = "El enlace está listo. Cópialo o muestra su código."
    UPDATED = "Listo. El mismo enlace ahora muestra esto."
    ENDS = "Sirve hasta el {day}."
    NO_END = "Sirve hasta que lo retires."
    AFTERWARDS = "Lo encuentras de nuevo en Enlaces compartidos."


class HidingWording:
    """What is hidden before a link is made."""

    HIDE = "Qué ocultar"
    HIDE_HINT = "Esto puede decir quién es alguien. Lo marcado se quita antes de guardar nada para el enlace."
    NOTHING_TO_HIDE = "No encontré nada que diga quién es alguien. Míralo una vez más, por favor."
    HIDE_ONE = "«{words}» pasa a ser {shown}"
    HIDE_OWN = "Ocultar también otras palabras"
    HIDE_OWN_HINT = "Sepáralas con punto y coma"
    HERE = "Ocultarlo también en mi propia conversación"
    HERE_HELP = (
        "Si no, tu propia copia conserva estas palabras; solo tu navegador la abre. Si las ocultas también "
        "allí, ya no están en ninguna parte y no se pueden recuperar."
    )
    PREVIEW = "Cómo se leerán tus palabras"


class LinkCardWording:
    """What can be done with any link."""

    LOOK = "Ver la página"
    QR = "Código QR"
    QR_SAVE = "Guardar la imagen"


class LinksWording:
    """The page Shared links."""

    TITLE = "Enlaces compartidos"
    INTRO = "Páginas que hiciste para otros. No se registra quién las abre, solo cuántas veces."
    NONE = "No tienes ningún enlace abierto. Abre una conversación y elige Compartir."
    TO_CHAT = "A mis conversaciones"
    UNTITLED = "Una conversación más antigua"
    STATE: Mapping[str, str] = {"open": "abierto", "expired": "terminado", "revoked": "retirado"}
    OPENED = "abierto {count} veces"
    OPENED_ONCE = "abierto una vez"
    NEVER_OPENED = "todavía sin abrir"
    ENDS = "sirve hasta el {date}"
    ENDED = "terminó el {date}"
    NO_END = "no termina"
    MADE = "creado el {date}"
    CHANGED = "cambiado el {date}"
    CHANGE = "Cambiar"
    CHANGE_HELP = "Mostrar otras respuestas, otra nota u otro fin en la misma dirección."
    OPEN_AGAIN = "Abrir de nuevo"
    OPEN_AGAIN_HELP = "La misma dirección vuelve a servir, con un fin nuevo."
    REVOKE = "Retirar"
    REVOKE_MEANS = "El enlace deja de servir de inmediato y para siempre, y lo que mostraba se borra."
    REVOKE_SURE = "Sí, retirarlo"
    CLOSED = "Enlaces que ya no abren: {count}"


class HandoutWording:
    """A link that asks a first question."""

    TITLE = "Un enlace para una hoja"
    HINT = (
        "Quien lo abre recibe de inmediato la respuesta a tu pregunta, en una conversación propia. La "
        "pregunta va en inglés."
    )
    QUESTION = "La pregunta"
    QUESTION_HINT = "How do I become a pharmacy technician in Ohio?"
    STAGE = "En qué punto están los lectores"
    MAKE = "Crear el enlace"
    NOT_KEPT = "De este enlace no se guarda nada: sirve para siempre y no cuenta a nadie."
    EMBED = "Mostrarlo dentro de tu propia página"
    EMBED_HINT = "Dale esto a quien cuida esa página. Funciona en los sitios que este TechPath permite."


class DeviceWording:
    """Another device, and the end of what is kept."""

    TITLE = "En otro dispositivo"
    HINT = "Crea aquí un código y escríbelo allá: tus conversaciones estarán entonces en los dos."
    MAKE = "Crear un código"
    UNTIL = "Sirve una vez, durante diez minutos."
    HERE = "Escribe un código de otro dispositivo"
    USE = "Usarlo"
    WRONG = "Ese código no se conoce aquí o pasaron sus diez minutos. Crea uno nuevo en el otro dispositivo."
    DONE = "Listo. Las conversaciones del otro dispositivo ahora también están aquí."
    FORGET = "Borrar todo lo que se guarda de mí"
    FORGET_MEANS = (
        "Todas las conversaciones, enlaces, códigos y comentarios de este navegador. No se puede deshacer."
    )
    FORGET_SURE = "Sí, eso quiero"
    FORGET_NOW = "Borrar todo"
    FORGOTTEN = "Todo está borrado."


class StopWording:
    """An answer that is stopped while it is being written."""

    STOP = "Parar"
    STOP_HELP = "No escribir más de esta respuesta. La pregunta y lo escrito no se guardan."
    STOPPED = "Parado. Esta pregunta no se guardó:"
    ASK_AGAIN = "Preguntarla de nuevo"


class AccountWording:
    """Sign-in, where the installation has it."""

    HINT = "Inicia sesión y tus conversaciones estarán con tu cuenta en cada dispositivo. No es necesario."
    IN = "Iniciar sesión"
    AS = "Sesión de **{name}**"
    NAMELESS = "tu cuenta"
    OUT = "Cerrar sesión"
    BRING_HINT = "Conversaciones que este navegador guardó antes de iniciar sesión: {count}"
    BRING = "Traerlas a mi cuenta"
