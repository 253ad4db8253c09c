"""What the career ladder calls its rungs, and what it says of them in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["RUNG_NAMES", "LadderWording"]

# Rung -> its name.
RUNG_NAMES: Mapping[str, str] = {
    "start": "Looking around",
    "technician": "Pharmacy technician",
    "certified": "Certified technician (CPhT)",
    "specialty": "A specialty",
    "informatics": "Informatics technician",
    "educator": "Teacher of technicians",
    "lead": "Lead technician",
    "pharmacist": "Pharmacist",
}


class LadderWording:
    """The fixed sentences; braces are filled in."""

    TAKES = "{span} from “{below}”, as the plan counts it."
