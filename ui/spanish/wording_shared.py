"""ui/wording_shared.py in Spanish, but for the shared page: it is read in English, as its answers are."""

from __future__ import annotations

__all__ = ["LinkWording"]


class LinkWording:
    """What is said about links that cannot be made or read."""

    QUESTION_LENGTH = "La pregunta tiene {length} caracteres; un enlace admite de 1 a {limit}. Acórtala."
    QUESTION_IGNORED = (
        "La pregunta del enlace se dejó fuera: tiene {length} caracteres y un enlace admite {limit}."
    )
    VALUE_IGNORED = "El «{key}» del enlace se dejó fuera: no es ninguno que yo conozca."
    BASE_URL = "{url!r} no es la dirección de una página; da una como https://techpath.example."
    QR_TOO_LONG = (
        "Una dirección de {length} caracteres es demasiado larga para un código QR. Acorta la pregunta."
    )
    QR_TITLE = "Código QR del enlace"
