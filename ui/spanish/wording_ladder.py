"""ui/wording_ladder.py in Spanish."""

from __future__ import annotations

__all__ = ["LadderWords"]


class LadderWords:
    """The fixed sentences and labels."""

    TITLE = "Escalera profesional"
    INTRO = "Adónde puede llegar un técnico, cuánto tarda cada paso y qué pide."
    STATE = "Tu estado"
    STATE_NONE = "Sin decir"
    ALT = (
        "La escalera profesional, {count} peldaños, desde “{first}” abajo hasta “{last}” arriba. "
        "El texto de abajo dice lo mismo."
    )
    KEY = (
        "Léela desde abajo. Cada duración se cuenta desde el peldaño del que sale la línea. Donde ninguna "
        "fuente da una duración, suponemos una; el plan dice dónde. La línea discontinua pasa por la "
        "universidad."
    )
    RUNGS = "Peldaño por peldaño"
    PLAN = "Hacerlo un plan"
    FIT = "Encuentra la especialidad que te conviene"
    UNKNOWN_STATE = "La dirección nombró el estado “{asked}”, que aquí no se conoce. Se dejó fuera."
