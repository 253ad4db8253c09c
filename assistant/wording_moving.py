"""What "I am moving" says in its own voice. None of it states a rule; rules are quoted with their source."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HEADINGS", "LEADS", "PAPERS", "MovingWording"]


class MovingWording:
    """The fixed sentences, one name each. {old} and {new} are places, {paper} what the old one issues."""

    TITLE = "Moving from {old} to {new}"
    PAPER = "registration"

    NO_TRANSFER = (
        "Our sources do not say whether {new} makes it easier for technicians from other states. Ask its "
        "board before you pay for anything."
    )
    EXAM_NOT_NAMED = (
        "Your exam, the {exam}, is not among the exams that our sources name for {new}. Ask the board "
        "before you rely on it."
    )
    TOO_YOUNG = "You told us that you are {age}. That is younger than {new} asks for, as far as we know."

    ASK_FIRST = (
        "Write to the {new_board} before you give notice: say that you come from {old}, and ask which way "
        "is open to you and how long it takes. Keep the answer."
    )
    PROOF = (
        "If you hold a {paper} from {old}, ask the {old_board} for written proof that it is in good standing."
    )
    PROOF_FROM_NOWHERE = (
        "Collect proof of your work and your certification instead of a state registration: letters from "
        "employers with dates, and your certificate."
    )
    FEE_UNKNOWN = "What {new} charges is not in our sources. Ask the board for its fee list before you apply."
    HOW_UNKNOWN = "How to apply in {new} is not in our sources. Ask the board for its form."

    WAIT = (
        "Do not start as a technician in {new} on your own guess or an employer's word. Ask the board what "
        "you may do until your own papers are there, and keep the answer."
    )
    TASK_UNKNOWN = "Not in our sources for {new}: {task}. Ask the board before you do it there."

    KEEP = "If you hold a {paper} from {old}, keep it in force until {new} has given you its own."
    TELL = "Give your new address to both boards and to your certifier."

    BOARD_UNKNOWN = "No address of the {board} is in our sources."


# Part of the page -> its heading.
HEADINGS: Mapping[str, str] = {
    "about": "{new} in short",
    "carries": "What comes with you",
    "check": "What {new} asks for",
    "before": "Before you give notice",
    "redo": "What to do again, in {new}'s own order",
    "costs": "What it costs",
    "meanwhile": "What you may and may not do meanwhile",
    "keep": "Do not lose what you have",
    "after": "Once you are in: renewal in {new}",
    "military": "If you or your husband or wife serve in the military",
    "boards": "Who decides",
    "unknown": "Not in our sources",
}

# Part -> a sentence below its heading.
LEADS: Mapping[str, str] = {
    "meanwhile": "What you do every day in {old} may need a new permission in {new}.",
    "unknown": "We do not guess. Put these on your list for the {new_board}:",
}

# What a state issues, by the value of its record -> the word for it in a sentence.
PAPERS: Mapping[str, str] = {
    "certification": "state certification",
    "licensure": "license",
    "permit": "permit",
    "registration": "registration",
}
