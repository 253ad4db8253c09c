"""Every sentence that the page "Moving" says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = ["CREDENTIALS", "MoveWords"]


class MoveWords(Words):
    """The fixed sentences and labels, one name each."""

    TITLE = "I am moving"
    INTRO = "See what comes with you, what to do again and in which order, and what to leave alone meanwhile."
    OLD = "Which state do you leave?"
    NEW = "Which state do you go to?"
    PICK = "Choose a state"
    CREDENTIAL = "Your certification"
    BOTH = "Choose both states."
    SAME = "These are the same state. Choose the one you go to."
    BAD_STATE = "The address named “{asked}”, which is not a state or territory with rules here."
    COMPARE = "Compare the two states row by row"


# Credential record id, "" for none or not said -> its name in the picker.
CREDENTIALS: Mapping[str, str] = Spoken(__name__, "CREDENTIALS") | {
    "": "None, or not said",
    "ptcb-cpht": "CPhT by PTCB (PTCE)",
    "nha-cpht": "CPhT by NHA (ExCPT)",
}
