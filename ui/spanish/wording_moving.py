"""ui/wording_moving.py in Spanish."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CREDENTIALS", "MoveWords"]


class MoveWords:
    """The fixed sentences and labels."""

    TITLE = "Me mudo"
    INTRO = "Mira qué llevas contigo, qué hacer de nuevo y en qué orden, y qué no tocar mientras tanto."
    OLD = "¿Qué estado dejas?"
    NEW = "¿A qué estado vas?"
    PICK = "Elige un estado"
    CREDENTIAL = "Tu certificación"
    BOTH = "Elige los dos estados."
    SAME = "Es el mismo estado. Elige el estado al que vas."
    BAD_STATE = "La dirección nombraba «{asked}», que no es un estado o territorio con reglas aquí."
    COMPARE = "Comparar los dos estados fila por fila"


CREDENTIALS: Mapping[str, str] = {
    "": "Ninguna, o sin decir",
    "ptcb-cpht": "CPhT de PTCB (PTCE)",
    "nha-cpht": "CPhT de NHA (ExCPT)",
}
