"""ui/wording_specialty.py in Spanish."""

from __future__ import annotations

__all__ = ["SpecialtyWords"]


class SpecialtyWords:
    """The fixed sentences and labels."""

    TITLE = "¿Qué especialidad va conmigo?"
    INTRO = (
        "Di qué tipo de trabajo te gusta. Recibes una lista ordenada con las razones, las dudas y las "
        "fuentes."
    )

    IN_SHORT = "En breve"
    LADDER = "Ver toda la escalera profesional"
    START = "Responde unas preguntas"
    START_HINT = (
        "Cada una muestra cuatro tipos de trabajo; eliges el que más te gustaría y el que menos. Son de "
        "{fewest} a {most}, unos cinco minutos. Puedes saltar cualquiera, volver atrás y parar cuando "
        "quieras."
    )
    GO = "Empezar"
    WORDS = "O dilo con tus propias palabras"
    WORDS_LABEL = "¿Qué te gusta y qué no? (en inglés)"
    WORDS_HINT = "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail"
    READ = "Leer mis palabras"
    PRIVATE = "Tu texto se olvida cuando cierras esta ventana. La dirección de la página no lo guarda."

    PROGRESS = "Pregunta {number} de {most} como máximo"
    MOST_MARK = "más"
    BACK = "Atrás"
    SKIP = "Saltar"
    SKIP_LEAST = "Ninguno de ellos"
    RESULT = "Ver mi resultado"
    SURE_SO_FAR = (
        "Por ahora, la probabilidad de que tu mejor opción esté entre las tres primeras es {sure} de 100."
    )

    HEARD = "Esto se leyó en tus palabras. ¿Es correcto?"
    HEARD_NONE = (
        "No se pudo leer nada de eso. Prueba con palabras sencillas en inglés, como “I like math” o “no "
        "night "
        "shifts”."
    )
    UNREAD = "No se leyó nada de: {pieces}"
    ALSO = "También se anotó en tu perfil: {facts}"
    LEAVE_OUT = "Dejarlo fuera"
    HEARD_TITLE = "Añadir o corregir tus palabras"

    VERDICT = "Qué tan seguro es esto"
    RANKING = "Tu lista ordenada"
    CHART_ALT = (
        "Gráfico de barras de {count} especialidades según cuánto van contigo, de {first} con {high} de "
        "100 a "
        "{last} con {low} de 100, cada una con el margen en que probablemente está su puntaje. La tabla de "
        "abajo tiene las cifras."
    )
    CHART_LABEL = "{rank}. {name}: {score}"
    CHART_HINT = "La barra es el puntaje; la línea debajo es el margen en que probablemente está."
    AS_TABLE = "Las {count} especialidades como tabla"
    COLUMNS = (
        "Lugar",
        "Especialidad",
        "Puntaje",
        "Probablemente entre",
        "Posible entre las tres",
    )
    BETWEEN = "{low} y {high}"
    CHANCE = "{among} de 100"
    CLOSER = "Las cinco primeras, más de cerca"
    OPEN = "{rank}. {name}"
    WHY = "Por qué va contigo"
    AGAINST = "Lo que habla en contra"
    NO_WHY = "Nada de lo que dijiste habla en particular a su favor."
    NO_AGAINST = "Nada de lo que dijiste habla en contra, hasta donde nuestras fuentes conocen el trabajo."
    UNKNOWN = "Lo que no se sabe"
    TAKES = "Qué hace falta"
    NO_TAKES = "Nuestras fuentes no dicen qué hace falta. Pregunta en una farmacia que tenga esos técnicos."
    PEOPLE = "Lo que dice la gente"
    PLAN = "Hacer un plan para esto"
    COMPARE = "Comparar las tres primeras"

    LEANINGS = "Lo que se entendió de ti"
    LEANING = "{end} (seguridad: {sure} de 100)"
    LEANINGS_NONE = "Todavía nada está bastante claro."
    ABOUT = "Cómo funciona y qué no puede hacer"
    MORE = "Responder más"
    AGAIN = "Empezar de nuevo"
    SHARE = "La dirección de esta página ya guarda tus respuestas. Cópiala para guardar o pasar el resultado."

    BAD_CHOICE = "La dirección tenía {count} respuestas que aquí no tienen sentido. Se dejaron fuera."
    BAD_CHOICE_ONE = "La dirección tenía una respuesta que aquí no tiene sentido. Se dejó fuera."
    BAD_WISH = "La dirección decía algo sobre «{asked}», que aquí no se conoce. Se dejó fuera."
