"""ui/wording_help.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SECTIONS", "WAYS", "HelpWords"]


class HelpWords:
    """The fixed sentences and labels."""

    TITLE = "Ayuda"
    INTRO = "Qué hace TechPath, de dónde vienen sus respuestas y qué pasa con lo que escribes."
    ON_THIS_PAGE = "En esta página"
    TIER = "Tipo de fuente, la más fuerte primero"
    OFTEN = "Toca mirarla de nuevo después de"
    MONTHS = "{months} meses"
    NEVER = "aquí no se juzga"

    OFFLINE = (
        "Este TechPath trabaja **sin conexión**. Toma las frases de una respuesta palabra por palabra de sus "
        "fuentes. Ningún modelo de lenguaje escribe y lo que tecleas no se envía a ningún otro servicio."
    )
    MODEL = (
        "En este TechPath un modelo de lenguaje (`{model}`) redacta las respuestas. Para eso se le envían tu "
        "pregunta, la conversación anterior y lo que las respuestas suponen de ti. Cada una de sus frases se "
        "compara primero con las fuentes. La que ellas no respaldan no se muestra. Cuando el modelo falla, "
        "TechPath responde sin conexión y lo dice."
    )
    KEPT_FOREVER = "Se quedan hasta que las borres."
    KEPT_DAYS = "Se borran después de {days} días en que nadie las abra ni las cambie."
    KEPT_FILE = "en un archivo de la computadora que sirve esta página"
    KEPT_SERVER = "en la base de datos de quien administra esta página"


SECTIONS: Mapping[str, tuple[str, str]] = {
    "what": (
        "Qué es TechPath",
        "TechPath es una guía de carrera para técnicos de farmacia en Estados Unidos. Preguntas con tus "
        "propias palabras: cómo empezar, qué examen tomar, qué renovar y cuándo, qué especialidad va "
        "contigo, "
        "qué sigue después.\n\n"
        "Además de respuestas te da cosas para guardar: un plan con fechas, una comparación, una lista de "
        "escuelas cercanas y un enlace que puedes enviar a alguien.\n\n"
        "Los botones y las explicaciones están en español. **Las preguntas y las respuestas van en inglés**, "
        "porque así están las fuentes.",
    ),
    "not": (
        "Qué no es",
        "- **No da consejos clínicos.** No habla de dosis, síntomas ni tratamientos. Pregunta a un "
        "farmacéutico o a un médico. En una emergencia en EE. UU. llama al 911 y, por una intoxicación, al "
        "1-800-222-1222.\n"
        "- **No es una junta.** No puede registrarte y no decide. Lo hace la junta de farmacia de tu estado. "
        "Las reglas y las tarifas cambian: consulta a la junta antes de pagar o solicitar.\n"
        "- **No es un abogado.** Si tu caso es poco común, por ejemplo después de una condena, pregunta por "
        "escrito a la junta.\n"
        "- **No es una tienda.** No vende nada y no muestra publicidad.",
    ),
    "answers": (
        "Cómo se hace una respuesta",
        "1. TechPath lee tu pregunta: el estado, la credencial y lo que quieres saber.\n"
        "2. Busca en sus propias fuentes. No busca en la web.\n"
        "3. Arma la respuesta. Cada frase lleva números pequeños.\n"
        "4. Antes de que veas una frase, TechPath la compara con la fuente guardada. Cada cifra debe estar "
        "ahí.\n\n"
        "Pulsa un número para ver la fuente: quién la publicó, de qué fecha es y las palabras mismas.\n\n"
        "{engine}\n\n"
        "**«No está en mis fuentes»** significa solo eso. TechPath no adivina. Te dice quién lo sabría, casi "
        "siempre la junta. Donde una página dice **unknown**, nadie ha encontrado aún la respuesta. No "
        "quiere "
        "decir «no».",
    ),
    "sources": (
        "Qué fuentes cuentan",
        "Lo que más cuenta es una ley o la página de una junta. Una guía de la web nunca basta por sí sola "
        "para una regla, una tarifa o una fecha. Donde dos buenas fuentes no coinciden, ves las dos.\n\n"
        "Cada fuente lleva dos fechas. **A fecha de** es la que da la propia fuente; muchas no dan ninguna. "
        "**Revisado** es el día en que una persona la comparó por última vez.",
    ),
    "privacy": (
        "Qué se guarda de ti",
        "**No necesitas cuenta ni nombre.** Tu navegador recibe una cookie, `techpath_visitor`, con una "
        "clave "
        "al azar. Con ella vuelves a encontrar tus conversaciones. Dura hasta 400 días. "
        "Si eliges un aspecto o un estado en Ajustes, una segunda, `techpath_look`, guarda esa elección. "
        "No hay rastreo. "
        "Si tu "
        "escuela o empleador te pide iniciar sesión, las conversaciones son de esa sesión.\n\n"
        "**Tus conversaciones** se guardan {place}, bajo esa clave: tus preguntas, las respuestas y lo "
        "que las "
        "respuestas suponen de ti, como tu estado. {retention} Lo que dices en «¿Fue correcto?» se guarda "
        "con "
        "la respuesta, para quienes corrigen las fuentes.\n\n"
        "**Tu plan, comparación y respuestas sobre especialidades** no se guardan. Viven en esta pestaña "
        "y en "
        "la dirección de la página, para que puedas guardar o enviar esa dirección.\n\n"
        "**Los enlaces que compartes** guardan una copia de las respuestas que elegiste, sin lo que "
        "ocultaste. "
        "TechPath cuenta cuántas veces se abre un enlace, no quién lo abre. Puedes retirarlo en cualquier "
        "momento; entonces se borra la copia.\n\n"
        "**Quién puede leerlo.** Solo tu navegador abre tus conversaciones. Quien administra esta página "
        "cuida "
        "la computadora y podría leer lo que hay guardado. Así que no escribas nombres, números ni "
        "asuntos de "
        "salud. Cuando algo falla, los detalles técnicos van a un registro en esa computadora.\n\n"
        "**Borrar** es de verdad: en Enlaces compartidos borras todo de una vez. Una copia de seguridad "
        "hecha "
        "antes puede conservarlo un tiempo.",
    ),
    "counselors": (
        "Para consejeros y maestros",
        "- **Un enlace con una pregunta.** En Enlaces compartidos, crea un enlace que hace su pregunta de "
        "inmediato, con un código QR para una hoja. Cada estudiante recibe una conversación propia. Tú no la "
        "ves.\n"
        "- **Un enlace con respuestas.** En una conversación, elige Compartir. Escoge las respuestas, oculta "
        "lo que diga quién es alguien y di cuánto tiempo sirve el enlace. La página se lee bien en un "
        "teléfono, se imprime y dice cuando un dato ha cambiado desde entonces.\n"
        "- **Cualquier página.** La dirección de un plan, una comparación, las reglas de un estado o una "
        "página de la biblioteca se puede enviar tal cual. La de Ohio termina en `library?state=OH`.\n"
        "- **Papel.** El manual de la biblioteca tiene todas las guías en un PDF.",
    ),
    "keyboard": (
        "Con el teclado",
        "| Tecla | Qué hace |\n"
        "|---|---|\n"
        "| Tab, Shift+Tab | al siguiente o al anterior botón, enlace o campo |\n"
        "| Enter | hace tu pregunta; abre un enlace; pulsa un botón |\n"
        "| Shift+Enter | empieza una línea nueva en tu pregunta |\n"
        "| Escape | cierra la fuente abierta y vuelve a su número; deja una pregunta que cambiabas; detiene "
        "una respuesta que se está escribiendo |\n"
        "| Flecha arriba, en el campo vacío | cambia tu última pregunta |\n"
        "| Espacio | marca una casilla; abre una lista |",
    ),
    "accessibility": (
        "Para que todos puedan usarlo",
        "TechPath busca cumplir WCAG 2.2, nivel AA. El texto mantiene un contraste de al menos 4.5 a 1 en el "
        "aspecto claro y el oscuro; tu dispositivo elige cuál, o tú en Ajustes, con el tamaño de la letra. "
        "Las páginas caben en una ventana de 320 "
        "píxeles, "
        "así que puedes ampliarlas al 400 % sin desplazarte de lado. No necesitas ratón. Lo que muestra un "
        "gráfico o un mapa también está como texto, y cada página del manual tiene su texto junto a su "
        "imagen.\n\n"
        "Fallas conocidas: las respuestas y las fuentes están en inglés, y una tabla larga de una guía puede "
        "pedir desplazarse dentro de ella. Si algo te cierra el paso, avisa a quien administra esta página o "
        "infórmalo como se dice abajo.",
    ),
    "wrong": (
        "Si algo está mal",
        "Una cifra equivocada es lo peor que puede pasar aquí. Dínoslo, por favor.\n\n"
        "- **Debajo de la respuesta**, elige «¿Fue correcto?» y di qué está mal.\n"
        "- **En la página del proyecto**, abre un aviso con la frase, lo que es cierto y la dirección donde "
        "lo viste. Lo mejor es la página de una junta o una ley.\n"
        "- **Corrígelo tú.** Los datos están en archivos de texto simple, cada uno con su fuente. El archivo "
        "CONTRIBUTING del proyecto dice cómo; no hace falta programar. Una persona compara cada cambio "
        "con su "
        "fuente antes de aceptarlo.",
    ),
}

WAYS: Mapping[str, str] = {
    "what": "Hacer una pregunta",
    "answers": "Leer las fuentes en la biblioteca",
    "sources": "Ver qué cambió hace poco",
    "privacy": "Borrar todo lo que se guarda de mí",
    "counselors": "Crear un enlace para tu clase",
}
